import { findSimilar, linkRepeats } from '@huiyin/analyze';
import type { Database } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import { interleaved, median, perSecond, type Bench, type BenchOptions, type Measured } from './bench.js';
import { BruteForce } from './brute-force.js';
import { askAll, pairsInWords, qualityInWords, type Corpus } from './near-dup-quality.js';
import { ownTexts } from './own-texts.js';
import { dice } from './perturb.js';
import { BenchServer } from './server.js';
import { writtenTexts } from './written.js';

const ITEMS = 100_000;
const BATCH = 1_000;
/** Questions in one round. */
const OURS = 60;
const BRUTE = 6;

/** Looking up who has said so before, beside comparing with every item in memory. */
export const nearDup: Bench = {
  name: 'near-dup',
  figure: `look-ups of perturbed texts among ${ITEMS.toLocaleString('en')} items, database and all, one after the other, look-ups/s`,
  beside: 'the same by brute-force 3-gram Jaccard in memory, look-ups/s',
  bar: '≥ 20, recall ≥ 0.98 at precision ≥ 0.99',
  aim: 'recall ≥ 0.995',
  async run(options) {
    const server = await BenchServer.start();
    try {
      return await measure(server.db, options);
    } finally {
      await server.stop();
    }
  },
};

async function measure(db: Database, options: BenchOptions): Promise<Measured> {
  const own = options.data === undefined ? { texts: [], pairs: [] } : await ownTexts(options.data);
  const filling = writtenTexts(Math.max(0, ITEMS - own.texts.length)).map(({ text }) => text);
  const texts = [...own.texts, ...filling].slice(0, ITEMS);
  const placeOf = await fill(db, texts, options);
  const corpus: Corpus = {
    db,
    texts,
    placeOf,
    brute: new BruteForce(texts),
    originals: own.texts.length || texts.length,
  };
  const { questions, report } = await askAll(corpus, options.say);
  const next = dice(11);
  const any = () => questions[Math.floor(next() * questions.length)]?.text ?? '';
  const took: number[] = [];
  const lookUp = async (): Promise<void> => {
    const begin = performance.now();
    await findSimilar(db, { text: any(), limit: 5 });
    took.push(performance.now() - begin);
  };
  const measured = await interleaved(
    () => perSecond(OURS, () => inTurn(OURS, lookUp)),
    () => perSecond(BRUTE, () => inTurn(BRUTE, () => Promise.resolve(corpus.brute.search(any(), 0.3)))),
    options,
  );
  const [size] = await db.query<{ bytes: number }>(`select pg_total_relation_size('fingerprint') / $1 as bytes`, [
    texts.length,
  ]);
  const note = [
    qualityInWords(report),
    pairsInWords(own.pairs, corpus.brute),
    `a look-up takes ${median(took).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms`,
    `${size?.bytes ?? 0} bytes of index an item`,
  ];
  return { ...measured, note: note.filter(Boolean).join('; ') };
}

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

async function inTurn(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index++) await work();
}

const INSERT = `with x as (select * from json_to_recordset($1) as x("feedbackId" uuid, text text)),
  f as (insert into feedback (id, stage, state, waiting_for, due_at) select "feedbackId", 'resolve', 'waiting', 'team', null from x)
  insert into feedback_words (feedback_id, text, accepted_by) select "feedbackId", text, 'key:bench' from x`;

/** Makes items of texts as the loop would; answers with the place of each by its id. */
async function fill(db: Database, texts: readonly string[], { say }: BenchOptions): Promise<Map<string, number>> {
  const placeOf = new Map<string, number>();
  let spent = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const items = texts.slice(from, from + BATCH).map((text, index) => {
      const feedbackId = uuidv7();
      placeOf.set(feedbackId, from + index);
      return { feedbackId, customerId: null, text };
    });
    await db.transaction(async (tx) => {
      await tx.query(INSERT, [JSON.stringify(items)]);
      const begin = performance.now();
      await linkRepeats(tx, items, 90);
      spent += performance.now() - begin;
    });
  }
  await db.query('vacuum analyze');
  say(
    `  ${texts.length} items in place; ${((spent * 1_000) / texts.length).toFixed(0)} µs an item to make it findable`,
  );
  return placeOf;
}
