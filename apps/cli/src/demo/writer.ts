import type { IntakeChannel } from '@huiyin/loop';
import { PHRASES, SLIPS } from './data/phrases.js';
import type { Random } from './random.js';
import type { Slots } from './slots.js';
import type { Voice } from './topic.js';

/** What somebody wrote, or what was written down for them. */
export interface Written {
  readonly subject: string | undefined;
  readonly text: string;
}

/** How somebody puts it. */
type Register = 'polite' | 'plain' | 'angry' | 'terse' | 'long' | 'dictated';

interface Occasion {
  readonly channel: IntakeChannel;
  readonly complaint: boolean;
  /** Praise and suggestions are not shouted. */
  readonly friendly: boolean;
  /** The customer has said the same before. */
  readonly again: boolean;
}

function registerFor(random: Random, { channel, friendly }: Occasion): Register {
  if ((channel === 'hotline' || channel === 'shop' || channel === 'crm') && random.chance(0.72)) return 'dictated';
  const terse = channel === 'sms' || channel === 'social' ? 34 : 12;
  const long = channel === 'email' || channel === 'web' || channel === 'board' ? 28 : 12;
  return random.weighted({ polite: 24, plain: 34, angry: friendly ? 0 : 18, terse, long });
}

/** Writes one piece of feedback in the voice of a topic, as somebody would on this occasion. */
export function write(voice: Voice, slots: Slots, occasion: Occasion): Written {
  const { random, tongue } = slots;
  const register = registerFor(random, occasion);
  const parts = { ...partsOf(voice, slots, register), occasion };
  const whole = tongue === 'zh' ? inChinese(parts, register, slots) : inEnglish(parts, register, slots);
  const { again, social } = PHRASES[tongue];
  const opening = occasion.again && ['plain', 'terse', 'angry'].includes(register) ? random.pick(again) : '';
  const call = occasion.channel === 'social' ? random.pick(social) : '';
  const titled = ['app', 'web', 'board', 'email'].includes(occasion.channel) && random.chance(0.55);
  return {
    subject: titled ? slots.fill(random.pick(voice.title)) : undefined,
    text: slip(`${call}${opening}${whole}`, slots, register),
  };
}

interface Sentences {
  readonly say: string;
  readonly more: readonly string[];
  readonly ask: string | null;
}

interface Parts extends Sentences {
  readonly occasion: Occasion;
}

function partsOf({ say, more, ask }: Voice, slots: Slots, register: Register): Sentences {
  const { random } = slots;
  const wanted = {
    terse: 0,
    plain: random.whole(0, 1),
    polite: random.whole(0, 2),
    angry: 1,
    long: 3,
    dictated: random.whole(0, 2),
  };
  const left = [...more];
  const taken = Array.from({ length: Math.min(wanted[register], left.length) }, () => {
    return left.splice(random.whole(0, left.length - 1), 1)[0] ?? '';
  });
  const asks =
    register === 'dictated' ? ask.filter((wish) => /^(请|希望|要求|尽快|麻烦|建议|退|Please|I want)/.test(wish)) : ask;
  const withAsk = asks.length > 0 && random.chance(register === 'terse' ? 0.15 : 0.72);
  return {
    say: slots.fill(random.pick(say)),
    more: taken.map((one) => slots.fill(one)),
    ask: withAsk ? slots.fill(random.pick(asks)) : null,
  };
}

function inChinese({ say, more, ask, occasion }: Parts, register: Register, slots: Slots): string {
  const { random } = slots;
  const { hello, thanks, rant, agentEnds } = PHRASES.zh;
  const tail = ask === null ? [] : [ask];
  switch (register) {
    case 'terse':
      return [say, ...tail].join(random.pick(['，', ' ']));
    case 'plain':
      return [say, ...more, ...tail].join('，') + random.pick(['。', '', '！']);
    case 'polite': {
      const end = ask?.includes('谢') ? tail : [...tail, random.pick(thanks)];
      return `${random.pick(hello)}${[say, ...more].join('，')}。${end.join('，')}`;
    }
    case 'angry':
      return (
        [say, ...more, random.pick(rant), ...tail].join(random.pick(['！', '！！', '，'])) +
        random.pick(['！', '！！！', ''])
      );
    case 'long':
      return `${longStory(say, more, slots, occasion)}${tail.join('')}${random.pick(['。', '！', ''])}`;
    case 'dictated': {
      const end = random.chance(0.55) ? `。${random.pick(agentEnds)}` : '';
      return `${opensOf(slots, occasion)}${random.pick(['，', '：'])}${asTold([say, ...more, ...tail].join('，'))}${end}。`;
    }
  }
}

function longStory(
  say: string,
  [first = '', ...others]: readonly string[],
  slots: Slots,
  { friendly }: Occasion,
): string {
  const { random } = slots;
  const { hello, story, friendlyStory } = PHRASES.zh;
  const before = slots.fill(random.pick<string>(friendly ? friendlyStory : story));
  const opening = random.chance(0.4) ? random.pick(hello.slice(0, 5)) : '';
  const middle = [say, first].filter(Boolean).join('，');
  return [`${opening}${before}`, middle, others.join('，')].filter(Boolean).join('。') + '。';
}

function opensOf({ random, tongue }: Slots, { channel, complaint }: Occasion): string {
  const { agentOpens, clerkOpens, complaintOpens } = PHRASES[tongue];
  if (channel === 'shop') return random.pick(clerkOpens);
  return random.pick(complaint && random.chance(0.3) ? complaintOpens : agentOpens);
}

/** What somebody says, as an agent writes it down. */
function asTold(text: string): string {
  const told: readonly (readonly [RegExp, string])[] = [
    [/我们(村|小区|单位|公司)/g, '其$1'],
    [/我(家|妈|爸|司)/g, '其$1'],
    [/我们/g, '客户'],
    [/我/g, '客户'],
    [/老子/g, '客户'],
    [/急死人/g, '客户着急'],
    [/你们家?/g, '我司'],
  ];
  return told.reduce((result, [pattern, word]) => result.replace(pattern, word), text);
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const lower = (text: string): string =>
  /^(I\b|I'|5G|LOS|IPTV)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

function inEnglish({ say, more, ask, occasion }: Parts, register: Register, slots: Slots): string {
  const { random } = slots;
  const { hello, thanks, rant, story, friendlyStory, agentEnds } = PHRASES.en;
  const sentences = [say, ...more, ...(ask === null ? [] : [ask])];
  const body = sentences.map(sentence);
  const end = /thank/i.test(ask ?? '') ? '' : ` ${sentence(random.pick(thanks))}`;
  switch (register) {
    case 'terse':
      return random.chance(0.5) ? lower(say) : sentence(say);
    case 'plain':
      return body.join(' ');
    case 'polite':
      return `${random.pick(hello)}${lower(body.join(' '))}${end}`;
    case 'angry':
      return [...body, `${random.pick(rant)}!`].join(' ').replace(/\.(?= )/g, random.pick(['.', '!']));
    case 'long': {
      const before = slots.fill(random.pick<string>(occasion.friendly ? friendlyStory : story));
      return `${sentence(before)} ${body.join(' ')}${end}`;
    }
    case 'dictated': {
      const wish = random.chance(0.5) ? ` ${random.pick(agentEnds)}.` : '';
      return `${opensOf(slots, occasion)} ${body.join(' ')}${wish}`;
    }
  }
}

/** Slips of the fingers, missing commas, a face at the end. */
function slip(text: string, { random, tongue }: Slots, register: Register): string {
  let result = text
    .replace(/([。！，])[。，]/g, '$1')
    .replace(/。！/g, '。')
    .replace(/([？?])[。.]/g, '$1');
  if (random.chance(0.12)) {
    const [meant, typed] = random.pick<readonly [string, string]>(SLIPS[tongue]);
    result = result.replace(meant, typed);
  }
  if (tongue === 'zh' && random.chance(0.08)) result = result.replaceAll('，', ' ');
  if (tongue === 'en' && register !== 'dictated' && random.chance(0.1)) result = result.toLowerCase();
  if (register !== 'dictated' && random.chance(0.06)) result += random.pick(PHRASES[tongue].emoji);
  return result;
}
