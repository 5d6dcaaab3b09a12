import { clean } from '@huiyin/loop';
import { Converter } from 'opencc-js/t2cn';

export { MAX_CHARS, tidy } from '@huiyin/loop';

const HAN_FIRST = 0x3400;
const HAN_LAST = 0x9fff;
/** Characters that simplified Chinese uses too (什么, 著名, 乾坤, 慰藉, 瞭望): they are no sign of a traditional text. */
const BOTH = '么著乾藉瞭';

/** The package's own types do not resolve under NodeNext, so what is used of it is said here. */
const converter = Converter as (options: { from: 'twp' | 'hk'; to: 'cn' }) => (text: string) => string;

interface Simplifier {
  /** 1 at every code point (from U+3400) that simplified Chinese writes differently. */
  readonly traditional: Uint8Array;
  readonly convert: (text: string) => string;
}

let simplifier: Simplifier | undefined;

/** Built on first use (about 60 ms): Taiwan's words and characters first, then what Hong Kong writes in its own way. */
function loadSimplifier(): Simplifier {
  const fromTaiwan = converter({ from: 'twp', to: 'cn' });
  const fromHongKong = converter({ from: 'hk', to: 'cn' });
  const convert = (text: string): string => fromHongKong(fromTaiwan(text));
  const characters = Array.from({ length: HAN_LAST - HAN_FIRST + 1 }, (_, i) => String.fromCharCode(HAN_FIRST + i));
  const converted = convert(characters.join('\n')).split('\n');
  const traditional = Uint8Array.from(characters, (character, i) => (converted[i] === character ? 0 : 1));
  for (const character of BOTH) traditional[character.charCodeAt(0) - HAN_FIRST] = 0;
  return { traditional, convert };
}

/**
 * Traditional Chinese as simplified, with Taiwan's and Hong Kong's words for things (網路 → 网络, 簡訊 → 短信).
 * For matching only: what people read keeps the characters it was written in. Text without a traditional character
 * comes back untouched after one pass over it.
 */
export function toSimplified(text: string): string {
  simplifier ??= loadSimplifier();
  for (let i = 0; i < text.length; i++) {
    if (simplifier.traditional[text.charCodeAt(i) - HAN_FIRST] === 1) return simplifier.convert(text);
  }
  return text;
}

/**
 * The form that everything is compared in: tidy, full width → half width (NFKC), simplified Chinese, lower case.
 * Never show it.
 */
export function forMatching(text: string): string {
  return toSimplified(clean(text, 'NFKC')).toLowerCase();
}
