import { embeddedUrl, readEmbeddedConnection } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { verifyLedger, type Offender } from '@huiyin/journey';
import { SystemClock } from '@huiyin/loop';
import { freePort } from '@huiyin/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/build.mjs';
import { Client } from './client.js';
import { generator } from './random.js';
import { Receiver } from './receiver.js';
import { Victims, type Victim } from './victims.js';

/** How hard a run is. */
export interface CrashOptions {
  readonly items: number;
  readonly kills: number;
  readonly seed: number;
  readonly giveUpAfterMs: number;
  readonly say: (line: string) => void;
}

/** What a run came to; all is well when every list is empty and every item is where it should be. */
export interface CrashReport {
  readonly kills: Record<string, number>;
  readonly freezes: number;
  readonly repeatedRequests: number;
  /** Items answered with 2xx that are missing, double, or under another id than was answered. */
  readonly lost: string[];
  /** How many items stand where: `stage/state`. */
  readonly standing: Record<string, number>;
  readonly offenders: Offender[];
  /** Items of whose answer the receiver, after leaving out repeats of a delivery id, has not exactly one. */
  readonly toldWrong: string[];
  /** Messages that came again under the same id. */
  readonly repeatedMessages: number;
}

const STAGE_LIMIT_MS = 2_000;
const SENDERS = 8;
/** More often the workers, where the work is. */
const LOTTERY: readonly Victim[] = [
  'api',
  'api',
  'worker',
  'worker',
  'worker',
  'second worker',
  'second worker',
  'postgres',
  'postgres',
  'everything',
];

/** Pushes items round the loop while everything is killed at random, and says what came of it. */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  await buildIfStale();
  const random = generator(options.seed);
  const receiver = await Receiver.start(random);
  const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-crash-'));
  const env = {
    HUIYIN_STAGE_LIMIT_MS: String(STAGE_LIMIT_MS),
    HUIYIN_DELIVERY_LEASE_SECONDS: '5',
    HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8',
    HUIYIN_LOG_LEVEL: 'fatal',
    HUIYIN_BATCH_SIZE: '50',
  };
  const victims = await Victims.start({ dataDir, port: await freePort(), env });
  try {
    return await new Run(options, { victims, receiver, random, dataDir }).go();
  } finally {
    await victims.stop();
    receiver.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface World {
  readonly victims: Victims;
  readonly receiver: Receiver;
  readonly random: () => number;
  readonly dataDir: string;
}

class Run {
  private readonly kills: Record<string, number> = {};
  private readonly answered = new Map<string, string>();
  private freezes = 0;
  private client!: Client;

  constructor(
    private readonly options: CrashOptions,
    private readonly world: World,
  ) {}

  async go(): Promise<CrashReport> {
    const { apiKey } = JSON.parse(await readFile(join(this.world.dataDir, 'credentials.json'), 'utf8')) as {
      apiKey: string;
    };
    this.client = new Client(this.world.victims.url, apiKey, performance.now() + this.options.giveUpAfterMs);
    await this.client.send('PUT', '/api/v1/sources/crash', { callbackUrl: this.world.receiver.url });
    await Promise.all([this.push(), this.resolveAll(), this.killAll()]);
    await this.settled();
    return this.report();
  }

  /** Every item is sent until it is answered, always with the same external id. */
  private async push(): Promise<void> {
    let next = 0;
    const sender = async () => {
      while (next < this.options.items) {
        const externalId = String(next++);
        const text = `第 ${externalId} 位客户：宽带夜间很慢，请尽快处理。`;
        const { status, body } = await this.client.send('POST', '/api/v1/feedback', {
          text,
          source: 'crash',
          externalId,
        });
        if (status !== 202 && status !== 200) throw new Error(`Item ${externalId} was answered ${status}.`);
        this.answered.set(externalId, (body as { id: string }).id);
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    this.options.say(`${this.answered.size} items accepted`);
  }

  /** A person at a desk who answers whatever waits, until all have been answered. */
  private async resolveAll(): Promise<void> {
    const resolved = new Set<string>();
    while (resolved.size < this.options.items) {
      const { body } = await this.client.send(
        'GET',
        '/api/v1/feedback?stage=resolve&state=waiting&sort=oldest&limit=200',
      );
      const waiting = (body as { items: { id: string }[] }).items.filter(({ id }) => !resolved.has(id));
      for (const { id } of waiting) {
        const resolution = { action: 'answered', summary: 'crash test', reply: '已处理。' };
        const { status } = await this.client.send('POST', `/api/v1/feedback/${id}/resolution`, resolution);
        // 409: the answer to an earlier try was lost, but not the resolution.
        if (status === 202 || status === 409) resolved.add(id);
      }
      if (waiting.length === 0) await pause(100);
    }
    this.options.say(`${resolved.size} items resolved`);
  }

  private async killAll(): Promise<void> {
    const { victims, random } = this.world;
    for (let killed = 0; killed < this.options.kills;) {
      await pause(200 + random() * 1_300);
      if (killed % 7 === 3 && this.freezes <= killed / 7) {
        this.freezes++;
        await victims.freeze(STAGE_LIMIT_MS * 1.75);
      }
      const victim = LOTTERY[Math.floor(random() * LOTTERY.length)] as Victim;
      if (!(await victims.kill(victim))) continue;
      killed++;
      this.kills[victim] = (this.kills[victim] ?? 0) + 1;
      this.options.say(
        `kill ${killed}: ${victim} (${this.answered.size} accepted, ${this.world.receiver.messages.length} told)`,
      );
    }
  }

  /** Until every item waits for its customer and nothing is on its way to one. */
  private async settled(): Promise<void> {
    const deadline = performance.now() + this.options.giveUpAfterMs;
    const db = this.openDatabase();
    try {
      for (;;) {
        const moving = await db
          .query<{ count: number }>(
            `select (select count(*) from feedback where (stage, state) <> ('recollect', 'waiting'))
               + (select count(*) from delivery where state in ('pending', 'sending')) as count`,
          )
          .then(([row]) => row?.count)
          .catch(() => undefined);
        if (moving === 0 || performance.now() > deadline) return;
        await pause(250);
      }
    } finally {
      await db.close();
    }
  }

  private async report(): Promise<CrashReport> {
    const db = this.openDatabase();
    try {
      const rows = await db.query<{ id: string; externalId: string; stage: string; state: string }>(
        `select f.id, w.external_id as "externalId", f.stage, f.state from feedback f join feedback_words w on w.feedback_id = f.id`,
      );
      const standing: Record<string, number> = {};
      for (const { stage, state } of rows) standing[`${stage}/${state}`] = (standing[`${stage}/${state}`] ?? 0) + 1;
      const { kills, freezes } = this;
      const offenders = await verifyLedger(db, () => undefined);
      return {
        kills,
        freezes,
        repeatedRequests: this.client.repeats,
        lost: this.lost(rows),
        standing,
        offenders,
        ...this.told(),
      };
    } finally {
      await db.close();
    }
  }

  private lost(rows: readonly { id: string; externalId: string }[]): string[] {
    const ids = new Map<string, string[]>();
    for (const { id, externalId } of rows) ids.set(externalId, [...(ids.get(externalId) ?? []), id]);
    return [...this.answered]
      .filter(([externalId, id]) => ids.get(externalId)?.join() !== id)
      .map(([externalId]) => externalId);
  }

  private told(): { toldWrong: string[]; repeatedMessages: number } {
    const answers = this.world.receiver.messages.filter(({ type }) => type === 'feedback.answer');
    const idsOf = new Map<string, Set<string>>();
    for (const { feedbackId, deliveryId } of answers)
      idsOf.set(feedbackId, (idsOf.get(feedbackId) ?? new Set()).add(deliveryId));
    const toldWrong = [...this.answered.values()].filter((id) => idsOf.get(id)?.size !== 1);
    return { toldWrong, repeatedMessages: answers.length - new Set(answers.map(({ deliveryId }) => deliveryId)).size };
  }

  private openDatabase(): Database {
    const connection = readEmbeddedConnection(this.world.dataDir);
    if (!connection) throw new Error('The instance has no database.');
    const limits = { statementTimeoutMs: 60_000, idleTransactionTimeoutMs: 60_000 };
    return new Database(
      { url: embeddedUrl(connection), poolSize: 2, applicationName: 'crash test', ...limits },
      new SystemClock(),
    );
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
