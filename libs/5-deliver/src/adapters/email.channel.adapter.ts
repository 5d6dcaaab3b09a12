import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { Channel, type ChannelResult, type Message } from '../channel.js';
import { mailOf } from '../mail-body.js';
import type { MailTokens } from '../mail-tokens.js';

/** How mail is sent. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly url: string;
  /** `Name <address>` */
  readonly from: string;
  /** Where replies go, and who may say that it is enough. */
  readonly tokens: MailTokens;
}

/** What nodemailer throws, as far as it tells what happened. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  /** Of the server's answer, e.g. 550. */
  readonly responseCode?: number;
  /** The server's answer in full; it may hold the address. */
  readonly response?: string;
}

const CONNECTIONS = 5;
const PHASE_TIMEOUT_MS = 10_000;

/**
 * E-mail by SMTP over a few kept connections. A mail server cannot tell a second copy by its Message-ID for sure, so a try
 * that ended after the text had begun to flow and before the server said yes is `unsure`.
 */
export class EmailChannel extends Channel {
  readonly name = 'email';
  readonly repeatable = false;
  readonly keepsLink = false;
  readonly concurrency = CONNECTIONS;
  readonly batchSize = 4 * CONNECTIONS;
  readonly timeoutMs = 30_000;
  private readonly transport: Transporter;
  private readonly texts = new Map<string, Readable[]>();
  private readonly host: string;

  constructor(private readonly settings: MailSettings) {
    super();
    this.host = mailHost(settings.from);
    this.transport = createTransport({
      url: settings.url,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: PHASE_TIMEOUT_MS,
      greetingTimeout: PHASE_TIMEOUT_MS,
      dnsTimeout: PHASE_TIMEOUT_MS,
      socketTimeout: 2 * PHASE_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.watchTexts();
  }

  async send(message: Message, signal: AbortSignal): Promise<ChannelResult> {
    if (message.email === null) return { status: 'refused', reason: 'The customer has no e-mail address any more.' };
    if (message.barred !== null) return { status: 'refused', reason: BARRED[message.barred] };
    const messageId = `<${message.id}@${this.host}>`;
    const { tokens } = this.settings;
    const { text, html, headers } = mailOf(
      message,
      message.purpose === 'survey' ? tokens.unsubscribeUrl(message.email) : null,
    );
    const replyTo = tokens.replyAddress(message.id);
    const mail = {
      messageId,
      from: this.settings.from,
      to: { name: '', address: message.email },
      subject: message.subject,
      ...(replyTo === null ? {} : { replyTo }),
      text,
      html,
      textEncoding: 'base64' as const,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Huiyin-Reference': message.reference, ...headers },
      signal,
    };
    this.texts.set(messageId, []);
    try {
      const { response } = (await this.transport.sendMail(mail)) as { response: string };
      return { status: 'sent', proof: `${messageId} ${response}`.slice(0, 500) };
    } catch (error) {
      return verdict(error as MailError, this.begun(messageId));
    } finally {
      this.texts.delete(messageId);
    }
  }

  override async close(): Promise<void> {
    this.transport.close();
  }

  private begun(messageId: string): boolean {
    return (this.texts.get(messageId) ?? []).some((text) => text.readableDidRead);
  }

  /** Keeps the stream of each text: it is read only after the server has answered DATA with "go on". */
  private watchTexts(): void {
    this.transport.use('stream', (mail, done) => {
      const { message } = mail;
      const create = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const text = create(options);
        this.texts.get(String(mail.data.messageId))?.push(text);
        return text;
      };
      done();
    });
  }
}

const BARRED = {
  bounced: 'Mail to this address came back earlier. Clear it at /api/v1/mail-bars when it is right after all.',
  unsubscribed: 'The customer wants no more questions by e-mail.',
} as const;

/** The host of `Name <address>`: what our Message-IDs end with. */
export function mailHost(from: string): string {
  return /@([\w.-]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost';
}

/** There is nobody at the address: so the extended code says (RFC 3463, 5.1.x), or where there is none, the plain one. */
function nobodyThere({ command, responseCode, response = '' }: MailError): boolean {
  if (command !== 'RCPT TO') return false;
  const extended = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  return extended ? extended.startsWith('5.1.') : [550, 551, 553].includes(responseCode ?? 0);
}

/** A server's last word is believed; a refused login or sender is our own fault, and may be put right. */
function verdict(error: MailError, begun: boolean): ChannelResult {
  const { code, command, responseCode } = error;
  if (responseCode === undefined) {
    if (begun)
      return {
        status: 'unsure',
        reason: `The connection ended (${code ?? 'error'}) before the mail server confirmed the message.`,
      };
    if (code === 'EENVELOPE') return { status: 'refused', reason: 'The e-mail address cannot be used.' };
    return { status: 'retry', reason: `The mail server was not reached (${code ?? 'error'}).` };
  }
  const said = `The mail server said ${responseCode} to ${command ?? 'us'}.`;
  const final = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const aboutTheMessage = command !== 'MAIL FROM' && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (!final || !aboutTheMessage) return { status: 'retry', reason: said };
  return { status: 'refused', reason: said, ...(nobodyThere(error) ? { badAddress: true } : {}) };
}
