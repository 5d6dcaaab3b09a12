import type { Sql } from '@huiyin/database';
import { keysOfItems, maskTexts, originalsAt, originalsOf, type SealedRow, type Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { CONTACT_COLUMNS, CONTACT_JOINS, contactOf, type ContactRow } from './contact.store.js';
import type { Contact, DeliveryState } from './deliver.js';
import { loadBars } from './mail-bars.store.js';
import type { MailTokens } from './mail-tokens.js';
import type { Addressee, NewDelivery, OutboxMessage } from './outbox.js';

/** What an item has to tell its customer, and how far the telling got in this cycle. */
export interface AnswerOfItem {
  /** Null when there is no resolution. */
  readonly reply: string | null;
  readonly states: DeliveryState[];
}

/** Resolution and answer deliveries of the items' present cycles, by item id. */
export async function loadAnswers(
  tx: Sql,
  vault: Vault,
  items: readonly { id: string; cycle: number }[],
): Promise<Map<string, AnswerOfItem>> {
  const keys = JSON.stringify(items.map(({ id, cycle }) => ({ id, cycle })));
  const replies = await tx.query<{ id: string; resolutionId: string; reply: string } & SealedRow>(
    `select i.id, r.id as "resolutionId", r.reply, r.sealed, w.key_id as "keyId", k.wrapped from json_to_recordset($1) as i(id uuid, cycle int)
     join item_resolution ir on ir.feedback_id = i.id and ir.cycle = i.cycle join resolution r on r.id = ir.resolution_id
     join feedback_words w on w.feedback_id = i.id left join customer_key k on k.id = w.key_id`,
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
  for (const { id, resolutionId, reply, ...row } of replies) {
    const original = originalsOf<{ reply: string }>(vault, row, originalsAt('resolution', resolutionId));
    answers.set(id, { reply: original.reply ?? reply, states: [] });
  }
  for (const { id, state } of deliveries) answers.get(id)?.states.push(state);
  return answers;
}

/** How the customers of these messages can be reached, by item id. What came with the item counts before what is known otherwise. */
export async function loadContacts(
  tx: Sql,
  { vault, tokens }: { readonly vault: Vault; readonly tokens: MailTokens },
  messages: readonly OutboxMessage[],
): Promise<Map<string, Addressee>> {
  const keys = messages.map(({ feedbackId, cycle, purpose }) => ({ id: feedbackId, cycle, purpose }));
  const rows = await tx.query<AddresseeRow>(
    `select m.id, m.purpose, reference(w.number, w.received_at) as reference, f.kind, s.name as source,
       ${CONTACT_COLUMNS},
       array(select d.channel from delivery d
         where d.feedback_id = m.id and d.cycle = m.cycle and d.purpose = m.purpose) as tried,
       case when m.purpose = 'survey' then (select d.channel from delivery d
         where d.feedback_id = m.id and d.cycle = m.cycle and d.purpose = 'answer' and d.state = 'sent' limit 1) end as "reachedBy"
     from json_to_recordset($1) as m(id uuid, cycle int, purpose text)
     join feedback f on f.id = m.id join feedback_words w on w.feedback_id = m.id
     ${CONTACT_JOINS} left join source s on s.name = w.source`,
    [JSON.stringify(keys)],
  );
  const reached = rows.map((row) => ({ ...row, ...contactOf(vault, row) }));
  const addresses = reached.flatMap(({ email, purpose }) => (email === null ? [] : [{ address: email, purpose }]));
  const bars = await loadBars(tx, tokens, addresses);
  return new Map(
    reached.map(({ id, reference, kind, source, tried, reachedBy, email, phone, name, purpose }) => {
      const emailBarred = bars.has(`${purpose} ${email}`);
      return [id, { reference, kind, source, tried, reachedBy, email, phone, name, emailBarred }];
    }),
  );
}

type AddresseeRow = Pick<Contact, 'source' | 'tried' | 'reachedBy'> &
  Pick<Addressee, 'reference' | 'kind'> &
  Pick<OutboxMessage, 'purpose'> & { readonly id: string } & ContactRow;

/** Stores deliveries; they are due at once. What is found in their texts is stored masked, and sealed with the key of the item. */
export async function insertDeliveries(tx: Sql, vault: Vault, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map(({ names, ...row }) => {
    const { subject, body, html } = row;
    return { ...row, texts: maskTexts({ subject, body, html }, names) };
  });
  const telling = rows.filter(({ texts }) => texts.originals !== null).map(({ feedbackId }) => feedbackId);
  const keys = await keysOfItems(tx, vault, telling, uuidv7);
  const sealed = rows.map(({ texts: { masked, originals }, ...row }) => {
    const place = originalsAt('delivery', row.id);
    return { ...row, ...masked, sealed: originals && keys.get(row.feedbackId)?.seal(JSON.stringify(originals), place) };
  });
  await tx.query(
    `insert into delivery (id, feedback_id, cycle, purpose, channel, recipient, subject, body, html, sealed)
     select id, "feedbackId", cycle, purpose, channel, recipient, subject, body, html, sealed from json_to_recordset($1) as n(
       id uuid, "feedbackId" uuid, cycle int, purpose text, channel text, recipient text, subject text, body text, html text, sealed text)
     on conflict (feedback_id, cycle, purpose, channel) do nothing`,
    [JSON.stringify(sealed)],
  );
}
