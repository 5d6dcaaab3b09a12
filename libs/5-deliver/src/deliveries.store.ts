import type { Sql } from '@huiyin/database';
import type { ChannelName, Purpose } from './channel.js';
import type { DeliveryState } from './deliver.js';

/** A delivery as the API shows it. */
export interface DeliveryView {
  readonly id: string;
  readonly purpose: Purpose;
  readonly cycle: number;
  readonly channel: ChannelName;
  /** Masked. */
  readonly to: string | null;
  readonly state: DeliveryState;
  /** Tries so far; a person's order to send again begins to count anew. */
  readonly attempts: number;
  /** ISO 8601 UTC with microseconds. */
  readonly sentAt: string | null;
  readonly proof: string | null;
  readonly error: string | null;
  /** What the customer reads. */
  readonly body: string;
}

/** All deliveries of an item, oldest first. */
export function loadDeliveries(sql: Sql, feedbackId: string): Promise<DeliveryView[]> {
  return sql.query<DeliveryView>(
    `select id, purpose, cycle, channel, recipient as "to", state, attempts, sent_at as "sentAt", proof, error, body
     from delivery where feedback_id = $1 order by created_at, id`,
    [feedbackId],
  );
}

/** Where a delivery and its item stand. */
export interface DeliveryStanding {
  readonly feedbackId: string;
  readonly purpose: Purpose;
  readonly state: DeliveryState;
  /** True while the item waits, in the cycle of this delivery, in the stage that the delivery belongs to. */
  readonly current: boolean;
  /** True when the same message is under way or has arrived on another channel. */
  readonly elsewhere: boolean;
}

/** Locks the item of a delivery and tells where both stand. */
export async function lockStanding(tx: Sql, deliveryId: string): Promise<DeliveryStanding | undefined> {
  await tx.query('select from feedback where id = (select feedback_id from delivery where id = $1) for update', [
    deliveryId,
  ]);
  const [row] = await tx.query<DeliveryStanding>(
    `select d.feedback_id as "feedbackId", d.purpose, d.state,
       f.cycle = d.cycle and f.state = 'waiting'
         and f.stage = case d.purpose when 'answer' then 'deliver' else 'recollect' end as current,
       exists (select from delivery o where o.feedback_id = d.feedback_id and o.cycle = d.cycle and o.purpose = d.purpose
         and o.id <> d.id and o.state in ('pending', 'sending', 'sent')) as elsewhere
     from delivery d join feedback f on f.id = d.feedback_id where d.id = $1`,
    [deliveryId],
  );
  return row;
}

/** A failed or unknown delivery is sent again, under the same id. Answers false when it is neither any more. */
export async function sendAgain(tx: Sql, deliveryId: string): Promise<boolean> {
  const rows = await tx.query(
    `update delivery set state = 'pending', attempts = 0, next_attempt_at = loop_now(), lease_token = null, error = null
     where id = $1 and state in ('failed', 'unknown') returning id`,
    [deliveryId],
  );
  return rows.length === 1;
}

/** A failed or unknown delivery counts as sent, on somebody's word. Answers false when it is neither any more. */
export async function confirmSent(tx: Sql, deliveryId: string, actor: string): Promise<boolean> {
  const rows = await tx.query(
    `update delivery set state = 'sent', sent_at = loop_now(), proof = 'Confirmed by ' || $2::text, lease_token = null, error = null
     where id = $1 and state in ('failed', 'unknown') returning id`,
    [deliveryId, actor],
  );
  return rows.length === 1;
}

/**
 * Takes back the answers of this cycle that are to be tried later.
 * @returns how many answers are being sent at this moment or have arrived, and cannot be taken back
 */
export async function withdrawAnswers(tx: Sql, item: { id: string; cycle: number }, actor: string): Promise<number> {
  await tx.query(
    `update delivery set state = 'failed', error = 'Given up by ' || $3::text || coalesce('. ' || error, '')
     where feedback_id = $1 and cycle = $2 and purpose = 'answer' and state = 'pending'`,
    [item.id, item.cycle, actor],
  );
  const rows = await tx.query(
    `select from delivery where feedback_id = $1 and cycle = $2 and purpose = 'answer' and state in ('sending', 'sent')`,
    [item.id, item.cycle],
  );
  return rows.length;
}
