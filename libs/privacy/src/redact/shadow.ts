/** Han digits as they are written, spoken on the radio or put on a cheque. */
export const HAN_DIGITS: ReadonlyMap<string, string> = new Map(
  [
    ['〇零洞', '0'],
    ['一壹幺〡', '1'],
    ['二贰貳两兩〢', '2'],
    ['三叁參〣', '3'],
    ['四肆', '4'],
    ['五伍', '5'],
    ['六陆陸', '6'],
    ['七柒拐', '7'],
    ['八捌', '8'],
    ['九玖勾', '9'],
  ].flatMap(([han = '', digit = '']) => [...han].map((character) => [character, digit] as const)),
);

/** Marks that cannot be seen: between two digits they hide a number from a filter, not from people. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\p{M}]/u;

/** A text in the one form in which numbers are looked for, and where each of its characters was. */
export interface Shadow {
  readonly text: string;
  /** Index in the original of each UTF-16 unit of `text`, and one more for its end. */
  readonly from: Uint32Array;
}

/**
 * NFKC, character by character, so that places stay known; digits of every script and Han digits as 0 to 9, dashes as `-`,
 * blanks as one kind, invisible marks left out.
 */
export function shadowOf(original: string): Shadow {
  const units: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const form = plain(character);
    units.push(form);
    for (let unit = 0; unit < form.length; unit++) from.push(at);
    at += character.length;
  }
  from.push(at);
  return { text: units.join(''), from: Uint32Array.from(from) };
}

function plain(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return character === '\t' ? ' ' : character;
  const han = HAN_DIGITS.get(character);
  if (han !== undefined) return han;
  if (INVISIBLE.test(character)) return '';
  const folded = character.normalize('NFKC');
  if (/^\p{Nd}$/u.test(folded)) return digit(folded);
  if (/^[\u2010-\u2015\u2212\u30fc\ufe63]$/.test(folded)) return '-';
  return folded.replace(/[\s\u3000]/g, ' ');
}

function digit(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return character;
  let zero = code;
  // Unicode puts the ten digits of a script in a row, 0 first.
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
