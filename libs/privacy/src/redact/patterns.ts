import { identityNumber, luhn } from './check-digits.js';

/** What is found in texts. */
export const FINDING_KINDS = [
  'mobile',
  'landline',
  'id-card',
  'bank-card',
  'imsi',
  'iccid',
  'imei',
  'email',
  'name',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A way to see one kind: where it may stand, and whether what stands there is one. */
export interface Pattern {
  readonly kind: FindingKind;
  /** Global; over the shadow of a text. */
  readonly place: RegExp;
  /** @param bare what was found without blanks and dashes, in capitals */
  readonly is: (bare: string) => boolean;
}

/** Between two groups of digits. */
const GAP = '[ .·_/-]{0,3}';
/** Before a number: no digit, and no digit with a decimal point. */
const START = String.raw`(?<!\d)(?<!\d[.])`;
const END = String.raw`(?!\d)`;
const CHINA = String.raw`(?:[+(]?\s?(?:00)?86\)?${GAP})?`;
/** 3-4-4 and its like, or every digit by itself with the same sign between. */
const MOBILE = [
  String.raw`1[3-9]\d${GAP}\d{4}${GAP}\d{4}`,
  String.raw`1[3-9]\d{2}${GAP}\d{3}${GAP}\d{4}`,
  String.raw`1[3-9]\d{2}${GAP}\d{4}${GAP}\d{3}`,
  String.raw`1[3-9]\d${GAP}\d{3}${GAP}\d{5}`,
  String.raw`1[3-9]\d{3}${GAP}\d{6}`,
  String.raw`1(?<gap>[ .·_/-]{1,2})[3-9](?:\k<gap>\d){9}`,
  String.raw`1[3-9](?<pair>[ .·_/-])\d{2,3}(?:\k<pair>\d{2,3}){2,4}`,
].join('|');
const AREA = '(?:10|2\\d|[3-9]\\d{2})';
const LOCAL = `[2-8]\\d{2,3}${GAP}\\d{4}`;
const EXTENSION = String.raw`(?:\s?(?:转|轉|-|ext\.?|x)\s?\d{1,5}(?!\d))?`;
const CALLED = String.raw`(?:电话|電話|座机|座機|固话|固話|家电|拨打|致电|回电|來電|来电|\btel|\bphone|\bcall|\blandline)`;

const fits = (least: number, most: number) => (bare: string) => bare.length >= least && bare.length <= most;
const digitsOf = (bare: string) => bare.replace(/\D/g, '');

const HOST = String.raw`\s?@\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}`;
const IDENTITY = String.raw`[1-9]\d{5}${GAP}(?:\d{8}|\d{4}${GAP}\d{2}${GAP}\d{2})${GAP}\d{3}${GAP}[\dxX]`;
const CARD = String.raw`(?:[3-6]\d|2[2-7]|9[0-9])\d{2}(?:${GAP}\d{4}){2,3}(?:${GAP}\d{1,4})?`;
const CHIP = String.raw`89\d{2}(?:[ -]?[\dA-F]{4}){3}[ -]?[\dA-F]{3,4}`;

/** The longest kinds first: where two overlap, the one that is listed first counts. */
export const PATTERNS: readonly Pattern[] = [
  { kind: 'email', place: new RegExp(`[a-z0-9._%+'-]{1,64}${HOST}`, 'giu'), is: () => true },
  // Chinese is written without blanks, so what belongs to such an address is a guess: four characters are a name.
  {
    kind: 'email',
    place: new RegExp(
      String.raw`(?:\p{Script=Han}{1,4}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}._%+'-]{1,64})${HOST}`,
      'giu',
    ),
    is: () => true,
  },
  // China's SIM cards begin with 8986 and may have no check digit; of all others it must be right.
  {
    kind: 'iccid',
    place: new RegExp(`${START}${CHIP}(?![\\dA-F])`, 'giu'),
    is: (bare) => fits(19, 20)(bare) && (/^8986/.test(bare) || luhn(digitsOf(bare))),
  },
  { kind: 'id-card', place: new RegExp(`${START}${IDENTITY}${END}`, 'gu'), is: identityNumber },
  {
    kind: 'imsi',
    place: new RegExp(String.raw`${START}460[ -]?(?:0\d|1[0-3]|15|20)[ -]?\d{5}[ -]?\d{5}${END}`, 'gu'),
    is: fits(15, 15),
  },
  {
    kind: 'imei',
    place: new RegExp(String.raw`${START}(?:01|35|86|99)[ -]?\d{6}[ -]?\d{6}[ -]?\d${END}`, 'gu'),
    is: luhn,
  },
  {
    kind: 'imei',
    place: new RegExp(String.raw`${START}(?:01|35|86|99)\d{4}[ -]?\d{2}[ -]?\d{6}[ -]?\d${END}`, 'gu'),
    is: luhn,
  },
  {
    kind: 'bank-card',
    place: new RegExp(`${START}${CARD}${END}`, 'gu'),
    is: (bare) => fits(15, 19)(bare) && luhn(bare),
  },
  { kind: 'bank-card', place: new RegExp(String.raw`${START}6\d{5}${GAP}\d{10,13}${END}`, 'gu'), is: luhn },
  {
    kind: 'mobile',
    place: new RegExp(`${START}${CHINA}0?(?:${MOBILE})${END}`, 'gu'),
    is: (bare) => /^(?:0|(?:00)?86)?1[3-9]\d{9}$/.test(digitsOf(bare)),
  },
  {
    kind: 'landline',
    place: new RegExp(
      String.raw`${START}(?:[(]0${AREA}[)]|0${AREA}|[+(]?(?:00)?86\)?[ -]{0,2}0?${AREA})${GAP}${LOCAL}${EXTENSION}${END}`,
      'giu',
    ),
    is: (bare) => digitsOf(bare).length >= 10,
  },
  {
    kind: 'landline',
    place: new RegExp(String.raw`(?<=${CALLED}[^\d\n]{0,8})${START}${LOCAL}${END}`, 'giu'),
    is: fits(7, 8),
  },
];
