import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Clustering, ThreadedMind, understand, warmUp } from '@huiyin/analyze';
import type { Config } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { createWorker, runWorker, type WorkerParts } from '../../apps/worker/src/worker.js';
import { interleaved, perSecond, type Bench } from './bench.js';
import { BenchServer } from './server.js';
import { writtenTexts } from './written.js';

const ITEMS = 8_000;
const CORES = availableParallelism();

interface Piece {
  readonly subject: string | null;
  readonly text: string;
}

/** Items through the three automatic stages with everything they do, beside what the analysis alone would allow. */
export const flowReal: Bench = {
  name: 'flow-real',
  figure: 'items/s through collect, analyze and route by a worker as it is delivered, the analysis in threads',
  beside: `1 ÷ (single-thread analysis time per item) × ${CORES} cores`,
  bar: '≥ 0.5',
  aim: '≥ 0.75',
  async run(options) {
    const pieces = options.data === undefined ? writtenTexts(ITEMS).map(plain) : await piecesOf(options.data);
    const server = await BenchServer.start();
    const config: Config = { ...server.config, logLevel: 'silent' };
    const worker = await createWorker(config);
    const where = stopwatch(worker);
    const stop = runWorker(worker, config);
    warmUp();
    try {
      const [all, alone] = [new Processor(), new Processor()];
      const measured = await interleaved(
        () => all.during(pieces, () => throughWorker(server.db, pieces)),
        () => alone.during(pieces, () => thinkingAlone(pieces)),
        options,
      );
      const note = `Processor time per item: worker ${all.perItem}, of it analysis ${alone.perItem}, Postgres beside; ${where()}.`;
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

/** Milliseconds of processor time that this process takes, all threads together. */
class Processor {
  private ms = 0;
  private items = 0;

  async during(pieces: readonly Piece[], round: () => Promise<number>): Promise<number> {
    const before = process.cpuUsage();
    const figure = await round();
    const { user, system } = process.cpuUsage(before);
    this.ms += (user + system) / 1_000;
    this.items += pieces.length;
    return figure;
  }

  get perItem(): string {
    return `${(this.ms / this.items).toFixed(2)} ms`;
  }
}

/** Notes how long batches wait for the threads and for the clusters; the answered function says so. */
function stopwatch({ app }: WorkerParts): () => string {
  const spent = { thinking: 0, clustering: 0, items: 0 };
  const mind = app.get(ThreadedMind);
  const clustering = app.get<Clustering>(Clustering);
  const [understandAll, assign] = [mind.understandAll.bind(mind), clustering.assign.bind(clustering)];
  mind.understandAll = async (words, life) => {
    const begin = performance.now();
    const understood = await understandAll(words, life);
    spent.thinking += performance.now() - begin;
    spent.items += words.length;
    return understood;
  };
  clustering.assign = async (batch, tx) => {
    const begin = performance.now();
    const assigned = await assign(batch, tx);
    spent.clustering += performance.now() - begin;
    return assigned;
  };
  return () => {
    const each = (ms: number): string => `${(ms / spent.items).toFixed(2)} ms`;
    return `an item's share of what its batch waited for the threads ${each(spent.thinking)}, for clusters ${each(spent.clustering)}`;
  };
}
