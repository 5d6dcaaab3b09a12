import type { Sql } from '@huiyin/database';
import type { OffReason } from './webhook.js';

/** A message that was taken up, with what is needed to send it. Secrets are sealed. */
export interface Claimed {
  readonly webhookId: string;
  readonly eventId: number;
  readonly event: string;
  readonly body: string;
  /** Tries, this one included. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
  readonly oldSecret: string | null;
  readonly takenAt: string;
  /** By the clock on the wall, seconds since 1970: signatures need it. */
  readonly wallSeconds: number;
}

/** How much may be taken up. */
export interface Room {
  readonly token: string;
  readonly leaseSeconds: number;
  /** Most messages of one target under way in this process, and of all of them. */
  readonly perWebhook: number;
  readonly total: number;
  /** Under way in this process by webhook. */
  readonly busy: ReadonlyMap<string, number>;
  /** A target that has failed so often in a row is tried by one message at a time. */
  readonly failingFrom: number;
}

/** An event that has failed so often no longer holds up later ones of its item. */
export const HOLDS_UP = 3;

const CLAIM = `
with open as (
  select w.id, case when w.failures >= $6 then 1 else $3 end - coalesce(b.n, 0) as room
  from webhook w left join json_to_recordset($5) as b(id uuid, n int) on b.id = w.id
  where w.active and (w.paused_until is null or w.paused_until <= (select loop_now()))
  order by coalesce(b.n, 0), random()
),
due as materialized (
  select d.webhook_id, d.event_id from open o cross join lateral (
    select m.webhook_id, m.event_id from webhook_message m
    where m.webhook_id = o.id and m.state = 'pending' and m.next_attempt_at <= (select loop_now())
      and not exists (select from webhook_message e
        where e.webhook_id = m.webhook_id and e.feedback_id = m.feedback_id and e.event_id < m.event_id
          and e.state in ('pending', 'sending') and (e.state = 'sending' or e.attempts < ${HOLDS_UP}))
    order by m.next_attempt_at, m.event_id limit greatest(o.room, 0) for update skip locked) d
  limit $4
)
update webhook_message m set state = 'sending', lease_token = $1, lease_until = loop_now() + $2 * interval '1 second',
  attempts = m.attempts + 1
from due d join webhook w on w.id = d.webhook_id
where m.webhook_id = d.webhook_id and m.event_id = d.event_id
returning m.webhook_id as "webhookId", m.event_id as "eventId", m.event, m.body, m.attempts, w.url, w.secret,
  case when w.old_secret_until > loop_now() then w.old_secret end as "oldSecret", loop_now() as "takenAt",
  extract(epoch from clock_timestamp())::float8 as "wallSeconds"`;

/**
 * Takes up messages that are due, some of each target and no more than there is room for. Of one item and one target there is
 * never more than one, the oldest, unless that has failed several times.
 */
export function claimDue(
  tx: Sql,
  { token, leaseSeconds, perWebhook, total, busy, failingFrom }: Room,
): Promise<Claimed[]> {
  const taken = JSON.stringify([...busy].map(([id, n]) => ({ id, n })));
  return tx.query<Claimed>(CLAIM, [token, leaseSeconds, perWebhook, total, taken, failingFrom]);
}

/** Messages whose sender has not been heard of are due again, at once and under the same id. */
export async function releaseLost(tx: Sql): Promise<void> {
  await tx.query(`
    with lost as (
      update webhook_message set state = 'pending', lease_until = null, next_attempt_at = loop_now()
      where (webhook_id, event_id) in (select webhook_id, event_id from webhook_message
        where state = 'sending' and lease_until <= (select loop_now()) for update skip locked)
      returning webhook_id, event_id, event
    )
    insert into webhook_attempt (webhook_id, message_id, event, at, duration_ms, error)
    select webhook_id, 'evt_' || event_id || '_' || replace(webhook_id::text, '-', ''), event, loop_now(), 0,
      'The sender stopped before it wrote down how this try ended.' from lost`);
}

/** One try that has ended. */
export interface Attempt {
  readonly webhookId: string;
  readonly messageId: string;
  readonly event: string;
  readonly at: string;
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** Puts a try into the log. */
export async function insertAttempt(tx: Sql, attempt: Attempt): Promise<void> {
  const { webhookId, messageId, event, at, status, durationMs, error } = attempt;
  await tx.query(
    `insert into webhook_attempt (webhook_id, message_id, event, at, status, duration_ms, error)
     select $1::uuid, $2, $3, $4::timestamptz, $5::smallint, $6::int, $7 where exists (select from webhook where id = $1::uuid)`,
    [webhookId, messageId, event, at, status, durationMs, error],
  );
}

/** What becomes of a message. `given-back`: it was not tried after all. */
export type Ending =
  { readonly state: 'sent' | 'failed' | 'given-back' } | { readonly state: 'pending'; readonly seconds: number };

/** Writes how a try ended, as far as nobody else has taken the message up since. */
export async function recordEnding(
  tx: Sql,
  { webhookId, eventId }: Pick<Claimed, 'webhookId' | 'eventId'>,
  token: string,
  ending: Ending,
): Promise<void> {
  const back = ending.state === 'given-back';
  await tx.query(
    `update webhook_message set state = $4, lease_until = null, attempts = attempts - $5::int,
       next_attempt_at = loop_now() + $6 * interval '1 second'
     where webhook_id = $1 and event_id = $2 and lease_token = $3 and state in ('sending', 'pending')`,
    [webhookId, eventId, token, back ? 'pending' : ending.state, back ? 1 : 0, ending.state === 'pending' ? ending.seconds : 0], // prettier-ignore
  );
}

/** The target has answered as it should. */
export async function noteSuccess(tx: Sql, webhookId: string): Promise<void> {
  await tx.query(
    `update webhook set failures = 0, failing_since = null, paused_until = null where id = $1 and failures > 0`,
    [webhookId],
  );
}

/** How long a target has failed. */
export interface Failing {
  readonly failures: number;
  readonly seconds: number;
}

/** The target has failed once more. Answers null when the webhook is no more, or off. */
export async function noteFailure(tx: Sql, webhookId: string): Promise<Failing | null> {
  const [row] = await tx.query<Failing>(
    `update webhook set failures = failures + 1, failing_since = coalesce(failing_since, loop_now())
     where id = $1 and active
     returning failures, extract(epoch from loop_now() - failing_since)::float8 as seconds`,
    [webhookId],
  );
  return row ?? null;
}

/** Leaves a target alone for a while. */
export async function rest(tx: Sql, webhookId: string, seconds: number): Promise<void> {
  await tx.query(`update webhook set paused_until = loop_now() + $2 * interval '1 second' where id = $1`, [
    webhookId,
    seconds,
  ]);
}

/** Switches a webhook off. Answers false when it was off. */
export async function switchOff(tx: Sql, webhookId: string, reason: OffReason): Promise<boolean> {
  const rows = await tx.query(
    `update webhook set active = false, off_reason = $2, off_at = loop_now() where id = $1 and active returning id`,
    [webhookId, reason],
  );
  return rows.length === 1;
}
