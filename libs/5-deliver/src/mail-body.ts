import type { Message } from './channel.js';
import { escapeHtml, htmlOfText, mailPage } from './templates/html.js';

/** The sentence under a survey that leads out. */
const UNSUBSCRIBE = {
  zh: { text: '不想再收到回访邮件？请打开：', html: '不想再收到回访邮件？<a href="$" style="color:inherit">退订</a>' },
  en: {
    text: 'No more questions by e-mail? Open: ',
    html: 'No more questions by e-mail? <a href="$" style="color:inherit">Unsubscribe</a>',
  },
} as const;

/** What a mail carries of a message. */
export interface Mail {
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A message as mail: plain text and HTML that say the same.
 * @param unsubscribe address at which the reader wants no more of this kind; null where that is no choice (answers).
 * One click (RFC 8058) is offered where the address is https, as the RFC demands.
 */
export function mailOf(
  message: Pick<Message, 'subject' | 'body' | 'html' | 'link' | 'language'>,
  unsubscribe: string | null,
): Mail {
  const { subject, body, link, language } = message;
  const inner = message.html ?? htmlOfText(body, link, language);
  if (unsubscribe === null) return { text: body, html: mailPage(inner, subject, language), headers: {} };
  const words = UNSUBSCRIBE[language];
  const footer = `<p style="margin:24px 0 0;font-size:13px">${words.html.replace('$', () => escapeHtml(unsubscribe))}</p>`;
  return {
    text: `${body}\n-- \n${words.text}${unsubscribe}\n`,
    html: mailPage(`${inner}\n${footer}`, subject, language),
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      ...(unsubscribe.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  };
}
