import type { Sql } from '@huiyin/database';
import type { Accepted } from './collect.js';
import type { SealedBatch } from './sealing.store.js';

/** What the insert answers for a row that is new. */
interface Inserted {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: string;
}

const INSERT = `
with t as materialized (select loop_now() as at),
r as materialized (
  select * from json_to_recordset($1) as r(
    id uuid, text text, subject text, kind text, channel text, source text, "externalId" text, customer jsonb, "unitId" bigint,
    product text, phase text, "occurredAt" timestamptz, tags text[], attributes jsonb, "acceptedBy" text,
    sealed text, "keyId" uuid)
),
w as (
  insert into feedback_words (feedback_id, received_at, occurred_at, subject, text, declared_kind, phase, source, external_id,
    customer, tags, attributes, accepted_by, sealed, key_id, guarded)
  select r.id, t.at, r."occurredAt", r.subject, r.text, r.kind, r.phase, r.source, r."externalId",
    r.customer, r.tags, r.attributes, r."acceptedBy", r.sealed, r."keyId", true
  from r cross join t order by r.source, r."externalId"
  on conflict do nothing
  returning feedback_id, number, received_at, key_id
),
k as (
  insert into customer_key (id, owner, wrapped, created_at)
  select n.id, decode(n.owner, 'hex'), n.wrapped, t.at from json_to_recordset($2) as n(id uuid, owner text, wrapped text) cross join t
  where n.id in (select key_id from w)
),
f as (
  insert into feedback (id, stage_since, due_at, kind, channel, product, region, unit_id)
  select r.id, w.received_at, w.received_at, r.kind, r.channel, r.product, r.customer->>'region', r."unitId"
  from r join w on w.feedback_id = r.id
)
select feedback_id as id, reference(number, received_at) as reference, received_at as "receivedAt" from w`;

/**
 * Writes the words and the item rows of new submissions, and the keys that are new, in one statement, which takes what it needs of them by name. Rows whose `source` + `externalId` (or id) is
 * on record are left out. Sorted by key, so that two writers with the same keys wait for each other instead of locking up.
 */
export async function insertSubmissions(sql: Sql, { rows, keys }: SealedBatch): Promise<Map<string, Accepted>> {
  const inserted = await sql.query<Inserted>(INSERT, [JSON.stringify(rows), JSON.stringify(keys)], 'take in');
  return new Map(
    inserted.map(({ id, reference, receivedAt }) => [
      id,
      { id, reference, stage: 'collect', cycle: 1, receivedAt, duplicate: false },
    ]),
  );
}

const STANDING = `f.id, reference(w.number, w.received_at) as reference, f.stage, f.cycle, w.received_at as "receivedAt"`;

/** Finds what is on record under the same `source` + `externalId`, keyed by `source\0externalId`. */
export async function findByExternalId(
  sql: Sql,
  keys: readonly { source: string; externalId: string }[],
): Promise<Map<string, Accepted>> {
  const rows = await sql.query<Accepted & { key: string }>(
    `select ${STANDING}, w.source || chr(1) || w.external_id as key
     from json_to_recordset($1) as k(source text, "externalId" text)
     join feedback_words w on w.source = k.source and w.external_id = k."externalId" join feedback f on f.id = w.feedback_id`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map(({ key, ...row }) => [key, { ...row, duplicate: true }]));
}

/** Finds items by id. */
export async function findById(sql: Sql, ids: readonly string[]): Promise<Map<string, Accepted>> {
  const rows = await sql.query<Accepted>(
    `select ${STANDING} from feedback f join feedback_words w on w.feedback_id = f.id where f.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, duplicate: true }]));
}

/** What is on record under an idempotency key. */
export interface KeyOnRecord {
  readonly owner: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly feedbackId: string;
}

/** Takes the idempotency keys that are free, and answers with what is on record for all of them afterwards. */
export async function takeKeys(tx: Sql, wanted: readonly KeyOnRecord[]): Promise<KeyOnRecord[]> {
  const records = JSON.stringify(wanted);
  await tx.query(
    `insert into idempotency_key (owner, key, body_hash, feedback_id)
     select owner, key, decode("bodyHash", 'hex'), "feedbackId"
     from json_to_recordset($1) as k(owner text, key text, "bodyHash" text, "feedbackId" uuid) order by owner, key
     on conflict do nothing`,
    [records],
  );
  return tx.query<KeyOnRecord>(
    `select i.owner, i.key, encode(i.body_hash, 'hex') as "bodyHash", i.feedback_id as "feedbackId"
     from json_to_recordset($1) as k(owner text, key text) join idempotency_key i using (owner, key)`,
    [records],
  );
}

/** A key whose piece turned out to be on record under its external id points to that item from now on. */
export async function repointKeys(
  tx: Sql,
  keys: readonly { owner: string; key: string; feedbackId: string }[],
): Promise<void> {
  await tx.query(
    `update idempotency_key i set feedback_id = k."feedbackId"
     from json_to_recordset($1) as k(owner text, key text, "feedbackId" uuid) where i.owner = k.owner and i.key = k.key`,
    [JSON.stringify(keys)],
  );
}

/** Forgets idempotency keys that are older than a month; nobody sends a request again after so long. */
export async function forgetOldKeys(sql: Sql): Promise<void> {
  await sql.query(`delete from idempotency_key where created_at < loop_now() - interval '30 days'`);
}
