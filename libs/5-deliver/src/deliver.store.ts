import type { Sql } from '@huiyin/database';
import type { Contact, DeliveryState } from './deliver.js';
import type { NewDelivery, OutboxMessage } from './outbox.js';

/** What an item has to tell its customer, and how far the telling got in this cycle. */
export interface AnswerOfItem {
  /** Null when there is no resolution. */
  readonly reply: string | null;
  readonly states: DeliveryState[];
}

/** Resolution and answer deliveries of the items' present cycles, by item id. */
export async function loadAnswers(
  tx: Sql,
  items: readonly { id: string; cycle: number }[],
): Promise<Map<string, AnswerOfItem>> {
  const keys = JSON.stringify(items.map(({ id, cycle }) => ({ id, cycle })));
  const replies = await tx.query<{ id: string; reply: string }>(
    `select i.id, r.reply from json_to_recordset($1) as i(id uuid, cycle int)
     join item_resolution ir on ir.feedback_id = i.id and ir.cycle = i.cycle join resolution r on r.id = ir.resolution_id`,
    [keys],
  );
  // The lock makes a sender that is just marking one of these wait, or us for it: otherwise its wake-up could fall
  // between our reading and the item's going to sleep.
  const deliveries = await tx.query<{ id: string; state: DeliveryState }>(
    `select d.feedback_id as id, d.state from json_to_recordset($1) as i(id uuid, cycle int)
     join delivery d on d.feedback_id = i.id and d.cycle = i.cycle and d.purpose = 'answer' for share of d`,
    [keys],
  );
  const answers = new Map<string, AnswerOfItem>(items.map(({ id }) => [id, { reply: null, states: [] }]));
  for (const { id, reply } of replies) answers.set(id, { reply, states: [] });
  for (const { id, state } of deliveries) answers.get(id)?.states.push(state);
  return answers;
}

/** How the customers of these messages can be reached, by item id. What came with the item counts before what is known otherwise. */
export async function loadContacts(
  tx: Sql,
  messages: readonly OutboxMessage[],
): Promise<Map<string, Contact & { reference: string }>> {
  const keys = messages.map(({ feedbackId, cycle, purpose }) => ({ id: feedbackId, cycle, purpose }));
  const rows = await tx.query<Contact & { id: string; reference: string }>(
    `select m.id, reference(w.number, w.received_at) as reference, s.name as source,
       coalesce(w.customer->>'email', k.email) as email, coalesce(w.customer->>'phone', k.phone) as phone,
       array(select d.channel from delivery d
         where d.feedback_id = m.id and d.cycle = m.cycle and d.purpose = m.purpose) as tried,
       case when m.purpose = 'survey' then (select d.channel from delivery d
         where d.feedback_id = m.id and d.cycle = m.cycle and d.purpose = 'answer' and d.state = 'sent' limit 1) end as "reachedBy"
     from json_to_recordset($1) as m(id uuid, cycle int, purpose text)
     join feedback f on f.id = m.id join feedback_words w on w.feedback_id = m.id
     left join customer k on k.id = f.customer_id left join source s on s.name = w.source`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Stores deliveries; they are due at once. */
export async function insertDeliveries(tx: Sql, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.query(
    `insert into delivery (id, feedback_id, cycle, purpose, channel, recipient, subject, body)
     select id, "feedbackId", cycle, purpose, channel, recipient, subject, body from json_to_recordset($1) as n(
       id uuid, "feedbackId" uuid, cycle int, purpose text, channel text, recipient text, subject text, body text)
     on conflict (feedback_id, cycle, purpose, channel) do nothing`,
    [JSON.stringify(deliveries)],
  );
}
