import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { loadDictionary } from '../dictionary/dictionary.store.js';
import { runInThread, threadUrl } from '../threads/thread.js';
import type { Field } from './linear-model.js';
import { loadModelsInUse, nextVersion, storeTrial } from './models.store.js';
import type { Lesson, Sample, Trial } from './train.js';

/** Most items that are learnt from, the newest: more would take hours and gigabytes, and teach little. */
const MAX_SAMPLES = 20_000;
const PAGE = 2_000;
/** Longest part of a text that is looked at while training. */
const MAX_TEXT = 4_000;
/**
 * A kind that a sender declared is an example too: forms are filled in by people who mean something. It weighs less than
 * a correction, since they choose before anybody has read the text, and often choose "complaint" for everything.
 */
const DECLARED_WEIGHT = 0.3;
/** Training that runs longer has met something that nobody thought of. */
const LIMIT_MS = 30 * 60_000;
const MEMORY_MB = 2_048;

const CORRECTED = `select distinct on (c.feedback_id) c.feedback_id as id, c.value as label, 1::float8 as weight
  from correction c where c.field = $1 and c.feedback_id < $2 order by c.feedback_id desc, c.id desc limit $3`;

const DECLARED = `select w.feedback_id as id, w.declared_kind as label, ${DECLARED_WEIGHT}::float8 as weight
  from feedback_words w where $1 = 'kind' and w.declared_kind is not null and w.feedback_id < $2
    and not exists (select from correction c where c.feedback_id = w.feedback_id and c.field = 'kind')
  order by w.feedback_id desc limit $3`;

async function* pages(sql: Sql, field: Field, source: string, most: number): AsyncGenerator<Sample[]> {
  let before = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  for (let left = most; left > 0; left -= PAGE) {
    const rows = await sql.query<Sample & { id: string }>(
      `select s.id, w.subject, left(w.text, ${MAX_TEXT}) as text, s.label, s.weight
       from (${source}) s join feedback_words w on w.feedback_id = s.id order by s.id desc`,
      [field, before, Math.min(PAGE, left)],
    );
    yield rows.map(({ subject, text, label, weight }) => ({ subject, text, label, weight }));
    if (rows.length < Math.min(PAGE, left)) return;
    before = rows.at(-1)!.id;
  }
}

/** What people have said of the operator's own items, newest first; for kinds also what senders declared. */
export async function loadSamples(sql: Sql, field: Field): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const source of [CORRECTED, DECLARED])
    for await (const page of pages(sql, field, source, MAX_SAMPLES - samples.length)) samples.push(...page);
  return samples;
}

const underWay = new WeakSet<Database>();

/**
 * Trains one field on the operator's own items, in a thread of its own, stores the model with its figures, and puts it to
 * use when it is better than what is.
 * @param options.dryRun measures only; nothing is stored
 * @throws {CodedError} `already-exists` while this process is training already
 */
export async function trainAndStore(
  db: Database,
  field: Field,
  { actor, dryRun = false }: { readonly actor: string; readonly dryRun?: boolean },
): Promise<Trial> {
  if (underWay.has(db)) throw new CodedError('already-exists', 'Training is under way; wait until it is done.');
  underWay.add(db);
  try {
    const [samples, models] = [await loadSamples(db, field), await loadModelsInUse(db)];
    const [version, dictionary] = [await nextVersion(db, field), await loadDictionary(db)];
    const lesson: Lesson = { field, samples, models, version };
    const trial = await runInThread<Trial>(
      threadUrl(import.meta.url, './train.thread'),
      { lesson, dictionary },
      { limitMs: LIMIT_MS, memoryMb: MEMORY_MB },
    );
    if (!dryRun) await storeTrial(db, version, trial, actor);
    return trial;
  } finally {
    underWay.delete(db);
  }
}
