import { Converter } from 'opencc-js/cn2t';

/** How a text is put otherwise while it says the same. */
export const PERTURBATIONS = ['typos', 'punctuation', 'width', 'script', 'courtesies', 'order', 'mixed'] as const;
export type Perturbation = (typeof PERTURBATIONS)[number];

/** Numbers from 0 to 1, the same ones for the same seed. */
export type Dice = () => number;

/** A small generator (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const toTraditional = (Converter as (options: object) => (text: string) => string)({ from: 'cn', to: 'twp' });
const HAN = /[\u4e00-\u9fff]/;
const LETTER = /[\p{L}\p{N}]/u;
const CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';
/** Characters of a text for each further typo at most; a word of English has several times as many as one of Chinese. */
const REACH = { zh: 20, en: 60 };

// prettier-ignore
const BEFORE = {
  zh: ['您好，', '你好！', '请问一下，', '客服您好，', '尊敬的客服：', '麻烦问下，', '亲，', '在吗？', '不好意思打扰了，', '您好，我想问一下，', '各位领导好：'],
  en: ['Hello, ', 'Hi there, ', 'Good morning. ', 'Dear customer service, ', 'Hey team! ', 'Excuse me, ', 'Hello, I hope you are well. '],
};
// prettier-ignore
const AFTER = {
  zh: ['，谢谢', '。谢谢！', '，麻烦了', '，盼复', '。非常感谢！', '，急急急', '。辛苦了', '，望尽快处理，谢谢', '。请尽快回复'],
  en: [' Thanks.', ' Thank you very much!', ' Thanks in advance', ' Kind regards', ' Please help.', ' Looking forward to your reply.'],
};

const pick = <T>(list: readonly T[] | string, next: Dice): T => list[Math.floor(next() * list.length)] as T;
const tongue = (text: string): 'zh' | 'en' => (HAN.test(text) ? 'zh' : 'en');

function withTypos(text: string, next: Dice): string {
  const letters = [...text];
  const count = 1 + Math.floor((next() * letters.length) / REACH[tongue(text)]);
  for (let typo = 0; typo < count; typo++) {
    const at = Math.floor(next() * letters.length);
    const letter = letters[at] ?? '';
    if (!LETTER.test(letter)) continue;
    const other = HAN.test(letter) ? pick<string>(CHARACTERS, next) : pick<string>('etaoinshrdlu', next);
    const slips = [
      () => letters.splice(at, 1, other),
      () => letters.splice(at, 1),
      () => letters.splice(at, 1, letter, letter),
      () => letters.splice(at, 2, letters[at + 1] ?? '', letter),
    ];
    pick(slips, next)();
  }
  return letters.join('');
}

function otherPunctuation(text: string, next: Dice): string {
  const marks = text.replace(/[，。、；：！？,.;:!?]+/g, (mark) =>
    next() < 0.5 ? mark : pick(['', ' ', '，', '！', '...', '。'], next),
  );
  return `${marks}${pick(['！！！', '。', '…', '?', ' ~', ''], next)}`;
}

function otherWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}

function withCourtesies(text: string, next: Dice): string {
  const lines = tongue(text);
  const before = next() < 0.7 ? pick(BEFORE[lines], next) : '';
  const after = before === '' || next() < 0.6 ? pick(AFTER[lines], next) : '';
  return `${before}${text}${after}`;
}

/** Two clauses change places, or, where there is only one, two words of a language that has spaces. */
function otherOrder(text: string, next: Dice): string {
  const clauses = text.split(/[，。；！？,;!?]+ */).filter(Boolean);
  const parts = clauses.length > 1 ? clauses : text.split(' ');
  const at = Math.floor(next() * (parts.length - 1));
  const [one, two] = parts.slice(at, at + 2);
  if (one === undefined || two === undefined) return text;
  const glue = clauses.length === 1 ? ' ' : tongue(text) === 'zh' ? '，' : ', ';
  return [...parts.slice(0, at), two, one, ...parts.slice(at + 2)].join(glue);
}

/** `text` as somebody else might have typed it. */
export function perturbed(text: string, how: Perturbation, next: Dice): string {
  switch (how) {
    case 'typos':
      return withTypos(text, next);
    case 'punctuation':
      return otherPunctuation(text, next);
    case 'width':
      return otherWidth(text);
    case 'script':
      return toTraditional(text);
    case 'courtesies':
      return withCourtesies(text, next);
    case 'order':
      return otherOrder(text, next);
    case 'mixed':
      return otherPunctuation(withCourtesies(withTypos(text, next), next), next);
  }
}
