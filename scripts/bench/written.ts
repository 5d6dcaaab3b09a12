import { CITIES } from '../../apps/cli/src/demo/operator.js';
import { Random } from '../../apps/cli/src/demo/random.js';
import { Slots } from '../../apps/cli/src/demo/slots.js';
import { TOPICS } from '../../apps/cli/src/demo/topics.js';
import { write } from '../../apps/cli/src/demo/writer.js';

const CHANNELS = ['hotline', 'app', 'web', 'sms', 'email', 'board', 'social'] as const;
const AT = Date.UTC(2026, 5, 1);

/** A piece of feedback that the demo's writer wrote: no two are the same. */
export interface WrittenText {
  readonly text: string;
  /** The matter it is about. */
  readonly topic: string;
}

/** `count` different pieces in Chinese and English, the same ones for the same seed. */
export function writtenTexts(count: number, seed = 'bench'): WrittenText[] {
  const random = new Random(seed);
  const found = new Map<string, WrittenText>();
  while (found.size < count) {
    const topic = random.pick(TOPICS);
    const tongue = random.chance(0.75) ? 'zh' : 'en';
    const slots = new Slots(random, random.pick(CITIES), tongue, AT - random.whole(0, 300) * 86_400_000);
    const friendly = topic.kind === 'praise' || topic.kind === 'suggestion';
    const occasion = {
      channel: random.pick(CHANNELS),
      complaint: topic.kind === 'complaint',
      friendly,
      again: random.chance(0.1),
    };
    const { text } = write(topic[tongue], slots, occasion);
    found.set(text, { text, topic: topic.key });
  }
  return [...found.values()];
}
