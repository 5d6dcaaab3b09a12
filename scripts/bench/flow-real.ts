import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { ThreadedMind, understand, warmUp } from '@huiyin/analyze';
import { Worker } from '@huiyin/bus';
import type { Config } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { createWorker, type WorkerParts } from '../../apps/worker/src/worker.js';
import { interleaved, perSecond, type Bench } from './bench.js';
import { BenchServer } from './server.js';
import { writtenTexts } from './written.js';

const ITEMS = 8_000;
const CORES = availableParallelism();

interface Piece {
  readonly subject: string | null;
  readonly text: string;
}

/**
 * Items through the three automatic stages with everything they do, beside what the analysis alone would allow: on our side
 * the lanes of one worker, threads and database included, from the first claim to the last commit, all on the same cores;
 * on the other one `understand` in a loop on one core, times the cores. What a worker does beside its stages (clusters,
 * figures, mail) waits for no item and no item for it, and is not running.
 */
export const flowReal: Bench = {
  name: 'flow-real',
  figure:
    'items/s through collect, analyze and route in the lanes of one worker and its database, the analysis in threads',
  beside: `1 ÷ (single-thread analysis time per item) × ${CORES} cores`,
  bar: '≥ 0.5',
  aim: '≥ 0.75',
  async run(options) {
    const pieces = options.data === undefined ? writtenTexts(ITEMS).map(plain) : await piecesOf(options.data);
    const server = await BenchServer.start();
    const config: Config = { ...server.config, logLevel: 'silent' };
    const worker = await createWorker(config);
    const where = stopwatch(worker);
    const stop = runLanes(worker, config);
    warmUp();
    try {
      const [all, alone] = [new Processor(await serverTime(server.db)), new Processor()];
      const measured = await interleaved(
        () => all.during(pieces, () => throughWorker(server.db, pieces)),
        () => alone.during(pieces, () => thinkingAlone(pieces)),
        options,
      );
      const [whole, part] = [all.msPerItem, alone.msPerItem];
      const note = `Processor time per item: worker and Postgres ${whole.toFixed(2)} ms, the analysis alone ${part.toFixed(2)} ms, so ${(part / whole).toFixed(2)} by processor time; ${where()}.`;
      return { ...measured, note };
    } finally {
      await stop();
      await server.stop();
    }
  },
};

const plain = ({ text }: { text: string }): Piece => ({ subject: null, text });

/** The texts of an NDJSON file: `text`, or `text` as the subject of a `detail`. */
async function piecesOf(file: string): Promise<Piece[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean).slice(0, ITEMS);
  return lines.map((line) => {
    const { text, detail } = JSON.parse(line) as { text: string; detail?: string };
    return detail === undefined
      ? { subject: null, text }
      : { subject: text.slice(0, 200), text: detail.slice(0, 10_000) };
  });
}

async function throughWorker(db: Database, pieces: readonly Piece[]): Promise<number> {
  await db.query(
    `with given as (select gen_random_uuid() as id, subject, text from json_to_recordset($1) as p(subject text, text text)),
     f as (insert into feedback (id, channel) select id, 'other' from given)
     insert into feedback_words (feedback_id, subject, text, accepted_by) select id, subject, text, 'bench' from given`,
    [JSON.stringify(pieces)],
  );
  return perSecond(pieces.length, async () => {
    while (await anyLeft(db)) await pause(20);
  });
}

async function anyLeft(db: Database): Promise<boolean> {
  const [row] = await db.query<{ left: boolean }>(
    `select exists (select from feedback where stage in ('collect', 'analyze', 'route') and state = 'ready') as left`,
  );
  return row?.left ?? false;
}

async function thinkingAlone(pieces: readonly Piece[]): Promise<number> {
  return CORES * (await perSecond(pieces.length, async () => pieces.forEach((piece) => understand(piece))));
}

/** Milliseconds of processor time that this process takes, all threads together, and others that are named; the first round does not count. */
class Processor {
  private ms = 0;
  private items = 0;
  private warm = false;

  constructor(private readonly others: () => number = () => 0) {}

  async during(pieces: readonly Piece[], round: () => Promise<number>): Promise<number> {
    const [before, othersBefore] = [process.cpuUsage(), this.others()];
    const figure = await round();
    const { user, system } = process.cpuUsage(before);
    if (this.warm) {
      this.ms += (user + system) / 1_000 + this.others() - othersBefore;
      this.items += pieces.length;
    }
    this.warm = true;
    return figure;
  }

  get msPerItem(): number {
    return this.ms / this.items;
  }
}

const TICK_MS = 10;

/** Answers with what reads the processor time of all processes of a server, in milliseconds; 0 where there is no /proc. */
async function serverTime(db: Database): Promise<() => number> {
  const fields = (pid: string): string[] => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
    } catch {
      return [];
    }
  };
  const [backend] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const parent = fields(String(backend?.pid))[1];
  if (parent === undefined) return () => 0;
  const time = (stat: string[]): number => (stat[1] === parent ? Number(stat[11]) + Number(stat[12]) : 0);
  return () =>
    TICK_MS * readdirSync('/proc').reduce((sum, name) => sum + (/^\d+$/.test(name) ? time(fields(name)) : 0), 0);
}

/** Runs the lanes of a worker and nothing else of it; the answered function ends them. */
function runLanes({ app, lanes }: WorkerParts, { lanes: each }: Config): () => Promise<void> {
  const pairs = lanes.flatMap((lane) => Array.from({ length: each }, () => lane));
  const worker = new Worker(pairs, { trouble: (stage, error) => console.error(stage, error) });
  app.get(ThreadedMind).start();
  worker.start();
  return async () => {
    await worker.stop();
    await app.close();
  };
}

/** Notes how long batches wait for the threads; the answered function says so. */
function stopwatch({ app }: WorkerParts): () => string {
  const spent = { thinking: 0, items: 0 };
  const mind = app.get(ThreadedMind);
  const understandAll = mind.understandAll.bind(mind);
  mind.understandAll = async (words, life) => {
    const begin = performance.now();
    const understood = await understandAll(words, life);
    spent.thinking += performance.now() - begin;
    spent.items += words.length;
    return understood;
  };
  return () =>
    `an item's share of what its batch waited for the threads ${(spent.thinking / spent.items).toFixed(2)} ms`;
}
