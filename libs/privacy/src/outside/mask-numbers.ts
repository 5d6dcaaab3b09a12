import { HAN_DIGITS } from '../redact/shadow.js';

/** Fewer digits in a row than this reach nobody: 10086, a price, a year, a day. */
const SHORTEST = 7;

/** Letters that are put for digits so that a filter does not see them. */
const LOOKALIKES = new Map<string, string>([
  ...[...'oOоОοΟ'].map((letter) => [letter, '0'] as const),
  ...[...'lI|іІ'].map((letter) => [letter, '1'] as const),
]);

/** Digits with up to eight characters between two of them that are neither letters nor digits. */
const RUN = /\d(?:[^\p{L}\p{N}]{0,8}\d)*/gu;
const SPOKEN = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
const SPOKEN_RUN = new RegExp(
  String.raw`\b${SPOKEN}(?:[\s,.-]{1,3}(?:(?:double|triple)\s)?${SPOKEN}){${SHORTEST - 2},}\b`,
  'gi',
);

/**
 * The text with an ASCII digit wherever something stands for one; as long as the text, so that places agree.
 * Look-alikes count beside a digit only, Han digits anywhere: seven of them in a row are no word.
 */
function shadowOf(text: string): string {
  const units = text.split('').map((unit) => HAN_DIGITS.get(unit) ?? unit);
  const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';
  for (let i = 0; i < units.length; i++) {
    const value = LOOKALIKES.get(units[i] as string);
    if (value !== undefined && (isDigit(units[i - 1]) || isDigit(units[i + 1]))) units[i] = value;
  }
  for (let i = units.length - 1; i >= 0; i--) {
    const value = LOOKALIKES.get(units[i] as string);
    if (value !== undefined && isDigit(units[i + 1])) units[i] = value;
  }
  return units.join('');
}

/** What a number is called in its place; the model may know that somebody was to be rung up. */
function maskFor(digits: string): string {
  const isPhone = /^(?:0{0,2}86)?1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits);
  return isPhone ? '[phone]' : '[number]';
}

/**
 * Masks every number of seven digits or more, whatever it is: mobile and fixed telephones, identity cards, bank cards,
 * accounts, IMSI, ICCID, IMEI, orders. Seen through blanks and signs between the digits, Han digits (`幺三八…`), letters put
 * for digits (`l38OO…`) and English digit words. Which of them passes a check sum does not matter: all are masked.
 * @param text after NFKC, with no digits but ASCII and Han ones
 */
export function maskNumbers(text: string): string {
  const shadow = shadowOf(text);
  let out = '';
  let from = 0;
  for (const { 0: run, index } of shadow.matchAll(RUN)) {
    const digits = run.replace(/\D/g, '');
    if (digits.length < SHORTEST) continue;
    const end = index + run.length;
    // The check digit of an identity card may be an X.
    const check = /^[^\p{L}\p{N}]{0,2}[xX×](?![\p{L}\p{N}])/u.exec(shadow.slice(end, end + 4))?.[0].length ?? 0;
    const last = digits.length === 17 ? check : 0;
    out += text.slice(from, index) + maskFor(digits);
    from = end + last;
  }
  return (out + text.slice(from)).replace(SPOKEN_RUN, '[number]');
}
