import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { FIELDS, type Field, type Models } from './linear-model.js';
import type { ModelEntity } from './model.entity.js';
import { unpack } from './pack.js';
import type { Trial } from './train.js';

/** Changes whenever another model is put to use, or none; `''` while rules judge everything. One look at an index. */
export async function modelsVersion(sql: Sql): Promise<string> {
  const [{ version } = { version: '' }] = await sql.query<{ version: string }>(
    `select coalesce(string_agg(version, ' ' order by field), '') as version from model where state = 'in-use'`,
  );
  return version;
}

/**
 * The models in use, ready to judge.
 * @throws {Error} when one was stored in a form that this release does not know
 */
export async function loadModelsInUse(sql: Sql): Promise<Models> {
  const rows = await sql.query<Pick<ModelEntity, 'field' | 'weights'>>(
    `select field, weights from model where state = 'in-use'`,
  );
  return Object.fromEntries(rows.map(({ field, weights }) => [field, unpack(weights)]));
}

/** A model as it is listed. */
export type ModelView = Pick<ModelEntity, 'version' | 'field' | 'state' | 'figures' | 'trainedBy' | 'trainedAt'> & {
  /** Size in the store, bytes. */
  readonly bytes: number;
};

/** Every model that was ever fitted, newest first within its field. */
export function listModels(sql: Sql): Promise<ModelView[]> {
  return sql.query<ModelView>(
    `select version, field, state, figures, trained_by as "trainedBy", trained_at as "trainedAt", length(weights) as bytes
     from model order by field, number desc`,
  );
}

/** What a new model of a field will be called. */
export async function nextVersion(sql: Sql, field: Field): Promise<string> {
  const [{ number } = { number: 1 }] = await sql.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from model where field = $1',
    [field],
  );
  return `${field}-${number}`;
}

/** Stores what was fitted and puts it to use when it is better. The version must be the next one of its field. */
export async function storeTrial(db: Database, version: string, trial: Trial, actor: string): Promise<void> {
  const { field, verdict, figures, model } = trial;
  if (!model) return;
  await db.transaction(async (tx) => {
    if (verdict === 'better') await tx.query(RETIRE, [[field]]);
    await tx.query(
      `insert into model (version, field, number, state, weights, figures, trained_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        version,
        field,
        Number(version.slice(field.length + 1)),
        verdict === 'better' ? 'in-use' : 'rejected',
        Buffer.from(model),
        JSON.stringify(figures),
        actor,
      ],
    );
  });
}

const RETIRE = `update model set state = 'kept' where state = 'in-use' and field = any($1::text[])`;

/**
 * Puts a model that was fitted earlier to use again, whatever its figures; `rules` sends `fields` back to rules. Workers
 * judge with it within a minute; what has been analysed stays as it is.
 * @throws {CodedError} `not-found`
 */
export async function useModel(db: Database, version: string, fields: readonly Field[] = FIELDS): Promise<void> {
  await db.transaction(async (tx) => {
    if (version === 'rules') return void (await tx.query(RETIRE, [fields]));
    const [found] = await tx.query<{ field: Field }>('select field from model where version = $1', [version]);
    if (!found) {
      const known = (await listModels(tx)).map((model) => model.version);
      const choice = known.length > 0 ? `There are ${known.join(', ')} and rules.` : 'None has been trained yet.';
      throw new CodedError('not-found', `There is no model "${version}". ${choice}`);
    }
    await tx.query(RETIRE, [[found.field]]);
    await tx.query(`update model set state = 'in-use' where version = $1`, [version]);
  });
}
