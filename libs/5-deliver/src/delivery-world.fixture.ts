import { Conductor, Lane } from '@huiyin/bus';
import { Database, type Sql } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { makeKeyring, Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { Channel, CHANNELS, type ChannelName, type ChannelResult, type Message } from './channel.js';
import { DeliverHandler } from './deliver.handler.js';
import { Deliveries } from './deliveries.adapter.js';
import { MailTokens } from './mail-tokens.js';
import { Outbox } from './outbox.adapter.js';
import { SurveyLinks } from './outbox.js';
import { DeliverySender } from './sender.adapter.js';

/** A channel that does as it is told and remembers what it was given. */
export class FakeChannel extends Channel {
  readonly sent: Message[] = [];
  readonly keepsLink: boolean;
  readonly repeatable: boolean;
  readonly concurrency = 4;
  readonly batchSize = 100;
  readonly timeoutMs = 10_000;
  answer: (message: Message, signal: AbortSignal) => ChannelResult | Promise<ChannelResult> = () => {
    return { status: 'sent', proof: 'taken' };
  };

  constructor(readonly name: ChannelName) {
    super();
    this.keepsLink = name === 'log';
    this.repeatable = name !== 'email';
  }

  async send(message: Message, signal: AbortSignal): Promise<ChannelResult> {
    this.sent.push(message);
    return this.answer(message, signal);
  }
}

/** Links of which nothing is stored; those of `closed` items are refused. */
export class FakeLinks extends SurveyLinks {
  readonly minted = new Map<string, string>();
  readonly closed = new Set<string>();

  async mint(_tx: Sql, requests: readonly { deliveryId: string; feedbackId: string }[]): Promise<Map<string, string>> {
    const open = requests.filter(({ feedbackId }) => !this.closed.has(feedbackId));
    const links = new Map(open.map(({ deliveryId }) => [deliveryId, `https://fb.example/s/secret-${uuidv7()}`]));
    for (const [id, link] of links) this.minted.set(id, link);
    return links;
  }
}

/** What is known of an item that arrives at stage 5. */
interface Arrival {
  readonly customer?: { readonly email?: string; readonly phone?: string };
  readonly source?: string;
  readonly language?: string;
  readonly reply?: string | null;
}

/** A stage 5 of one's own on a database of one's own, with a clock that can be moved. */
export class DeliveryWorld {
  readonly clock = new ShiftedClock();
  readonly db: Database;
  readonly conductor: Conductor;
  readonly deliveries: Deliveries;
  /** What the operator has set up; a test may take the mail server away. */
  readonly settings = { order: CHANNELS, mail: true, sms: false };
  readonly vault = new Vault(makeKeyring());
  readonly tokens = new MailTokens(this.vault, { publicUrl: 'https://fb.example', replyTo: '' });
  readonly outbox = new Outbox(this.settings, this.vault, this.tokens);
  readonly links = new FakeLinks();
  readonly webhook = new FakeChannel('webhook');
  readonly email = new FakeChannel('email');
  readonly sms = new FakeChannel('sms');
  readonly log = new FakeChannel('log');
  readonly lane: Lane;

  constructor(url: string) {
    const limits = { statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
    this.db = new Database({ url, poolSize: 12, ...limits }, this.clock);
    this.conductor = new Conductor(this.db);
    this.deliveries = new Deliveries(this.db, this.conductor);
    this.lane = new Lane(this.db, new DeliverHandler(this.outbox, this.vault), 500);
  }

  /** A sender as another process would run it. */
  sender(
    unsure: 'hold' | 'resend' = 'hold',
    channels: readonly Channel[] = [this.webhook, this.email, this.sms, this.log],
  ) {
    return new DeliverySender({ ...this, channels }, { leaseSeconds: 60, unsure });
  }

  /** Items with a resolution that have just entered the stage. */
  async arrive(count = 1, { customer, source, language = 'zh', reply = '已修复' }: Arrival = {}): Promise<string[]> {
    const ids = Array.from({ length: count }, uuidv7);
    await this.db.transaction(async (tx) => {
      await tx.query(`insert into feedback (id, stage, language) select unnest($1::uuid[]), 'deliver', $2`, [
        ids,
        language,
      ]);
      await tx.query(
        `insert into feedback_words (feedback_id, text, accepted_by, customer, source, external_id)
         select id, '信号不好', 'key:1', $2, $3, case when $3::text is not null then 'x-' || id end from unnest($1::uuid[]) id`,
        [ids, customer ? JSON.stringify(customer) : null, source ?? null],
      );
      if (reply === null) return;
      const resolution = uuidv7();
      await tx.query(
        `insert into resolution (id, action, summary, reply, actor) values ($1, 'fixed', 's', $2, 'person:1')`,
        [resolution, reply],
      );
      await tx.query('insert into item_resolution select unnest($1::uuid[]), 1, $2', [ids, resolution]);
    });
    return ids;
  }

  /** Where an item stands, e.g. `deliver waiting team`. */
  async standing(id: string): Promise<string> {
    const [row] = await this.db.query<{ text: string }>(
      `select concat_ws(' ', stage, state, waiting_for, close_reason) as text from feedback where id = $1`,
      [id],
    );
    return row?.text ?? 'nowhere';
  }

  /** The deliveries of an item, e.g. `email failed 2`. */
  async told(id: string): Promise<string[]> {
    return (await this.deliveries.ofFeedback(id)).map(
      ({ channel, state, attempts }) => `${channel} ${state} ${attempts}`,
    );
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}
