import type { Sql } from '@huiyin/database';
import { knownTo } from '@huiyin/org';
import type { NoticeEvent } from './catalogue.js';
import type { NoticeKind, NoticeLanguage, NoticeOff } from './notice.js';
import { SENDING_COLUMNS, type DueChannel } from './sending.store.js';

/** A channel as it is shown: never its address or secret. */
export interface NoticeChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: NoticeKind;
  /** What of the address may be shown. */
  readonly target: string;
  /** True when a sign secret is set. */
  readonly signed: boolean;
  readonly events: readonly NoticeEvent[];
  /** Code; null for the whole organisation, or all that its maker sees. */
  readonly unit: string | null;
  readonly language: NoticeLanguage;
  readonly active: boolean;
  readonly offReason: NoticeOff | null;
  readonly offAt: string | null;
  /** Failed tries since the last one that went well. */
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastError: string | null;
  /** Nothing is sent before; null when it may go at once. */
  readonly nextAt: string | null;
  /** Notices on their way, 10,000 at most. */
  readonly waiting: number;
  readonly createdAt: string;
}

const COLUMNS = `c.id, c.name, c.kind, c.target_shown as target, c.secret is not null as signed, c.events,
  (select code from unit where id = c.unit_id) as unit, c.language, c.active, c.off_reason as "offReason", c.off_at as "offAt",
  c.failures, c.failing_since as "failingSince", c.last_error as "lastError",
  case when c.next_at > loop_now() then c.next_at end as "nextAt",
  (select count(*) from (select from notice n where n.channel_id = c.id and n.state <> 'sent' limit 10000) x) as waiting,
  c.created_at as "createdAt"`;

/** All channels that `paths` (null: everything) may know of, the oldest first; with `id` only that one. */
export function selectChannels(
  sql: Sql,
  paths: readonly string[] | null,
  id: string | null = null,
): Promise<NoticeChannelView[]> {
  return sql.query<NoticeChannelView>(
    `select ${COLUMNS} from notice_channel c
     where ${knownTo('$1', 'c.bound_ids')} and ($2::uuid is null or c.id = $2) order by c.created_at, c.id`,
    [paths, id],
  );
}

/** What is stored of a target. */
export interface StoredTarget {
  /** Sealed. */
  readonly target: string;
  readonly targetKey: Buffer;
  readonly targetShown: string;
}

/** What is stored of a new channel. */
export interface ChannelRow extends StoredTarget {
  readonly id: string;
  readonly name: string;
  readonly kind: NoticeKind;
  /** Sealed. */
  readonly secret: string | null;
  readonly events: readonly NoticeEvent[];
  readonly unitId: number | null;
  readonly language: NoticeLanguage;
  readonly boundIds: readonly number[];
  readonly createdBy: string;
}

/** Writes a new channel. */
export async function insertChannel(tx: Sql, row: ChannelRow): Promise<void> {
  const { id, name, kind, target, targetKey, targetShown, secret, events, unitId, language, boundIds, createdBy } = row;
  await tx.query(
    `insert into notice_channel (id, name, kind, target, target_key, target_shown, secret, events, unit_id, language, bound_ids, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, name, kind, target, targetKey, targetShown, secret, events, unitId, language, boundIds, createdBy],
  );
}

/** What may change; what is left out stays. */
export interface ChannelChange {
  readonly name?: string;
  readonly target?: StoredTarget;
  /** Sealed. */
  readonly secret?: string;
  readonly events?: readonly NoticeEvent[];
  readonly unitId?: number | null;
  readonly language?: NoticeLanguage;
  readonly active?: boolean;
}

/** Changes a channel. One that is switched on, or gets another target or secret, begins without a record of failures. */
export async function updateChannel(tx: Sql, id: string, change: ChannelChange): Promise<void> {
  const { name = null, target, secret = null, events = null, unitId, language = null, active = null } = change;
  const anew = active === true || target !== undefined || secret !== null;
  await tx.query(
    `update notice_channel set name = coalesce($2, name), target = coalesce($3, target), target_key = coalesce($4, target_key),
       target_shown = coalesce($5, target_shown), secret = coalesce($6, secret), events = coalesce($7, events),
       unit_id = case when $8::boolean then $9::bigint else unit_id end, language = coalesce($10, language),
       active = coalesce($11, active),
       off_reason = case when $11 is null then off_reason when $11 then null else coalesce(off_reason, 'person') end,
       off_at = case when $11 is null then off_at when $11 then null else coalesce(off_at, loop_now()) end,
       failures = case when $12::boolean then 0 else failures end,
       failing_since = case when $12 then null else failing_since end,
       last_error = case when $12 then null else last_error end,
       next_at = case when $12 then null else next_at end
     where id = $1`,
    [id, name, target?.target ?? null, target?.targetKey ?? null, target?.targetShown ?? null, secret, events, unitId !== undefined, unitId ?? null, language, active, anew], // prettier-ignore
  );
}

/** A channel with what is needed to send to it. */
export async function selectForSending(sql: Sql, id: string): Promise<DueChannel | undefined> {
  const [row] = await sql.query<DueChannel>(`select ${SENDING_COLUMNS} from notice_channel c where c.id = $1`, [id]);
  return row;
}

/** One message, as it is shown. */
export interface NoticeAttemptView {
  readonly id: number;
  readonly at: string;
  readonly test: boolean;
  /** How many notices were in it. */
  readonly notices: number;
  /** True while it is under way. */
  readonly underWay: boolean;
  readonly status: number | null;
  readonly code: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** Messages, the latest first, from before the one `before`. */
export function selectNoticeAttempts(
  sql: Sql,
  channelId: string,
  before: number | null,
  limit: number,
): Promise<NoticeAttemptView[]> {
  return sql.query<NoticeAttemptView>(
    `select id, at, test, notices, lease_until is not null as "underWay", status, code, duration_ms as "durationMs", error
     from notice_attempt where channel_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [channelId, before, limit],
  );
}
