import { htmlOfText, mailPage } from '@huiyin/deliver';
import type { BoardLanguage, BoardStatus } from './board.js';

/** How a suggestion stands, in plain words. */
export const STATUS_WORDS: Readonly<Record<BoardLanguage, Readonly<Record<BoardStatus, string>>>> = {
  zh: { open: '已收到', planned: '已列入计划', 'in-progress': '正在改进', done: '已实现', declined: '暂不采纳' },
  en: { open: 'Heard', planned: 'Planned', 'in-progress': 'Being done', done: 'Done', declined: 'Not planned' },
};

/** What a mail to a follower is made of. */
export interface MailFacts {
  readonly language: BoardLanguage;
  readonly board: string;
  readonly title: string;
  /** Null: the question whether they want to be told. */
  readonly status: BoardStatus | null;
  readonly answer: string | null;
  /** Of the post, or of the page that asks. */
  readonly link: string;
  readonly leave: string;
}

/** A mail, ready to be sent. */
export interface BoardMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WORDS = {
  zh: {
    ask: (title: string) => `请确认：关注“${title}”`,
    asked: (board: string, title: string) =>
      `您好：\n\n有人（应该是您）在${board}用这个邮箱关注了建议“${title}”。请打开下面的链接确认，之后有进展我们会告诉您：`,
    ignore: '如果不是您，请不必理会，您不会再收到邮件。',
    news: (title: string, status: string) => `您关注的建议${status}：${title}`,
    told: (title: string, status: string) => `您好：\n\n您关注的建议“${title}”有了进展：${status}。`,
    more: '查看详情：',
    leave: '不想再收到这条建议的邮件？请打开：',
  },
  en: {
    ask: (title: string) => `Please confirm: follow “${title}”`,
    asked: (board: string, title: string) =>
      `Hello,\n\nsomebody, most likely you, asked at ${board} to be told at this address about “${title}”. Please open this link to confirm:`,
    ignore: 'If it was not you, do nothing, and you will get no more mail.',
    news: (title: string, status: string) => `${status}: ${title}`,
    told: (title: string, status: string) =>
      `Hello,\n\nthe suggestion “${title}” that you follow has moved on: ${status}.`,
    more: 'See more:',
    leave: 'No more mail about this suggestion? Open:',
  },
} as const;

/** Writes the mail to a follower. Words of staff stand in it as text, never as HTML. */
export function mailTo({ language, board, title, status, answer, link, leave }: MailFacts): BoardMail {
  const words = WORDS[language];
  const parts =
    status === null
      ? [words.asked(board, title), link, words.ignore]
      : [
          words.told(title, STATUS_WORDS[language][status]),
          ...(answer ? [quote(answer)] : []),
          `${words.more}\n${link}`,
          `${words.leave}\n${leave}`,
        ];
  const subject = status === null ? words.ask(title) : words.news(title, STATUS_WORDS[language][status]);
  const oneLine = subject.replace(/\s+/g, ' ').slice(0, 200);
  const text = `${parts.join('\n\n')}\n\n${board}\n`;
  return { subject: oneLine, text, html: mailPage(htmlOfText(text, null, language), oneLine, language) };
}

function quote(answer: string): string {
  const lines = answer.trim().split(/\r\n|\r|\n/);
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
