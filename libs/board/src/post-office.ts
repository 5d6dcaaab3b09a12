import { createTransport, type Transporter } from 'nodemailer';
import type { BoardMail } from './wording.js';

/** What came of a try: it went out · it never will · not this time. Reasons hold no address. */
export type PostResult = { readonly error: string | null; readonly final: boolean };

/** What nodemailer throws; never its words, which may hold the address. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const PHASE_MS = 10_000;

/** Sends mail to followers over a few kept connections. */
export class PostOffice {
  private transport: Transporter | undefined;

  constructor(private readonly mail: { readonly url: string; readonly from: string }) {}

  /** True where a mail server is set. */
  get open(): boolean {
    return this.mail.url !== '';
  }

  /** Never throws. `leave` is the address by which a mail program lets its reader out with one click (RFC 8058). */
  async send(
    to: { readonly id: string; readonly address: string; readonly leave: string },
    mail: BoardMail,
  ): Promise<PostResult> {
    if (!this.open) return { error: 'No mail server is set (SMTP_URL).', final: false };
    const oneClick = to.leave.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
    const headers = { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${to.leave}>`, ...oneClick };
    try {
      await this.connection().sendMail({
        ...{
          from: this.mail.from,
          to: { name: '', address: to.address },
          messageId: `<${to.id}@${this.host}>`,
          headers,
        },
        ...{ subject: mail.subject, text: mail.text, html: mail.html, textEncoding: 'base64' },
      });
      return { error: null, final: true };
    } catch (error) {
      return verdict(error as MailError);
    }
  }

  close(): void {
    this.transport?.close();
  }

  private get host(): string {
    return /@([\w.-]+)>?\s*$/.exec(this.mail.from)?.[1]?.toLowerCase() ?? 'localhost';
  }

  private connection(): Transporter {
    const limits = { connectionTimeout: PHASE_MS, greetingTimeout: PHASE_MS, dnsTimeout: PHASE_MS, socketTimeout: 2 * PHASE_MS }; // prettier-ignore
    const plain = { disableFileAccess: true, disableUrlAccess: true };
    return (this.transport ??= createTransport({
      url: this.mail.url,
      pool: true,
      maxConnections: 2,
      ...limits,
      ...plain,
    }));
  }
}

function verdict({ code, command, responseCode }: MailError): PostResult {
  if (responseCode === undefined && code === 'EENVELOPE')
    return { error: 'The e-mail address cannot be used.', final: true };
  if (responseCode === undefined)
    return { error: `The mail server was not reached (${code ?? 'error'}).`, final: false };
  const final = responseCode >= 500 && command === 'RCPT TO';
  return { error: `The mail server said ${responseCode} to ${command ?? 'us'}.`, final };
}
