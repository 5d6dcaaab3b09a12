import { MASKS, type Rule } from './mask-rule.js';
import { DOUBLE_SURNAMES, SINGLE_SURNAMES } from './surnames.data.js';

const SURNAME = `(?:${DOUBLE_SURNAMES}|[${SINGLE_SURNAMES}])`;
/** Surnames that begin hardly any other word. */
const UNMISTAKABLE = '[王李张刘陈杨赵黄吴徐孙朱郭罗張劉陳楊趙黃吳孫羅]';
const HAN = String.raw`\p{Script=Han}`;
const LEAD = String.raw`(?:\s?[(（][^()（）]{1,6}[)）])?[\s:：是为為叫做,，"“'「『(（【|/—–-]{0,4}`;
const LATIN_NAME = String.raw`\p{Script=Latin}[\p{Script=Latin}'’.-]{0,30}(?:\s\p{Lu}[\p{Script=Latin}'’.-]{0,30}){0,3}`;
/** A surname or a nickname and what follows it; names with dots between their parts; whatever ends where a name would. */
const PERSON = `(?:(?:${SURNAME}|[小老阿])${HAN}{1,2}|${HAN}{1,6}(?:[·•・.]${HAN}{1,10}){1,3}|${HAN}{2,4}(?!${HAN})|${LATIN_NAME})`;
/** 我叫 also means `I called`: these are called, and do not follow a name. */
const CALLED =
  '客服|师傅|師傅|人|他|她|你|您|们|物业|工作|维修|快递|装|家|孩|朋友|过|了|车|外卖|不|苦|什么|一|滴滴|救护|警|保安|老公|老婆|老板';
const SAYS_NAME = '我叫|名叫|叫做';
const ASKS_NAME = '姓名|名字|联系人|聯繫人|聯絡人|机主|機主|户主|戶主|收件人|收货人|收貨人|持卡人|办理人|经办人|署名';
const TITLE = '先生|女士|小姐|太太|师傅|師傅|老师|老師|经理|經理|主任|阿姨|同志';
/** What stands before a title and is no name. */
const NO_NAME = '谢谢|谢師|谢师|谢您|班主任|代课|高中|时候|关键|安排';

/** Words that end a name when nothing else does: `my name is john smith and …`. */
const ENDS =
  "(?:and|but|i|i'm|i've|my|we|from|the|a|an|at|in|on|of|with|calling|writing|speaking|who|for|to|please|here|is|was|have|not|so|very|really|just|still|also|your|you)";
const WORD = String.raw`(?!${ENDS}\b)\p{Script=Latin}[\p{Script=Latin}'.’-]{0,30}`;
const WORDS = String.raw`${WORD}(?:\s{1,2}${WORD}){0,3}`;
const CAPITAL = String.raw`\p{Lu}[\p{Script=Latin}'’.-]{0,30}`;
const CAPITALS = String.raw`${CAPITAL}(?:\s${CAPITAL}){0,3}`;
const MY_NAME = String.raw`my (?:full )?name(?:\s?['’]s| is)|(?:full |first |last |sur|user|customer |contact |account )?name\s{0,2}[:=–-]|(?:customer|contact|attn|subscriber|account holder)\s{0,2}[:=]`;
const CALL_ME = String.raw`(?:i am|i['’]m|this is) (?:called|named)|they call me|call me|i go by|signed(?: by|[,:])`;
const REGARDS = String.raw`(?:best |kind |warm )?regards[,.]?|sincerely[,.]?|yours (?:truly|faithfully)[,.]?`;

/** Replaces all but the first two groups. */
function afterCue(_: string, cue = '', lead = ''): string {
  return `${cue}${lead}${MASKS.name}`;
}

const rule = (pattern: string, flags = 'gu'): Rule => [new RegExp(pattern, flags), afterCue];

/** Names of people, by what stands before or behind them. */
export const NAMES: readonly Rule[] = [
  rule(`(${SAYS_NAME}|${ASKS_NAME})(${LEAD})${PERSON}`),
  rule(`(${SAYS_NAME})(${LEAD})(?!${CALLED})${HAN}{2,3}`),
  rule(String.raw`(${ASKS_NAME})(\s{0,2}(?:[:：=是为為]\s{0,2}|\s))${HAN}{2,4}`),
  // Most sentences go on otherwise, so the surname is one that begins hardly any other word, or the name's end is seen.
  rule(
    String.raw`(我是|本人是?)([\s:：,，]{0,2})(?:(?=${UNMISTAKABLE})${SURNAME}${HAN}{1,2}|${SURNAME}${HAN}{1,2}(?!${HAN}))`,
  ),
  rule(`((?:我|本人|免贵|免貴|她|他|机主|户主)姓)(${LEAD})(?:${DOUBLE_SURNAMES}|${HAN})`),
  [new RegExp(`(?!${NO_NAME})${SURNAME}${HAN}{0,2}(${TITLE})`, 'gu'), (_, title) => `${MASKS.name}${title}`],
  rule(String.raw`\b(${MY_NAME}|${CALL_ME}|${REGARDS})(\s{0,3})${WORDS}`, 'giu'),
  rule(String.raw`\b([Tt]hanks|[Tt]hank you|[Cc]heers)([,.!]?\s{1,2})${CAPITALS}(?=[\s.!]{0,4}$)`),
  rule(String.raw`\b([Tt]his is|[Ii]t['’]s)(\s)${CAPITAL}(?:\s${CAPITAL}){1,3}`),
  rule(String.raw`\b([Ii] am|[Ii]['’]m)(\s)${CAPITALS}`),
  rule(String.raw`\b([Mm]rs?|M[RS]|Ms|Mx|Miss|[Dd]r)(\.?\s{1,2})${WORD}(?:\s${CAPITAL}){0,2}`),
];
