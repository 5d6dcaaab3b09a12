import type { Sql } from '@huiyin/database';
import type { Mapping } from './mapping.js';
import type { SenderCheck } from './sender-check.js';

/** A system that pushes feedback in its own words, as it is shown. */
export interface InboundSource {
  /** As in `source` of the feedback. */
  readonly name: string;
  readonly description: string;
  readonly check: SenderCheck;
  readonly mapping: Mapping;
  readonly active: boolean;
  /** Why the last message that was refused was refused; without anything that was in it. */
  readonly refusal: { readonly at: string; readonly detail: string } | null;
  readonly createdAt: string;
}

const COLUMNS = `name, description, check_by as check, mapping, active, refusal, created_at as "createdAt"`;

/** All sources by name; with `name` only that one. */
export function selectSources(sql: Sql, name: string | null = null): Promise<InboundSource[]> {
  return sql.query<InboundSource>(
    `select ${COLUMNS} from inbound_source where $1::text is null or name = $1 order by name`,
    [name],
  );
}

/** What is needed to take a message. Secrets are sealed. */
export interface Receiving {
  readonly check: SenderCheck;
  readonly mapping: Mapping;
  readonly secret: string;
  readonly oldSecret: string | null;
  readonly wallSeconds: number;
}

/** A source that is on. */
export async function selectReceiving(sql: Sql, name: string): Promise<Receiving | null> {
  const [row] = await sql.query<Receiving>(
    `select check_by as check, mapping, secret, case when old_secret_until > loop_now() then old_secret end as "oldSecret",
       extract(epoch from clock_timestamp())::float8 as "wallSeconds"
     from inbound_source where name = $1 and active`,
    [name],
  );
  return row ?? null;
}

/** What is stored of a source. */
export interface SourceRow {
  readonly name: string;
  readonly description: string;
  readonly check: SenderCheck;
  readonly mapping: Mapping;
  readonly active: boolean;
  readonly createdBy: string;
  /** Sealed; null leaves the one on record. */
  readonly secret: string | null;
  /** The one on record, sealed for its new place; null when there is none to keep. */
  readonly oldSecret: string | null;
  readonly oldHours: number;
}

/** Locks the secret on record. */
export async function lockSecret(tx: Sql, name: string): Promise<string | null> {
  const [row] = await tx.query<{ secret: string }>('select secret from inbound_source where name = $1 for update', [
    name,
  ]);
  return row?.secret ?? null;
}

/** Writes a source, new or not. */
export async function upsertSource(tx: Sql, row: SourceRow): Promise<void> {
  const { name, description, check, mapping, active, createdBy, secret, oldSecret, oldHours } = row;
  await tx.query(
    `insert into inbound_source as s (name, description, check_by, mapping, active, created_by, secret)
     values ($1, $2, $3, $4, $5, $6, coalesce($7, ''))
     on conflict (name) do update set description = excluded.description, check_by = excluded.check_by,
       mapping = excluded.mapping, active = excluded.active, refusal = null, secret = coalesce($7, s.secret),
       old_secret = case when $7::text is null then s.old_secret when $9 > 0 then $8 end,
       old_secret_until = case when $7::text is null then s.old_secret_until
         when $9 > 0 and $8::text is not null then loop_now() + $9 * interval '1 hour' end`,
    [name, description, JSON.stringify(check), JSON.stringify(mapping), active, createdBy, secret, oldSecret, oldHours],
  );
}

/** Keeps why a message was refused, for whoever looks at the source. */
export async function noteRefusal(sql: Sql, name: string, detail: string): Promise<void> {
  await sql.query(
    `update inbound_source set refusal = jsonb_build_object('at', loop_now(), 'detail', $2::text) where name = $1`,
    [name, detail.slice(0, 2_000)],
  );
}
