/** Lines after which a mail program has put what is answered. Chinese and English programs, and what the two have in common. */
const QUOTED_BELOW = [
  /^\s*-{2,}\s*(原始邮件|原邮件|回复的?邮件|回复的原邮件|转发的?邮件(信息)?|邮件原件|original( message)?|forwarded message|reply message)\s*-{2,}/i,
  /^\s*_{10,}\s*$/,
];
/** "… 写道：", "On … wrote:": what follows is quoted, or quoted line by line with an answer below. */
const WROTE = [/(写道|寫道|来信|wrote|schrieb|a écrit)\s*[:：]\s*$/i];
const WROTE_BEGINS = /^\s*(on|at|在|于|於|\d{4}\s*[-/年.]|"|“|<|.{1,40}(于|於)\s*\d{4}\s*[-/年.])/i;
/** Head of a quoted mail: `发件人: …` with `发送时间: …` close by. */
const FROM = /^\s*\*?(发件人|寄件者|寄件人|from)\s*\*?\s*[:：]/i;
const SENT = /^\s*\*?(发送时间|发送日期|日期|时间|收件人|收件者|主题|sent|date|to|subject)\s*\*?\s*[:：]/i;
/** What programs sign with. */
const SIGNED_BY_PROGRAM =
  /^\s*(发自我的|发自.{0,20}(iphone|ipad|手机|邮箱)|来自.{0,20}(邮箱|邮件|手机)|从.{1,20}发送|sent from (my|mail for)|get outlook for|获取\s*outlook|下载.{0,20}邮箱)/i;
const SIGNATURE = /^-- ?$/;
const NEAR = 4;
const LONGEST_HEADER = 400;

/** What somebody has written themselves, without the mail they answer and without their signature; may be empty. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n');
  const own: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (SIGNATURE.test(line) || QUOTED_BELOW.some((pattern) => pattern.test(line)) || isHead(lines, index)) break;
    const header = wroteAt(lines, index);
    if (header > 0) {
      // Answers below or between quoted lines are kept; without quotation marks everything that follows is the old mail.
      if (!isQuoted(nextLine(lines, index + header))) break;
      index += header - 1;
      continue;
    }
    if (!isQuoted(line) && !SIGNED_BY_PROGRAM.test(line)) own.push(line.trimEnd());
  }
  return own.join('\n').replace(/\n{3,}/g, '\n\n').trim(); // prettier-ignore
}

function isQuoted(line: string | undefined): boolean {
  return /^\s*[>＞|]/.test(line ?? '');
}

function nextLine(lines: readonly string[], from: number): string | undefined {
  return lines.slice(from).find((line) => line.trim() !== '');
}

function isHead(lines: readonly string[], index: number): boolean {
  return FROM.test(lines[index] ?? '') && lines.slice(index + 1, index + 1 + NEAR).some((line) => SENT.test(line));
}

/** How many lines a "… wrote:" takes that begins here; 0 when none does. Programs break it after 76 characters. */
function wroteAt(lines: readonly string[], index: number): number {
  const first = lines[index] ?? '';
  if (first.length > LONGEST_HEADER) return 0;
  if (!WROTE_BEGINS.test(first) && !/[@<].*(写道|寫道|wrote)\s*[:：]\s*$/i.test(first)) return 0;
  for (let count = 1; count <= 3; count++) {
    const joined = lines.slice(index, index + count).join(' ');
    if (joined.length > LONGEST_HEADER || (lines[index + count - 1] ?? '').trim() === '') return 0;
    if (WROTE.some((pattern) => pattern.test(joined))) return count;
  }
  return 0;
}

/** Thanks and receipts, all that they may be made of. A negation or a question is in none of them. */
const COURTESY = (
  '谢谢 谢 多谢 感谢 致谢 非常 十分 太 很 真 您 你 们 的 了 啊 呀 哦 噢 嗯 哈 好的 好 收到 已收 知道 明白 辛苦 麻烦 客气 贵公司 ' +
  '回复 答复 回信 帮助 处理 解决了 已解决 已经 ok okay thanks thank you thx so very much alot many for your the help reply ' +
  'answer gotit received great cheers regards best kind well noted all good perfect'
).split(' ');
const LONGEST_COURTESY = 80;

/** True for words that only thank or confirm: nobody has to do anything about them. */
export function isThanks(words: string): boolean {
  const bare = words.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}\s]/gu, ''); // prettier-ignore
  if (bare.length > LONGEST_COURTESY) return false;
  // Where such words may end; a pattern of them would try every way to take a long 谢谢谢谢 apart.
  const ends = new Set([0]);
  for (const end of ends) for (const word of COURTESY) if (bare.startsWith(word, end)) ends.add(end + word.length);
  return ends.has(bare.length);
}
