import type { Sql } from '@huiyin/database';
import { originalsAt, originalsOf, type SealedRow } from '../originals.js';
import type { Vault } from '../vault.js';

/** What a customer told, in full. */
export interface RevealedItem {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly customer: Record<string, string | null> | null;
  readonly product: string | null;
  readonly tags: readonly string[];
  readonly attributes: Record<string, unknown>;
  readonly resolutions: readonly { cycle: number; action: string; summary: string; reply: string }[];
  readonly deliveries: readonly {
    purpose: string;
    cycle: number;
    channel: string;
    sentAt: string | null;
    subject: string;
    body: string;
  }[];
  readonly surveys: readonly {
    cycle: number;
    answeredAt: string | null;
    solved: boolean | null;
    score: number | null;
    comment: string | null;
  }[];
  readonly messages: readonly { id: string; cycle: number; receivedAt: string; text: string }[];
}

type Row = Omit<RevealedItem, 'resolutions' | 'deliveries' | 'surveys' | 'messages'> & SealedRow;
type Part = { readonly id: string; readonly feedbackId: string; readonly sealed: string | null };

/**
 * Items with everything that is masked in them in full, in the order of `ids`; an item whose key was destroyed comes masked.
 * Call it only in the transaction that puts on record who saw it.
 */
export async function revealItems(sql: Sql, vault: Vault, ids: readonly string[]): Promise<RevealedItem[]> {
  const rows = await sql.query<Row>(
    `select w.feedback_id as id, reference(w.number, w.received_at) as reference, w.received_at as "receivedAt", w.source,
       w.external_id as "externalId", w.subject, w.text, w.customer, f.product, w.tags, w.attributes, w.sealed, w.key_id as "keyId", k.wrapped
     from unnest($1::uuid[]) with ordinality as i(id, nr) join feedback_words w on w.feedback_id = i.id
     join feedback f on f.id = w.feedback_id left join customer_key k on k.id = w.key_id order by i.nr`,
    [ids],
  );
  const [resolutions, deliveries, surveys] = await loadParts(sql, ids);
  const messages = await loadMessages(sql, ids);
  return rows.map(({ sealed, keyId, wrapped, ...row }) => {
    const open = <T extends Part>(table: string, parts: readonly T[]) =>
      parts.flatMap(({ id, feedbackId, sealed: own, ...part }) => {
        if (feedbackId !== row.id) return [];
        return [{ ...part, ...originalsOf(vault, { sealed: own, keyId, wrapped }, originalsAt(table, id)) }];
      });
    return {
      ...row,
      ...originalsOf<RevealedItem>(vault, { sealed, keyId, wrapped }, originalsAt('feedback_words', row.id)),
      resolutions: open('resolution', resolutions),
      deliveries: open('delivery', deliveries),
      surveys: open('survey', surveys),
      messages: open(
        'customer_message',
        messages.map((one) => ({ ...one, messageId: one.id })),
      ).map(({ messageId, ...one }) => ({ id: messageId, ...one })),
    };
  });
}

/** What customers have written back by mail. */
function loadMessages(sql: Sql, ids: readonly string[]): Promise<Of<'messages'>[]> {
  return sql.query<Of<'messages'>>(
    `select id, feedback_id as "feedbackId", sealed, cycle, received_at as "receivedAt", text
     from customer_message where feedback_id = any($1::uuid[]) and kind = 'reply' order by received_at, id`,
    [ids],
  );
}

type Of<K extends 'resolutions' | 'deliveries' | 'surveys' | 'messages'> = RevealedItem[K][number] & Part;

async function loadParts(
  sql: Sql,
  ids: readonly string[],
): Promise<[Of<'resolutions'>[], Of<'deliveries'>[], Of<'surveys'>[]]> {
  const resolutions = await sql.query<Of<'resolutions'>>(
    `select r.id, i.feedback_id as "feedbackId", r.sealed, i.cycle, r.action, r.summary, r.reply
     from item_resolution i join resolution r on r.id = i.resolution_id where i.feedback_id = any($1::uuid[]) order by i.cycle`,
    [ids],
  );
  const deliveries = await sql.query<Of<'deliveries'>>(
    `select id, feedback_id as "feedbackId", sealed, purpose, cycle, channel, sent_at as "sentAt", subject, body
     from delivery where feedback_id = any($1::uuid[]) order by created_at, id`,
    [ids],
  );
  const surveys = await sql.query<Of<'surveys'>>(
    `select id, feedback_id as "feedbackId", sealed, cycle, answered_at as "answeredAt", solved, score, comment
     from survey where feedback_id = any($1::uuid[]) order by cycle`,
    [ids],
  );
  return [resolutions, deliveries, surveys];
}
