import type { Sql } from '@huiyin/database';

/** What became of a mail. */
export type Outcome =
  'reply' | 'new-item' | 'bounce' | 'automatic' | 'loop' | 'too-many' | 'belongs-nowhere' | 'empty' | 'refused';

/** What is noted of a mail: nothing of its words. */
export interface Noted {
  readonly outcome: Outcome;
  readonly detail: string | null;
  readonly feedbackId: string | null;
}

/** Claims a mail; false when it is on record. Whoever comes second waits until the first has committed or is gone. */
export async function claimMail(
  tx: Sql,
  { key, door, sender }: { key: Buffer; door: string; sender: Buffer | null },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into inbound_mail (key, door, sender, outcome) values ($1, $2, $3, 'refused') on conflict do nothing returning key`,
    [key, door, sender],
  );
  return rows.length === 1;
}

/** Writes down what became of a mail. */
export async function noteMail(tx: Sql, key: Buffer, { outcome, detail, feedbackId }: Noted): Promise<void> {
  await tx.query('update inbound_mail set outcome = $2, detail = $3, feedback_id = $4 where key = $1', [
    key,
    outcome,
    detail,
    feedbackId,
  ]);
}

/** How many mails of a sender have come within an hour, this one included. */
export async function countOfSender(tx: Sql, sender: Buffer): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*) as count from inbound_mail where sender = $1 and received_at > loop_now() - interval '1 hour'`,
    [sender],
  );
  return row?.count ?? 0;
}

/** The item that a delivery was about. */
export async function itemOfDelivery(tx: Sql, deliveryIds: readonly string[]): Promise<string | null> {
  if (deliveryIds.length === 0) return null;
  const [row] = await tx.query<{ id: string }>(
    `select d.feedback_id as id from unnest($1::uuid[]) with ordinality as w(id, nr) join delivery d on d.id = w.id order by nr limit 1`,
    [deliveryIds],
  );
  return row?.id ?? null;
}

/** True when an item belongs to the customer who is known by an address (as `blindIdentity` gives it). */
export async function isOfCustomer(tx: Sql, feedbackId: string, email: string): Promise<boolean> {
  const rows = await tx.query(
    `select from feedback f join customer_identity i on i.customer_id = f.customer_id
     where f.id = $1 and i.kind = 'email' and i.value = $2`,
    [feedbackId, email],
  );
  return rows.length > 0;
}

/** Where an item stands. */
export interface Standing {
  readonly cycle: number;
  readonly stage: string;
  readonly state: string;
}

/** Locks an item and tells where it stands. */
export async function lockItem(tx: Sql, feedbackId: string): Promise<Standing | undefined> {
  const [row] = await tx.query<Standing>('select cycle, stage, state from feedback where id = $1 for update', [
    feedbackId,
  ]);
  return row;
}

/** A message to be stored; its text masked. */
export interface NewMessage extends Pick<Standing, 'cycle' | 'stage'> {
  readonly id: string;
  readonly feedbackId: string;
  readonly kind: 'reply' | 'bounce';
  readonly text: string;
  readonly sealed: string | null;
  readonly attachments: number;
  readonly becameId: string | null;
  /** Null: it waits for a person. */
  readonly decision: 'thanks' | 'new-item' | null;
}

/** Stores a message. */
export async function insertMessage(tx: Sql, message: NewMessage): Promise<void> {
  const { id, feedbackId, kind, cycle, stage, text, sealed, attachments, becameId, decision } = message;
  await tx.query(
    `insert into customer_message (id, feedback_id, kind, cycle, stage, text, sealed, attachments, became_id, decision, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10::text is not null then 'system' end,
       case when $10::text is not null then loop_now() end)`,
    [id, feedbackId, kind, cycle, stage, text, sealed, attachments, becameId, decision],
  );
}

/** While a message waits for a person, its item is not closed for want of an answer. */
export async function stopClock(tx: Sql, feedbackId: string): Promise<void> {
  await tx.query(`update feedback set due_at = null where id = $1 and stage = 'recollect' and state = 'waiting'`, [
    feedbackId,
  ]);
}

/** The window goes on as it was; one that is over meanwhile ends now. Nothing while another message waits. */
export async function startClock(tx: Sql, feedbackId: string): Promise<void> {
  await tx.query(
    `update feedback f set due_at = greatest(loop_now(), s.expires_at) from survey s
     where f.id = $1 and f.stage = 'recollect' and f.state = 'waiting' and f.due_at is null
       and s.feedback_id = f.id and s.cycle = f.cycle
       and not exists (select from customer_message m where m.feedback_id = f.id and m.decision is null)`,
    [feedbackId],
  );
}

/** Forgets which mails have come, after so many days: a server that sends again does so for some days only. */
export async function forgetMails(sql: Sql, days: number): Promise<void> {
  await sql.query(`delete from inbound_mail where received_at < loop_now() - make_interval(days => $1)`, [days]);
}
