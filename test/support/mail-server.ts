import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that the server has taken. */
export interface TakenMail extends ParsedMail {
  /** Of the envelope. */
  readonly rcpt: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it is given. */
export class MailServer {
  /** In the order in which they came. */
  readonly mails: TakenMail[] = [];
  /** Address → what the server says to it, `550 5.1.1 nobody here`. */
  readonly refused = new Map<string, string>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const kept: { mail?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const said = kept.mail?.refused.get(address);
        done(said ? Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const rcpt = session.envelope.rcptTo[0]?.address ?? '';
          void simpleParser(raw, { skipTextToHtml: true }).then((mail) => {
            kept.mail?.mails.push({ ...mail, rcpt, raw: raw.toString() });
            done();
          });
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return (kept.mail = new MailServer(server));
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The latest to an address. */
  latest(address: string): TakenMail {
    const mail = this.mails.findLast(({ rcpt }) => rcpt === address);
    if (!mail) throw new Error(`No mail to ${address}`);
    return mail;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
