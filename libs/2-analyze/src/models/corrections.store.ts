import type { Database, Sql } from '@huiyin/database';
import { CodedError, type FieldError, type Kind } from '@huiyin/loop';
import { categoryNode, TAXONOMY } from '../data/taxonomy.js';
import type { Sentiment } from '../sentiment.js';
import { FIELDS, type Field } from './linear-model.js';

/** What a person says an item is; what is left out stays as it is. */
export interface Corrected {
  readonly kind?: Kind;
  readonly category?: string;
  readonly sentiment?: Sentiment['label'];
}

/** Codes that look most like one that does not exist: the same last part first, then the same beginning. */
function nearest(code: string): string[] {
  const parts = code.toLowerCase().split('.').filter(Boolean);
  const alike = (node: string) => parts.filter((part) => node.split('.').some((name) => name.startsWith(part))).length;
  return TAXONOMY.map((node) => ({ code: node.code, alike: alike(node.code) }))
    .filter((node) => node.alike > 0)
    .sort((a, b) => b.alike - a.alike || (a.code < b.code ? -1 : 1))
    .slice(0, 5)
    .map((node) => node.code);
}

function refuseWrong(corrected: Corrected): void {
  const refuse = (detail: string, error: FieldError): never => {
    throw new CodedError('validation-failed', detail, [error]);
  };
  if (!FIELDS.some((field) => corrected[field] !== undefined)) {
    const message = 'give at least one of kind, category and sentiment';
    refuse('There is nothing to correct; give at least one of kind, category and sentiment.', {
      field: 'kind',
      message,
    });
  }
  const { category } = corrected;
  if (category === undefined || categoryNode(category)) return;
  const near = nearest(category);
  const known = near.length > 0 ? near : TAXONOMY.map(({ code }) => code).filter((code) => !code.includes('.'));
  refuse(`There is no category "${category}". ${near.length > 0 ? 'Nearest' : 'Known'}: ${known.join(', ')}.`, {
    field: 'category',
    message: `there is no category "${category}"`,
  });
}

/**
 * Puts on record what a person says an item is. It shows at once, no later analysis changes it, and it becomes an example
 * to train on; stage and times stay as they are. Saying the same again adds nothing.
 * @throws {CodedError} `not-found`; `validation-failed` when nothing is corrected or there is no such category
 */
export async function correct(db: Database, feedbackId: string, corrected: Corrected, actor: string): Promise<void> {
  refuseWrong(corrected);
  await db.transaction(async (tx) => {
    // The lock waits for a lane that analyses the item at this moment, so neither overwrites the other.
    const [before] = await tx.query<Record<Field, string | null>>(
      'select kind, category, sentiment from feedback where id = $1 for update',
      [feedbackId],
    );
    if (!before) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
    const said = (await loadCorrections(tx, [feedbackId])).get(feedbackId) ?? {};
    for (const field of FIELDS) {
      // A caller in JSON may say null for what is left out.
      const value = corrected[field] ?? undefined;
      if (value === undefined || value === said[field]) continue;
      await tx.query(
        'insert into correction (feedback_id, field, value, previous, actor) values ($1, $2, $3, $4, $5)',
        [feedbackId, field, value, before[field], actor],
      );
    }
    await tx.query(
      `update feedback set kind = coalesce($2, kind), category = coalesce($3, category), sentiment = coalesce($4, sentiment)
       where id = $1`,
      [feedbackId, corrected.kind ?? null, corrected.category ?? null, corrected.sentiment ?? null],
    );
  });
}

/** What people said of the items of a batch, by id; the newest of each field. Spread it over what the analysis found. */
export async function loadCorrections(tx: Sql, ids: readonly string[]): Promise<Map<string, Corrected>> {
  const rows = await tx.query<{ id: string; corrected: Corrected }>(
    `select feedback_id as id, json_object_agg(field, value) as corrected from (
       select distinct on (feedback_id, field) feedback_id, field, value from correction
       where feedback_id = any($1::uuid[]) order by feedback_id, field, id desc
     ) c group by feedback_id`,
    [ids],
  );
  return new Map(rows.map(({ id, corrected }) => [id, corrected]));
}

/** A correction as it is shown. */
export interface CorrectionView {
  readonly field: Field;
  readonly value: string;
  readonly previous: string | null;
  readonly actor: string;
  readonly correctedAt: string;
}

/** Every correction of an item, newest first. */
export function listCorrections(sql: Sql, feedbackId: string): Promise<CorrectionView[]> {
  return sql.query<CorrectionView>(
    `select field, value, previous, actor, corrected_at as "correctedAt" from correction where feedback_id = $1 order by id desc`,
    [feedbackId],
  );
}
