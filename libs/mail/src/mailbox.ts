import type { Database, Sql } from '@huiyin/database';
import { ImapFlow } from 'imapflow';
import { readMail } from './read-mail.js';
import type { MailTaking } from './taking.js';

/** Where mail is fetched from, and how often. */
export interface MailboxSettings {
  /** `imaps://user:password@host:993/INBOX` */
  readonly url: string;
  readonly pollSeconds: number;
  readonly trouble: (error: unknown) => void;
}

/** Of a mail so many bytes are fetched: its words come first, and files are not kept anyway. */
const MOST_BYTES = 5 * 1024 * 1024;
const PHASE_TIMEOUT_MS = 15_000;
const AT_ONCE = 50;

/**
 * Fetches mail by IMAP. How far it got is on record with each mail, in the same transaction; nothing in the mailbox is changed
 * but the mark that a mail has been seen. Several workers may look at once: the record of how far decides.
 */
export class Mailbox {
  /** Host and folder: what the record is kept under. */
  readonly name: string;
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<unknown> = Promise.resolve();
  private client: ImapFlow | undefined;
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly taking: MailTaking,
    private readonly settings: MailboxSettings,
  ) {
    const { host } = new URL(settings.url);
    this.name = `${host}/${this.folder}`;
  }

  start(): void {
    const round = () => {
      this.work = this.look()
        .catch((error: unknown) => this.settings.trouble(error))
        .finally(() => {
          if (!this.stopping) this.timer = setTimeout(round, this.settings.pollSeconds * 1_000);
        });
    };
    round();
  }

  /** The mail under way is finished or left for the next time. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    this.client?.close();
    await this.work;
  }

  /** Looks once, and takes what is new. @returns how many mails were looked at */
  async look(): Promise<number> {
    const client = this.connect();
    // An error that nobody waits for would end the process.
    client.on('error', () => undefined);
    this.client = client;
    try {
      await client.connect();
      const { uidValidity, uidNext } = await client.mailboxOpen(this.folder);
      const validity = String(uidValidity);
      const from = await this.begin(client, validity, uidNext);
      const taken = await this.takeAfter(client, validity, from);
      await this.note(null);
      await client.logout();
      return taken;
    } catch (error) {
      if (this.stopping) return 0;
      await this.note(troubleOf(error)).catch(() => undefined);
      throw error;
    } finally {
      client.close();
      this.client = undefined;
    }
  }

  private get folder(): string {
    return decodeURIComponent(new URL(this.settings.url).pathname.slice(1)) || 'INBOX';
  }

  private connect(): ImapFlow {
    const { protocol, hostname, port, username, password } = new URL(this.settings.url);
    const secure = protocol === 'imaps:';
    return new ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 993 : 143),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: PHASE_TIMEOUT_MS,
      greetingTimeout: PHASE_TIMEOUT_MS,
      socketTimeout: 2 * PHASE_TIMEOUT_MS,
    });
  }

  /** The last mail that was taken. At the first look, and when the server numbers anew: the last before the oldest unread one. */
  private async begin(client: ImapFlow, validity: string, uidNext: number): Promise<number> {
    const [known] = await this.db.query<{ uidValidity: string; lastUid: number }>(
      `select uid_validity as "uidValidity", last_uid as "lastUid" from mailbox_cursor where mailbox = $1`,
      [this.name],
    );
    if (known?.uidValidity === validity) return known.lastUid;
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    const last = unread.length > 0 ? Math.min(...unread) - 1 : uidNext - 1;
    await this.db.query(
      `insert into mailbox_cursor as c (mailbox, uid_validity, last_uid) values ($1, $2, $3)
       on conflict (mailbox) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
       where c.uid_validity <> excluded.uid_validity`,
      [this.name, validity, last],
    );
    return last;
  }

  private async takeAfter(client: ImapFlow, validity: string, from: number): Promise<number> {
    // `n:*` also gives the last mail when there is none from n on.
    const found = (await client.search({ uid: `${from + 1}:*` }, { uid: true })) || [];
    const uids = found.filter((uid) => uid > from).sort((a, b) => a - b); // prettier-ignore
    let taken = 0;
    for (const uid of uids) {
      if (this.stopping || taken === AT_ONCE) break;
      await this.takeOne(client, validity, uid);
      taken++;
    }
    return taken;
  }

  private async takeOne(client: ImapFlow, validity: string, uid: number): Promise<void> {
    const fetched = await client.fetchOne(String(uid), { source: { start: 0, maxLength: MOST_BYTES } }, { uid: true });
    const advance = (tx: Sql) => this.advance(tx, validity, uid);
    // Somebody else has removed it meanwhile.
    if (!fetched || !fetched.source) return void (await this.db.transaction(advance));
    const mail = await readMail(fetched.source).catch(() => null);
    if (mail === null) await this.taking.noteUnreadable(fetched.source, 'imap', advance);
    else await this.taking.take(mail, 'imap', advance);
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }).catch(() => undefined);
  }

  /** False when another worker has been here. */
  private async advance(tx: Sql, validity: string, uid: number): Promise<boolean> {
    const rows = await tx.query(
      `update mailbox_cursor set last_uid = $3 where mailbox = $1 and uid_validity = $2 and last_uid < $3 returning mailbox`,
      [this.name, validity, uid],
    );
    return rows.length === 1;
  }

  private async note(trouble: string | null): Promise<void> {
    await this.db.query('update mailbox_cursor set looked_at = loop_now(), trouble = $2 where mailbox = $1', [
      this.name,
      trouble,
    ]);
  }
}

/** A sentence for staff; what a server says may hold the user's name. */
function troubleOf(error: unknown): string {
  const { code, authenticationFailed } = error as { code?: string; authenticationFailed?: boolean };
  if (authenticationFailed) return 'The mailbox refused user or password (HUIYIN_IMAP_URL).';
  return `The mailbox could not be read (${code ?? 'error'}).`;
}
