import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import type { Breaker } from './breaker.js';
import type { OutsideSettings } from './outside.js';
import { OutsideLane } from './outside-lane.adapter.js';
import { OutsideTasks } from './outside-tasks.adapter.js';

/** What the fake was asked. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly raw: string;
  readonly body: { model: string; input?: string[]; messages?: { role: string; content: string }[] };
}

type Answering = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

/** A vector that tells which text it is of. */
export function vectorFor(text: string): number[] {
  return [text.length + 0.5, 1, -0.25];
}

/** What a good model says of some texts. */
export function vectorsAnswer(texts: readonly string[]): unknown {
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorFor(text) }));
  return { object: 'list', data, model: 'fake', usage: { prompt_tokens: 1, total_tokens: 1 } };
}

/** What a chat model says. */
export function chatAnswer(content: string): unknown {
  return { choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] };
}

/** A server that speaks the OpenAI-compatible protocol, well or badly, and remembers everything it was sent. */
export class FakeModel {
  readonly asked: Asked[] = [];
  url = '';
  answer: Answering = FakeModel.well;
  private readonly server: Server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const asked = { path, authorization: headers.authorization, raw, body: JSON.parse(raw) as Asked['body'] };
      this.asked.push(asked);
      this.answer(asked, response, request);
      this.arrivals.splice(0).forEach((tell) => tell());
    });
  });
  private readonly arrivals: (() => void)[] = [];

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** Forgets what it was asked and behaves again. */
  reset(): void {
    this.asked.length = 0;
    this.answer = FakeModel.well;
  }

  /** Resolves when the next request has been read. */
  arrival(): Promise<void> {
    return new Promise((resolve) => this.arrivals.push(resolve));
  }

  /** Every text that reached it, as one. */
  get everything(): string {
    return this.asked.map(({ raw }) => raw).join('\n');
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve).closeAllConnections());
  }

  static json(response: ServerResponse, answer: unknown, status = 200): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  static well(this: void, { body }: Asked, response: ServerResponse): void {
    const words = '{"name": "套餐资费太贵", "summary": "客户认为套餐价格偏高。"}';
    FakeModel.json(response, body.input ? vectorsAnswer(body.input) : chatAnswer(words));
  }
}

/** An item that is there, with its words. */
interface Words {
  readonly text: string;
  readonly subject?: string;
  readonly customer?: Readonly<Record<string, string>>;
}

/** Tables of one's own, a fake model, and a clock that can be moved. */
export class OutsideWorld {
  readonly clock = new ShiftedClock();
  readonly db: Database;
  readonly model = new FakeModel();
  readonly troubles: string[] = [];

  constructor(url: string) {
    const limits = { statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
    this.db = new Database({ url, poolSize: 8, ...limits }, this.clock);
  }

  settings(changes: Partial<OutsideSettings> = {}): OutsideSettings {
    const endpoint = { url: this.model.url, key: 'sk-hush', model: 'fake' };
    const limits = { timeoutMs: 5_000, textsPerCall: 4, charsPerText: 500, answerBytes: 64 * 1_024 };
    return { vector: endpoint, wording: endpoint, ...limits, ...changes };
  }

  tasks(changes: Partial<OutsideSettings> = {}): OutsideTasks {
    return new OutsideTasks(this.settings(changes));
  }

  /** A lane as another process would run it. */
  lane(changes: Partial<OutsideSettings> = {}, breaker?: Breaker): OutsideLane {
    const options = { random: () => 0.5, trouble: (purpose: string, error: Error) => this.trouble(purpose, error) };
    return new OutsideLane(this.db, this.settings(changes), breaker ? { ...options, breaker } : options);
  }

  /** Items with their words, not yet asked about. */
  async items(words: readonly (string | Words)[]): Promise<string[]> {
    const rows = words.map((word) => ({ id: uuidv7(), ...(typeof word === 'string' ? { text: word } : word) }));
    await this.db.transaction(async (tx) => {
      await tx.query(`insert into feedback (id, stage, language) select unnest($1::uuid[]), 'route', 'zh'`, [rows.map(({ id }) => id)]); // prettier-ignore
      await tx.query(
        `insert into feedback_words (feedback_id, subject, text, accepted_by, customer)
         select id, subject, text, 'key:1', customer from json_to_recordset($1) as r(id uuid, subject text, text text, customer jsonb)`,
        [JSON.stringify(rows)],
      );
    });
    return rows.map(({ id }) => id);
  }

  /** Items whose vectors have been asked for. */
  async wanted(words: readonly (string | Words)[]): Promise<string[]> {
    const ids = await this.items(words);
    await this.db.transaction((tx) => this.tasks().requestVectors(tx, ids));
    return ids;
  }

  /** A cluster of some items; the first is most like it. */
  async cluster(ids: readonly string[], language = 'zh'): Promise<string> {
    const id = uuidv7();
    await this.db.transaction(async (tx) => {
      await tx.query(
        `insert into cluster (id, name, category, language, size) values ($1, '自带的名字', 'fees', $2, $3)`,
        [id, language, ids.length],
      );
      await tx.query(
        `insert into cluster_member (feedback_id, cluster_id, score)
         select m, $2, 1 - n / 100.0 from unnest($1::uuid[]) with ordinality as t(m, n)`,
        [ids, id],
      );
    });
    return id;
  }

  /** A cluster whose wording has been asked for. */
  async nameless(words: readonly (string | Words)[], language = 'zh'): Promise<string> {
    const id = await this.cluster(await this.items(words), language);
    await this.db.transaction((tx) => this.tasks().requestWording(tx, [id]));
    return id;
  }

  /** How tasks stand, oldest first, e.g. `vector pending 1`. */
  async standing(): Promise<string[]> {
    const rows = await this.db.query<{ text: string }>(
      `select concat_ws(' ', purpose, state, attempts) as text from outside_task order by id`,
    );
    return rows.map(({ text }) => text);
  }

  /** Why the latest tries gave nothing. */
  async errors(): Promise<(string | null)[]> {
    return (await this.db.query<{ error: string | null }>('select error from outside_task order by id')).map(({ error }) => error); // prettier-ignore
  }

  /** The name and the summary that a model gave a cluster. */
  async wording(clusterId: string): Promise<string | undefined> {
    const [row] = await this.db.query<{ text: string }>(
      `select concat_ws('|', language, name, summary, model, made_from_size) as text from cluster_wording where cluster_id = $1`,
      [clusterId],
    );
    return row?.text;
  }

  async clear(): Promise<void> {
    this.clock.offsetMs = 0;
    this.troubles.length = 0;
    this.model.reset();
    await this.db.query('delete from cluster_member');
    await this.db.query('delete from cluster');
    await this.db.query('truncate outside_task, embedding');
  }

  async close(): Promise<void> {
    await this.model.stop();
    await this.db.close();
  }

  private trouble(purpose: string, error: Error): void {
    this.troubles.push(`${purpose}: ${error.message}`);
  }
}
