import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Sight } from '../visibility.js';
import type { AuditAction } from './actions.js';
import { chainHash, NO_HASH, type ChainedEntry } from './chain.js';

/** One chainer at a time; any number will do, as long as all take the same. */
const LOCK = 4_818_200_610;
const ENTRY = 'id, at, actor, action, subject, details::text as details';

/**
 * Chains up to `limit` entries whose transactions have ended, in commit order: an entry is taken only when every transaction that
 * began before its own has ended, so none is ever chained behind a later one. Writers never wait for it.
 * @param key of the chain, 32 bytes
 * @returns how many were chained; 0 also while another process is at it
 */
export function chainAudit(db: Database, key: Buffer, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    if (!lock?.mine) return 0;
    const loose = await tx.query<ChainedEntry>(
      `select ${ENTRY} from audit_entry where seq is null and xid < pg_snapshot_xmin(pg_current_snapshot())
       order by xid, id limit $1`,
      [limit],
    );
    if (loose.length === 0) return 0;
    const [last] = await tx.query<{ seq: number; hash: Buffer }>(
      'select seq, hash from audit_entry where seq is not null order by seq desc limit 1',
    );
    let { seq, hash }: { seq: number; hash: Buffer } = last ?? { seq: 0, hash: NO_HASH };
    const links = loose.map((entry) => {
      hash = chainHash(key, hash, ++seq, entry);
      return { id: entry.id, seq, hash: hash.toString('hex') };
    });
    await tx.query(
      `update audit_entry a set seq = l.seq, hash = decode(l.hash, 'hex')
       from json_to_recordset($1) as l(id bigint, seq bigint, hash text) where a.id = l.id`,
      [JSON.stringify(links)],
    );
    return links.length;
  });
}

/** What came of checking the chain. */
export interface AuditVerdict {
  /** Entries whose place in the chain is right, from the first. */
  readonly checked: number;
  /** Entries that wait for their place; they join within seconds while a worker runs. */
  readonly loose: number;
  /** The first entry that is not as it was chained; null when all are. */
  readonly broken: { readonly seq: number; readonly id: number; readonly problem: string } | null;
  /** Of the last good entry, hexadecimal: note it elsewhere, and nobody can cut off the end of the chain unseen. */
  readonly head: string;
}

const CHUNK = 5_000;

/** Recomputes the whole chain; stops at the first entry that was changed, put in, or taken out. */
export async function verifyAudit(sql: Sql, key: Buffer): Promise<AuditVerdict> {
  const [{ loose = 0 } = {}] = await sql.query<{ loose: number }>(
    'select count(*) as loose from audit_entry where seq is null',
  );
  let [seq, hash]: [number, Buffer] = [0, NO_HASH];
  for (;;) {
    const rows = await sql.query<ChainedEntry & { seq: number; hash: Buffer }>(
      `select ${ENTRY}, seq, hash from audit_entry where seq > $1 order by seq limit ${CHUNK}`,
      [seq],
    );
    for (const row of rows) {
      const problem = row.seq === seq + 1 ? null : `entries ${seq + 1} to ${row.seq - 1} are missing`;
      const expected = chainHash(key, hash, row.seq, row);
      if (problem !== null || !expected.equals(row.hash)) {
        const broken = { seq: row.seq, id: row.id, problem: problem ?? 'it is not as it was chained' };
        return { checked: seq, loose, broken, head: hash.toString('hex') };
      }
      [seq, hash] = [row.seq, expected];
    }
    if (rows.length < CHUNK) return { checked: seq, loose, broken: null, head: hash.toString('hex') };
  }
}

/** Which entries are wanted; all that are seen when nothing else is said. */
export interface AuditFilter {
  /** Who belongs to a part of the organisation sees what people and keys of that part did, and nothing of others. */
  readonly sight: Sight;
  readonly actor?: string;
  readonly action?: AuditAction;
  readonly subject?: string;
  /** ISO 8601, inclusive. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
}

/** An entry as it is shown. */
export interface AuditView {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: Record<string, unknown>;
  /** Place in the chain; null for a moment after it was written. */
  readonly seq: number | null;
}

/**
 * A page of the audit, newest first.
 * @param cursor `nextCursor` of the page before
 * @throws {CodedError} `bad-cursor`
 */
export async function listAudit(
  sql: Sql,
  filter: AuditFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: AuditView[]; nextCursor: string | null }> {
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor))
    throw new CodedError('bad-cursor', 'Send nextCursor as it was answered, or leave the cursor out.');
  const { actor = null, action = null, subject = null, from = null, to = null } = filter;
  const { sight } = filter;
  const actors = sight.everything ? null : await actorsSeen(sql, sight);
  const rows = await sql.query<AuditView>(
    `select id, at, actor, action, subject, details, seq from audit_entry
     where ($1::text is null or actor = $1) and ($2::text is null or action = $2) and ($3::text is null or subject = $3)
       and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5) and ($6::bigint is null or id < $6)
       and ($8::text[] is null or actor = any($8))
     order by id desc limit $7`,
    [actor, action, subject, from, to, cursor ?? null, limit + 1, actors],
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
}

/** Themselves, the people all of whose units lie in what is seen, and the keys bound to such a unit. */
async function actorsSeen(sql: Sql, { unitPaths, personActor }: Sight): Promise<string[]> {
  const rows = await sql.query<{ actor: string }>(
    `with seen as (select id from unit where path like any($1::text[]))
     select 'person:' || person_id as actor from person_unit
     group by person_id having bool_and(unit_id in (select id from seen))
     union all select 'key:' || id from api_key where unit_id in (select id from seen)`,
    [unitPaths.map((path) => `${path}%`)],
  );
  return [personActor, ...rows.map(({ actor }) => actor)];
}
