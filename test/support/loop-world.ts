import { loadConfig, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { isVisit, ShiftedClock, type Stage, type State, type VisitEvent } from '@huiyin/loop';
import { ApiKeys } from '@huiyin/org';
import { createTestDatabase } from '@huiyin/testing';
import { Feed, type Lane } from '@huiyin/bus';
import { makeKeyring, writeKeyring } from '@huiyin/privacy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { filter, firstValueFrom, take, toArray } from 'rxjs';
import { createApp } from '../../apps/api/src/app.js';
import { createWorker, runWorker, type WorkerParts } from '../../apps/worker/src/worker.js';
import { send, type Answer, type Call, type Json } from './call.js';

/** Of every instance in the tests: no file is written for them. */
export const TEST_KEYS = JSON.stringify(writeKeyring(makeKeyring()));

/** What a person decides unless a test says otherwise. */
export const RESOLUTION = { action: 'fixed', summary: '基站已修复', reply: '您反映的问题已经处理好了。' } as const;

/** What a test may want otherwise. */
export interface WorldOptions {
  /** How many API processes stand on the one database; 1 when left out. */
  readonly apis?: number;
  readonly config?: Partial<Config>;
}

/** The whole of Huiyin in one process: API over HTTP, a worker that works when told to, a database and a clock of its own. */
export class LoopWorld {
  readonly clock: ShiftedClock;
  readonly config: Config;
  readonly db: Database;
  readonly apis: readonly NestFastifyApplication[];
  readonly worker: WorkerParts;
  /** With every scope. */
  readonly key: string;
  private readonly drop: () => Promise<void>;
  private readonly running = new Set<() => Promise<void>>();

  private constructor(
    parts: Pick<LoopWorld, 'clock' | 'config' | 'db' | 'apis' | 'worker' | 'key'>,
    drop: () => Promise<void>,
  ) {
    ({ clock: this.clock, config: this.config, db: this.db } = parts);
    ({ apis: this.apis, worker: this.worker, key: this.key } = parts);
    this.drop = drop;
  }

  static async start({ apis = 1, config: wanted = {} }: WorldOptions = {}): Promise<LoopWorld> {
    const { url, drop } = await createTestDatabase();
    const clock = new ShiftedClock();
    const config = {
      ...loadConfig({
        DATABASE_URL: url,
        HUIYIN_LOG_LEVEL: 'silent',
        HUIYIN_POOL_SIZE: '8',
        HUIYIN_THREADS: '1',
        HUIYIN_KEYS: TEST_KEYS,
      }),
      ...wanted,
    };
    const limits = { statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000, applicationName: 'spec' };
    const db = new Database({ url, poolSize: 4, ...limits }, clock);
    const applications: NestFastifyApplication[] = [];
    for (let index = 0; index < apis; index++) {
      const app = await createApp(config, clock);
      await app.listen(0, '127.0.0.1');
      applications.push(app);
    }
    const { key } = await applications[0]!
      .get(ApiKeys)
      .create({ name: 'spec', scopes: ['admin'], createdBy: 'system' });
    const worker = await createWorker(config, clock);
    return new LoopWorld({ clock, config, db, apis: applications, worker, key }, drop);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((end) => end()));
    await Promise.all([...this.apis.map((app) => app.close()), this.worker.app.close(), this.db.close()]);
    await this.drop();
  }

  /** Of the API process number `api`. */
  address(path = '', api = 0): string {
    const { port } = this.apis[api]!.getHttpServer().address() as { port: number };
    return `http://127.0.0.1:${port}${path}`;
  }

  /** A request with the key that may do everything; another key or none (`''`) by `how.key`. */
  call(method: string, path: string, how: Call = {}): Promise<Answer> {
    return send(method, this.address(path), { key: this.key, ...how });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.call('POST', path, { body });
  }

  async keyWith(...scopes: string[]): Promise<string> {
    return (await this.apis[0]!.get(ApiKeys).create({ name: 'some', scopes, createdBy: 'system' })).key;
  }

  /** Hands a piece in and answers with the id of its item. */
  async collect(piece: string | Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.post('/api/v1/feedback', typeof piece === 'string' ? { text: piece } : piece);
    expect({ status, body }).toMatchObject({ status: 202, body: { duplicate: false } });
    return body.id;
  }

  /** Hands many in and answers with the ids of their items. */
  async collectMany(pieces: readonly Readonly<Record<string, unknown>>[]): Promise<string[]> {
    const { body } = await this.post('/api/v1/feedback/batch', { items: pieces });
    expect(body).toMatchObject({ accepted: pieces.length });
    return body.results.map(({ id }: Json) => id);
  }

  lane(stage: Stage): Lane {
    return this.worker.lanes.find((lane) => lane.stage === stage)!;
  }

  /** Lets the worker and the sender work until there is nothing left for them to do at this moment. */
  async settle(): Promise<void> {
    for (;;) {
      let taken = await this.worker.sender.drain();
      for (const lane of this.worker.lanes) taken += (await lane.drain()).claimed;
      taken += await this.worker.clusters.gather();
      if (taken === 0) return;
    }
  }

  /**
   * Chains every entry of the audit. An entry is chained once every older transaction of the server has ended, those of other
   * databases included.
   */
  async chainAudit(): Promise<void> {
    for (;;) {
      await this.worker.upkeep.chain();
      const [{ loose } = { loose: 0 }] = await this.db.query<{ loose: number }>(
        'select count(*) as loose from audit_entry where seq is null',
      );
      if (loose === 0) return;
      await pause(20);
    }
  }

  /** Another worker that runs by itself, as its own process would; answers with what stops it. */
  async runAnotherWorker(): Promise<() => Promise<void>> {
    const end = runWorker(await createWorker(this.config, this.clock), this.config);
    this.running.add(end);
    return async () => {
      this.running.delete(end);
      await end();
    };
  }

  async item(id: string): Promise<Json> {
    return (await this.get(`/api/v1/feedback/${id}`)).body;
  }

  async journey(id: string): Promise<Json> {
    return (await this.get(`/api/v1/feedback/${id}/journey`)).body;
  }

  async resolve(id: string, resolution: object = RESOLUTION): Promise<void> {
    const { status, body } = await this.post(`/api/v1/feedback/${id}/resolution`, resolution);
    expect({ status, body }).toMatchObject({ status: 202 });
  }

  /** Hands a piece in and takes it to where the customer is asked; answers with its id and the token of the question. */
  async ask(piece: string | Readonly<Record<string, unknown>>): Promise<{ id: string; token: string }> {
    const id = await this.collect(piece);
    await this.settle();
    await this.resolve(id);
    await this.settle();
    return { id, token: await this.surveyToken(id) };
  }

  /** Of the latest question that an item's customer was sent. */
  async surveyToken(id: string): Promise<string> {
    const { body } = await this.get(`/api/v1/feedback/${id}/deliveries`);
    const survey = body.findLast(({ purpose }: Json) => purpose === 'survey');
    return /\/s\/([\w-]+)/.exec(survey.body)![1]!;
  }

  /** The customer's answer, without any key. */
  answer(token: string, answer: object): Promise<Answer> {
    return this.call('POST', `/s/${token}`, { key: '', body: answer });
  }

  /** The first `count` stage changes of all, in the order of the feed, as soon as they are there. */
  events(count: number): Promise<VisitEvent[]> {
    return firstValueFrom(this.apis[0]!.get(Feed).events('0-0', 20).pipe(filter(isVisit), take(count), toArray()));
  }

  /** Settles when so many items are in this stage and state. */
  until(stage: Stage, state: State, count: number): Promise<void> {
    return this.untilCount('feedback where stage = $1 and state = $2', [stage, state], count);
  }

  /** Settles when a table has so many rows of a kind: what no event tells when workers run by themselves. */
  async untilCount(rows: string, values: readonly unknown[], count: number): Promise<void> {
    for (;;) {
      const [row] = await this.db.query<{ count: number }>(`select count(*) as count from ${rows}`, values);
      if (row!.count === count) return;
      await pause(20);
    }
  }

  /** Where an item stands, e.g. `resolve waiting 2` (stage, state, cycle). */
  async standing(id: string): Promise<string> {
    const { stage, state, cycle } = await this.item(id);
    return `${stage} ${state} ${cycle}`;
  }

  /** How many rows some tables have; equal before and after when nothing was written. */
  async rows(
    ...tables: ('feedback' | 'feedback_words' | 'idempotency_key' | 'stage_visit' | 'resolution')[]
  ): Promise<number[]> {
    const counts = tables.map((table) => this.db.query<{ count: number }>(`select count(*) as count from ${table}`));
    return (await Promise.all(counts)).map(([row]) => row!.count);
  }
}

/** A duration in milliseconds, for the clock. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
