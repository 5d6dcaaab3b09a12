import { expect } from '@jest/globals';
import type { Answer } from './call.js';
import { LoopWorld } from './loop-world.js';
import { MailServer, type TakenMail } from './mail-server.js';

const FORM = 'application/x-www-form-urlencoded';

/** What staff write of a suggestion. */
export const WORDS = { title: '地铁里信号更好', text: '希望地铁隧道里也有稳定的 5G 信号。', answer: null };

/** A post that was made public, with what it is about. */
export interface Published {
  readonly id: string;
  readonly slug: string;
  readonly cluster: string;
  readonly item: string;
}

/** The board before visitors without a key, with a real mail server behind it. */
export class BoardWorld {
  private constructor(
    readonly loop: LoopWorld,
    readonly mail: MailServer,
  ) {}

  static async start(): Promise<BoardWorld> {
    const mail = await MailServer.start();
    const config = { smtpUrl: mail.url, mailFrom: '回音 <noreply@op.example>', channels: ['email', 'log'] } as const;
    return new BoardWorld(await LoopWorld.start({ config }), mail);
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.mail.stop();
  }

  /** A page as a Chinese browser asks for it. */
  page(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.loop.call('GET', path, { key: '', headers: { 'accept-language': 'zh-CN', ...headers } });
  }

  /** Sends a form of the board. */
  send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const raw = new URLSearchParams(fields).toString();
    return this.loop.call('POST', path, {
      key: '',
      raw,
      type: FORM,
      headers: { 'accept-language': 'zh-CN', ...headers },
    });
  }

  /** A cluster with one item in it, as the analysis would have made it. */
  async cluster(text = '地铁里信号弱'): Promise<{ id: string; item: string }> {
    const item = await this.loop.collect(text);
    await this.loop.settle();
    const { db } = this.loop;
    await db.query('delete from cluster_member where feedback_id = $1', [item]);
    const [row] = await db.query<{ id: string }>(
      `insert into cluster (id, name, category, language, size) values (gen_random_uuid(), $1, 'network', 'zh', 1) returning id`,
      [text],
    );
    await db.query('insert into cluster_member (feedback_id, cluster_id, score) values ($1, $2, 1)', [item, row!.id]);
    return { id: row!.id, item };
  }

  /** Makes a cluster public. */
  async publish(words: object = WORDS): Promise<Published> {
    const { id: cluster, item } = await this.cluster();
    const made = await this.loop.post('/api/v1/board/posts', { clusterId: cluster, zh: words });
    expect(made).toMatchObject({ status: 201, body: { public: true } });
    return { id: made.body.id, slug: made.body.slug, cluster, item };
  }

  /** Says how a cluster stands. */
  async decide(clusterId: string, change: object): Promise<void> {
    expect(await this.loop.call('PATCH', `/api/v1/clusters/${clusterId}`, { body: change })).toMatchObject({
      status: 200,
    });
  }

  /** Looks at the posts and sends what is due. */
  async drain(): Promise<void> {
    await this.loop.worker.board.drain();
  }

  /** Follows a post as the holder of a mailbox does, by the link in the mail. */
  async follow(slug: string, email: string, fields: Record<string, string> = {}): Promise<void> {
    expect(await this.send(`/board/${slug}/follow`, { email, ...fields })).toMatchObject({ status: 200 });
    await this.drain();
    expect(await this.send(linkIn(this.mail.latest(email), 'confirm'), {})).toMatchObject({ status: 200 });
  }

  /** How many mails an address was sent. */
  mailsTo(address: string): number {
    return this.mail.mails.filter(({ rcpt }) => rcpt === address).length;
  }
}

/** The path of a link of a kind in a mail. */
export function linkIn({ text = '' }: TakenMail, kind: string): string {
  return new RegExp(`/board/${kind}/[\\w-]+`).exec(text)![0];
}

/** The cookie that an answer has set. */
export function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0]!;
}
