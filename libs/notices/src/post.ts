import { NotPublicError, type OutgoingHttp } from '@huiyin/outgoing';
import { createTransport } from 'nodemailer';
import type { NoticeKind } from './notice.js';
import { TRY_SECONDS } from './notice.js';
import { robotBody, robotUrl, verdictOf, type NoticeVerdict, type RobotKind } from './robots.js';
import type { NoticeMessage } from './wording.js';

/** Where a message goes. */
export interface NoticeTarget {
  readonly kind: NoticeKind;
  /** URL of a robot, or an e-mail address. */
  readonly target: string;
  /** DingTalk's sign secret. */
  readonly secret: string | null;
  /** By the clock on the wall, seconds since 1970: signatures need it. */
  readonly wallSeconds: number;
}

/** How mail is sent; an empty URL: not at all. */
export interface NoticeMail {
  readonly url: string;
  readonly from: string;
}

/** Sends a message to staff once. */
export class NoticePost {
  constructor(
    private readonly http: OutgoingHttp,
    readonly mail: NoticeMail,
  ) {}

  /** Never throws: whatever happens is a verdict. `stop` ends the try early. */
  async send(to: NoticeTarget, message: NoticeMessage, stop?: AbortSignal): Promise<NoticeVerdict> {
    if (to.kind === 'email') return this.byMail(to.target, message);
    return this.toRobot({ ...to, kind: to.kind }, message, stop);
  }

  private async toRobot(
    { kind, target, secret, wallSeconds }: NoticeTarget & { readonly kind: RobotKind },
    message: NoticeMessage,
    stop?: AbortSignal,
  ): Promise<NoticeVerdict> {
    const limit = AbortSignal.timeout(TRY_SECONDS * 1_000);
    const signal = stop ? AbortSignal.any([stop, limit]) : limit;
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const request = { headers, body: robotBody(kind, message) };
    try {
      return verdictOf(kind, await this.http.exchange(robotUrl(kind, target, secret, wallSeconds), request, signal));
    } catch (error) {
      return { verdict: 'retry', status: null, code: null, error: reasonOf(error) };
    }
  }

  private async byMail(address: string, { title, text }: NoticeMessage): Promise<NoticeVerdict> {
    const { url, from } = this.mail;
    if (url === '') return { verdict: 'retry', status: null, code: null, error: 'No mail server is set (SMTP_URL).' };
    const phase = (TRY_SECONDS * 1_000) / 2;
    const timeouts = { connectionTimeout: phase, greetingTimeout: phase, dnsTimeout: phase, socketTimeout: phase };
    const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await transport.sendMail({
        from,
        to: { name: '', address },
        subject: title,
        text,
        textEncoding: 'base64',
        headers,
      });
      return { verdict: 'sent', status: 250, code: null, error: null };
    } catch (error) {
      return mailVerdict(error as MailError);
    } finally {
      transport.close();
    }
  }
}

/** What nodemailer throws; never its words, which may hold the address. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

function mailVerdict({ code, command, responseCode: said }: MailError): NoticeVerdict {
  const responseCode = said ?? null;
  const known = { status: responseCode, code: null };
  if (responseCode === null && code === 'EENVELOPE')
    return { ...known, verdict: 'refused', error: 'The e-mail address cannot be used.' };
  if (responseCode === null)
    return { ...known, verdict: 'retry', error: `The mail server was not reached (${code ?? 'error'}).` };
  const nobody = command === 'RCPT TO' && responseCode >= 500;
  if (nobody) return { ...known, verdict: 'gone', error: `The mail server knows nobody there (${responseCode}).` };
  return { ...known, verdict: 'retry', error: `The mail server said ${responseCode} to ${command ?? 'us'}.` };
}

function reasonOf(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (error instanceof NotPublicError) return message;
  if (name === 'AbortError' || name === 'TimeoutError') return 'There was no answer in time.';
  return `The robot was not reached (${code ?? 'error'}).`;
}
