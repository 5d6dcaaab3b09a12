import { forMatching } from '../text/normalise.js';
import { isHan, read, type Token } from '../text/segment.js';

/** Courtesies and openings that people put around the same matter; taken out before two texts are compared. Longest first. */
const SHELL = [
  '尊敬的(?:客服|领导|先生|女士|工作人员|各位领导|中国移动|中国电信|中国联通)?',
  '各位领导|领导(?:您|你)好|(?:客服|领导)?(?:您|你)们?好(?=[^\\p{L}]|我|请|，|,|客)|您好|你好|早上好|上午好|下午好|晚上好|在吗|亲爱的|(?:^|[^\\p{L}])亲(?=[,~ 。!])',
  '请问一下|请问下|请问|想问一下|想问下|我想问|问一下|麻烦问一下|麻烦问下|咨询一下|麻烦您|麻烦你|麻烦了|麻烦|劳驾|打扰一下|打扰了|不好意思',
  '非常感谢|十分感谢|感谢您?|多谢|谢谢您|谢谢你们|谢谢你|谢谢|谢了|辛苦了|辛苦|此致敬礼|此致|敬礼|祝好|盼回复|望回复|盼复|急急急|在线等|拜托了|拜托',
  '客户来电反映|用户来电反映|客户反映|用户反映|来电反映|来电人表示|客户来电|请核实处理|请协助处理|请尽快处理|希望尽快处理|尽快回复',
  '\\b(?:hello|hi|hey|greetings|dear)(?: (?:there|all|everyone|team|sirs?|madam|customer (?:service|support|care)|support(?: team)?))*\\b',
  '\\bgood (?:morning|afternoon|evening|day)\\b',
  '\\bthank(?:s| you)(?: (?:so|very) much| a lot| in advance| again)?(?: for (?:your|the) (?:help|time|support))?\\b|\\bthx\\b|\\bty\\b',
  '\\b(?:kind|best|warm) (?:regards|wishes)\\b|\\bregards\\b|\\bcheers\\b|\\byours (?:sincerely|faithfully)\\b|\\bsincerely\\b',
  '\\b(?:could|can|would) you (?:please|kindly)\\b|\\bplease\\b|\\bpls\\b|\\bplz\\b|\\bkindly\\b|\\bexcuse me\\b|\\bsorry to bother you\\b',
  '\\b(?:i )?hope (?:you are|you re|this (?:e?mail|message) finds you|all is) (?:doing )?well\\b|\\bplease help(?: me)?\\b|\\bhelp (?:me )?please\\b',
  '\\blooking forward to (?:your|hearing from you)(?: (?:reply|answer|response))?\\b',
];
const COURTESY = new RegExp(SHELL.join('|'), 'gu');

/** Ways of writing the same word; slips that end in another word of the dictionary. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/帐/g, '账'],
  [/登陆/g, '登录'],
  [/己经/g, '已经'],
  [/因该/g, '应该'],
];

/** The words of a text as two texts are compared: matching form, without courtesies, punctuation and spaces between Chinese characters. */
export interface Wording {
  /** Letters and digits; one space between words that need one. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

const PARTS = /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}\p{M}]+/gu;

/** Letters and digits only, in runs of one script. */
function partsOf(matching: string): string[] {
  return matching.replace(/['’]/g, '').match(PARTS) ?? [];
}

/** {@link partsOf} what is left of a text in matching form when manner is gone; what has nothing else keeps its courtesies. */
function bareParts(text: string): string[] {
  const matching = SAME.reduce((result, [written, meant]) => result.replace(written, meant), text);
  const parts = partsOf(matching.replace(COURTESY, ' '));
  return parts.length > 0 ? parts : partsOf(matching);
}

/** True where no space is needed: between Chinese characters that a comma kept apart. */
const glued = (part: string, next: string | undefined): boolean => next !== undefined && isHan(part) && isHan(next);

function joined(parts: readonly string[]): string {
  return parts
    .map((part, index) => (glued(part, parts[index + 1]) ? part : `${part} `))
    .join('')
    .trimEnd();
}

/** Only what is left of `text` when manner and form are gone. */
export function bareText(text: string): string {
  return bareOf(forMatching(text));
}

/** {@link bareText} of a text that is in matching form already. */
export function bareOf(matching: string): string {
  return joined(bareParts(matching));
}

/** {@link bareText} cut into words, none of which reaches over what a comma kept apart. */
export function wordingOf(text: string): Wording {
  const parts = bareParts(forMatching(text));
  const apart: number[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    at += part.length + 1;
    if (glued(part, parts[index + 1])) apart.push(at);
  }
  let removed = 0;
  const tokens = read(parts.join(' ')).tokens.map((token) => {
    while (removed < apart.length && apart[removed]! <= token.start) removed++;
    return { ...token, start: token.start - removed, end: token.end - removed };
  });
  return { text: joined(parts), tokens };
}
