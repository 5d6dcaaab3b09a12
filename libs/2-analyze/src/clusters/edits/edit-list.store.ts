import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { ChangedValues, EditKind } from './edit.js';

/** A cluster by name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** One change of clusters, by a person or by the machine, as the audit view shows it. */
export interface EditView {
  readonly id: number;
  readonly kind: EditKind;
  /** The cluster that was changed, or that items went away from. */
  readonly cluster: Named;
  /** The cluster that they went to. */
  readonly other: Named | null;
  /** Items that moved. */
  readonly items: number;
  /** Values that were changed, as they were and as they became; null when items moved. */
  readonly before: ChangedValues | null;
  readonly after: ChangedValues | null;
  /** `person:7`, `key:3`; `system` for the machine. */
  readonly actor: string;
  readonly madeAt: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

const VIEW = `e.id, e.kind, json_build_object('id', c.id, 'name', c.name) as cluster,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as other,
  coalesce((e.after->>'moved')::int, 0) as items, e.before, case when e.before is not null then e.after end as after,
  e.actor, e.made_at as "madeAt", e.undone_at as "undoneAt", e.undone_by as "undoneBy"
  from cluster_edit e join cluster c on c.id = e.cluster_id left join cluster o on o.id = e.other_id`;

/**
 * One edit.
 * @throws {CodedError} `not-found`
 */
export async function readEdit(sql: Sql, id: number): Promise<EditView> {
  const [row] = await sql.query<EditView>(`select ${VIEW} where e.id = $1`, [id]);
  if (!row) throw new CodedError('not-found', `There is no edit ${id}. GET /api/v1/clusters/edits lists them.`);
  return row;
}

/** What the audit view is narrowed to, and where its page begins. */
export interface EditFilter {
  /** Edits of this cluster, on either side. */
  readonly cluster?: string;
  /** `person:7`; `system` for what the machine did by itself. */
  readonly actor?: string;
  readonly kind?: EditKind;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** 50 when left out. */
  readonly limit?: number;
}

/**
 * Who changed which clusters, newest first, undone or not.
 * @throws {CodedError} `bad-cursor`
 */
export async function listEdits(
  sql: Sql,
  { cluster, actor, kind, cursor, limit = 50 }: EditFilter,
): Promise<{ items: EditView[]; nextCursor: string | null }> {
  const rows = await sql.query<EditView>(
    `select ${VIEW}
     where ($1::uuid is null or e.cluster_id = $1 or e.other_id = $1) and ($2::text is null or e.actor = $2)
       and ($3::text is null or e.kind = $3) and ($4::bigint is null or e.id < $4)
     order by e.id desc limit $5`,
    [cluster ?? null, actor ?? null, kind ?? null, cursor === undefined ? null : readCursor(cursor), limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { items, nextCursor: more ? Buffer.from(`edit ${last.id}`).toString('base64url') : null };
}

function readCursor(cursor: string): number {
  const [, id] = /^edit (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id) return Number(id);
  throw new CodedError('bad-cursor', 'Use nextCursor of the page before, unchanged.', [
    { field: 'cursor', message: 'not one of ours' },
  ]);
}
