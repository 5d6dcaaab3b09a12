import type { Sql } from '@huiyin/database';
import { STAGES } from '@huiyin/loop';
import { knownTo } from '@huiyin/org';
import type { OffReason } from './webhook.js';

/** A webhook as it is shown. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  /** Codes. */
  readonly units: readonly string[];
  readonly kinds: readonly string[];
  readonly active: boolean;
  readonly offReason: OffReason | null;
  readonly offAt: string | null;
  /** Failed tries since the last one that went well. */
  readonly failures: number;
  readonly failingSince: string | null;
  /** Nothing is tried before. */
  readonly pausedUntil: string | null;
  /** Messages on their way, 10,000 at most. */
  readonly waiting: number;
  /** True while events of the past are being told again. */
  readonly replaying: boolean;
  readonly createdAt: string;
}

const WAITING = 10_000;

const COLUMNS = `w.id, w.url, w.description, w.events, w.kinds, w.active, w.off_reason as "offReason", w.off_at as "offAt",
  w.failures, w.failing_since as "failingSince", w.created_at as "createdAt", w.replay_from is not null as replaying,
  case when w.paused_until > loop_now() then w.paused_until end as "pausedUntil",
  (select coalesce(array_agg(u.code order by u.code), '{}') from unit u where u.id = any(w.unit_ids)) as units,
  (select count(*) from (select from webhook_message m where m.webhook_id = w.id and m.state in ('pending', 'sending')
    limit ${WAITING}) x) as waiting`;

/** All webhooks that `paths` (null: everything) may know of, the oldest first; with `id` only that one. */
export function selectWebhooks(
  sql: Sql,
  paths: readonly string[] | null,
  id: string | null = null,
): Promise<WebhookView[]> {
  return sql.query<WebhookView>(
    `select ${COLUMNS} from webhook w where ${knownTo('$1', 'w.bound_ids')} and ($2::uuid is null or w.id = $2) order by w.created_at, w.id`,
    [paths, id],
  );
}

/** What is stored of a new webhook. */
export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly unitIds: readonly number[];
  readonly kinds: readonly string[];
  readonly boundIds: readonly number[];
  /** Sealed. */
  readonly secret: string;
  readonly createdBy: string;
}

/** Writes a new webhook. */
export async function insertWebhook(tx: Sql, row: WebhookRow): Promise<void> {
  const { id, url, description, events, unitIds, kinds, boundIds, secret, createdBy } = row;
  await tx.query(
    `insert into webhook (id, url, description, events, unit_ids, kinds, bound_ids, secret, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, url, description, events, unitIds, kinds, boundIds, secret, createdBy],
  );
}

/** What may change; what is left out stays. */
export interface WebhookChange {
  readonly url?: string;
  readonly description?: string;
  readonly events?: readonly string[];
  readonly unitIds?: readonly number[];
  readonly kinds?: readonly string[];
  readonly active?: boolean;
}

/** Changes a webhook. One that is switched on, or gets another address, begins without a record of failures. */
export async function updateWebhook(tx: Sql, id: string, change: WebhookChange): Promise<void> {
  const { url = null, description = null, events = null, unitIds = null, kinds = null, active = null } = change;
  await tx.query(
    `update webhook set url = coalesce($2, url), description = coalesce($3, description), events = coalesce($4, events),
       unit_ids = coalesce($5, unit_ids), kinds = coalesce($6, kinds), active = coalesce($7, active),
       off_reason = case when $7 is null then off_reason when $7 then null else coalesce(off_reason, 'person') end,
       off_at = case when $7 is null then off_at when $7 then null else coalesce(off_at, loop_now()) end,
       failures = case when $7 or $2 is not null then 0 else failures end,
       failing_since = case when $7 or $2 is not null then null else failing_since end,
       paused_until = case when $7 or $2 is not null then null else paused_until end
     where id = $1`,
    [id, url, description, events, unitIds, kinds, active],
  );
}

/** The stored secrets; `oldSecret` only while it still holds. The row stays locked. */
export async function lockSecrets(tx: Sql, id: string): Promise<{ secret: string; oldSecret: string | null } | null> {
  const [row] = await tx.query<{ secret: string; oldSecret: string | null }>(
    `select secret, case when old_secret_until > loop_now() then old_secret end as "oldSecret" from webhook where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

/** Puts a new secret in place. @param oldHours how long the old one is signed with as well */
export async function replaceSecret(
  tx: Sql,
  id: string,
  sealed: { readonly secret: string; readonly old: string },
  oldHours: number,
): Promise<void> {
  await tx.query(
    `update webhook set secret = $2, old_secret = case when $4 > 0 then $3 end,
       old_secret_until = case when $4 > 0 then loop_now() + $4 * interval '1 hour' end where id = $1`,
    [id, sealed.secret, sealed.old, oldHours],
  );
}

/** One try, as it is shown. */
export interface AttemptView {
  readonly id: number;
  readonly messageId: string;
  readonly event: string;
  readonly at: string;
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** Tries, the latest first, from before the try `before`. */
export function selectAttempts(
  sql: Sql,
  webhookId: string,
  before: number | null,
  limit: number,
): Promise<AttemptView[]> {
  return sql.query<AttemptView>(
    `select id, message_id as "messageId", event, at, status, duration_ms as "durationMs", error
     from webhook_attempt where webhook_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [webhookId, before, limit],
  );
}

/** How far before a moment the search for its first event begins: transactions end in another order than they look at the clock. */
const NEAR = 200;

/**
 * The position before the first event at or after a moment, or null when there is none. Events that were on their way into the
 * ledger at that moment may come with it.
 */
export async function cursorBefore(sql: Sql, time: string): Promise<string | null> {
  const stages = [...STAGES];
  const [row] = await sql.query<{ cursor: string | null }>(
    `select xid::text || '-' || (event_id - 1)::text as cursor from (
       select e.xid, e.event_id from unnest($2::text[]) s(stage) cross join lateral (
         select v.xid, v.event_id from stage_visit v where v.stage = s.stage and v.left_at >= $1 order by v.left_at limit ${NEAR}) e
       union all select xid, event_id from cluster_event where told_at >= $1) found
     order by xid, event_id limit 1`,
    [time, stages],
  );
  return row?.cursor ?? null;
}

/** Asks for events of the past. */
export async function askReplay(tx: Sql, id: string, from: string, to: string): Promise<void> {
  await tx.query('update webhook set replay_from = $2, replay_to = $3 where id = $1', [id, from, to]);
}

/** Removes what is older than so many days, and secrets whose time is up. */
export async function forgetOld(sql: Sql, days: number): Promise<void> {
  for (const table of ['webhook_message', 'webhook_attempt'] as const) {
    const column = table === 'webhook_message' ? 'created_at' : 'at';
    await sql.query(`delete from ${table} where ${column} < loop_now() - $1 * interval '1 day'`, [days]);
  }
  await sql.query('update webhook set old_secret = null, old_secret_until = null where old_secret_until <= loop_now()');
}
