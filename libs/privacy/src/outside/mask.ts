import { isIP } from 'node:net';
import { tidy } from '@huiyin/loop';
import { NAMES } from './mask-names.js';
import { maskNumbers } from './mask-numbers.js';
import { apply, MASKS, type Rule } from './mask-rule.js';

const DOT = String.raw`\s{0,2}(?:\.|。|\(dot\)|\[dot\]|\bdot\b|点)\s{0,2}`;
const AT = String.raw`\s{0,2}(?:@|\(at\)|\[at\]|\{at\}|艾特)\s{0,2}`;
const HOST = String.raw`[\p{L}\p{N}_-]{1,63}(?:${DOT}[\p{L}\p{N}_-]{1,63}){1,6}`;
const PART = String.raw`[\p{Script=Latin}\p{N}._%+'-]{1,64}`;
const LOCAL = String.raw`${PART}(?:(?:\(dot\)|\[dot\]|\sdot\s)${PART}){0,3}`;

/** What leads to somebody on the net; before the numbers, which are parts of it. */
const NET: readonly Rule[] = [
  [/[a-z][a-z0-9+.-]{1,15}:\/\/[^\s，。；！？、（）《》”’"<>]{1,2000}/giu, MASKS.link],
  [/\bwww\.[^\s，。；！？、（）《》”’"<>]{1,2000}/giu, MASKS.link],
  [new RegExp(`(?:mailto:)?${LOCAL}${AT}${HOST}`, 'giu'), MASKS.email],
  [new RegExp(String.raw`${LOCAL}\s{1,2}at\s{1,2}[\p{L}\p{N}_-]{1,63}(?:(?:\.|\s{1,2}dot\s{1,2})[\p{L}\p{N}_-]{1,63}){1,4}`, 'giu'), MASKS.email], // prettier-ignore
  // Whatever else has an at sign: local parts that are not Latin, and names on social networks.
  [/[^\s@,，。;；:：<>()（）、！？!?]{0,64}@[^\s@,，。;；:：<>()（）、！？!?]{1,253}/gu, MASKS.account],
  [/\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\/[!-~]{0,2000}/giu, MASKS.link],
  [/\b(?:[a-z0-9-]{1,63}\.){1,6}(?:com|net|org|cn|io|me|co|info|top|xyz|vip|cc|app|dev|edu|gov|mobi|link|site|club)\b/giu, MASKS.link], // prettier-ignore
  [/\/s\/[\w-]{8,}/gu, MASKS.link],
  [/(?:%[0-9a-f]{2}){3,}/giu, MASKS.token],
  [/\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/giu, MASKS.address],
  [/(?:\d{1,3}\.){3}\d{1,3}/gu, MASKS.address],
  [/[0-9a-f:.]{3,45}/giu, (word) => (/:[^]*:/.test(word) && isIP(word) === 6 ? MASKS.address : word)],
  [/[\w+=-]{16,}/gu, (word) => (looksRandom(word) ? MASKS.token : word)],
];

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领滬遼魯蘇贛陝閩貴粵寧瓊雲][A-HJ-NP-Z][\s·.-]{0,2}[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳領]/giu;

/** Where somebody lives: the house, not the street, which a fault of the network is known by. */
const HOUSE: readonly Rule[] = [
  [/(?<=[路街道巷弄里])\s{0,2}[\d一二三四五六七八九十百]{1,6}(?:-\d{1,5}){0,3}\s{0,2}号/gu, `${MASKS.address}号`],
  [/[\da-z一二三四五六七八九十]{1,6}(?:-\d{1,5}){0,3}\s{0,2}(号楼|号院|栋|棟|幢|单元|單元|室)/giu, (_, unit) => `${MASKS.address}${unit}`], // prettier-ignore
];

const NETWORK = String.raw`微信号?|微信號?|v信|qq号?|qq號?|钉钉|抖音号?|支付宝账?号?|\b(?:wechat|weixin|vx|qq|telegram|whatsapp|skype)(?: id)?`;
const SECRET = String.raw`密码|密碼|口令|验证码|驗證碼|校验码|\b(?:password|passcode|pin code|pin|otp|verification code|puk)`;
/** After this comes what it is; after a blank only what has a digit in it, since one also says `my PIN is blocked`. */
const SAID = String.raw`\s{0,2}[:：=是为為]\s{0,2}`;

/** Accounts and secrets, by the word before them. */
const ACCOUNTS: readonly Rule[] = [
  [new RegExp(`(${NETWORK})(${SAID}|[\\s,，]{0,2}(?=[\\w.-]{0,40}[\\d_]))(?!\\[)[a-z0-9_][\\w.-]{3,40}`, 'giu'), (_, cue, gap) => `${cue}${gap}${MASKS.account}`], // prettier-ignore
  [new RegExp(`(${SECRET})(${SAID}|(?:\\s?is\\s|[\\s,，]{0,2})(?=[\\w!#$%^&*.-]{0,63}\\d))(?!\\[)[\\w!#$%^&*.-]{3,64}`, 'giu'), (_, cue, gap) => `${cue}${gap}${MASKS.token}`], // prettier-ignore
];

/** A run of 16 or more that no word is: a digit in it, or capitals in its middle. Plain numbers are for `maskNumbers`. */
function looksRandom(word: string): boolean {
  if (/^[\d-]+x?$/i.test(word)) return false;
  return /\d/.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word.slice(1)));
}

/** Code points as entities that `tidy` does not know: nobody writes his number so, but a page that is pasted does. */
const ENTITY = /&#x[0-9a-f]{1,8};?|&#\d{1,9};?/gi;
const ENCLOSING = /[\u20dd-\u20e4]/g;

/** What of the customer himself is on record is masked wherever it stands; shorter than this it may be any word. */
const SHORTEST_KNOWN = 2;

/** One form of what looks alike: NFKC, every script's digits as 0 to 9. What cannot be seen is dropped. */
function fold(text: string): string {
  return tidy(text.replace(ENTITY, ' '))
    .normalize('NFKC')
    .replace(ENCLOSING, '')
    .replace(/\p{Nd}/gu, digit);
}

function digit(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 128) return character;
  let zero = code;
  // Unicode puts the ten digits of a script in a row, 0 first.
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

function withoutKnown(text: string, known: readonly string[]): string {
  return known
    .map(fold)
    .filter((word) => word.length >= SHORTEST_KNOWN)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => {
      const pattern = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      const edge = /^\w/.test(word) ? '(?<![A-Za-z0-9])' : '';
      return rest.replace(new RegExp(edge + pattern + (/\w$/.test(word) ? '(?![A-Za-z0-9])' : ''), 'giu'), MASKS.name);
    }, text);
}

/**
 * A text without what tells who wrote it or how to reach him, for models that are not ours: addresses on the net and for
 * mail, every number of seven digits or more however it is spelled, names that are introduced as such, plates, accounts,
 * secrets, doors. Rather too much than too little: what comes back is for measuring alikeness and for finding a name, not
 * for reading. NFKC; linear in the length of the text.
 * @param known what is on record of the customer (name, number, address): masked wherever it stands
 */
export function maskPersonalData(text: string, known: readonly string[] = []): string {
  let rest = withoutKnown(fold(text), known);
  for (const rules of [NET, ACCOUNTS, [[PLATE, MASKS.plate]] as readonly Rule[]]) rest = apply(rules, rest);
  return apply(NAMES, apply(HOUSE, maskNumbers(rest)));
}
