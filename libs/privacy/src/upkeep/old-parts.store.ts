import type { Sql } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import { keysOfItems } from '../data-keys.store.js';
import { maskTexts, originalsAt, type Texts } from '../originals.js';
import { redact } from '../redact/redact.js';
import type { Vault } from '../vault.js';

/** A table that holds texts about items, and which of its columns they are. */
const PARTS = [
  { table: 'delivery', columns: ['subject', 'body'], from: 'delivery p', item: 'p.feedback_id' },
  { table: 'survey', columns: ['comment'], from: 'survey p', item: 'p.feedback_id' },
  {
    table: 'resolution',
    columns: ['summary', 'reply'],
    from: 'resolution p join item_resolution i on i.resolution_id = p.id and p.cluster_id is null',
    item: 'i.feedback_id',
  },
] as const;

/** Masks and seals what an earlier version wrote in the clear about these items: messages, comments, resolutions, reasons. */
export async function sealOldParts(tx: Sql, vault: Vault, feedbackIds: readonly string[]): Promise<void> {
  for (const part of PARTS) await sealPart(tx, vault, part, feedbackIds);
  await maskReasons(tx, feedbackIds);
}

async function sealPart(
  tx: Sql,
  vault: Vault,
  { table, columns, from, item }: (typeof PARTS)[number],
  feedbackIds: readonly string[],
): Promise<void> {
  const texts = columns.map((column) => `'${column}', p.${column}`).join(', ');
  const rows = await tx.query<{ id: string; feedbackId: string; texts: Texts }>(
    `select p.id, ${item} as "feedbackId", json_build_object(${texts}) as texts from ${from}
     where ${item} = any($1::uuid[]) and p.sealed is null`,
    [feedbackIds],
  );
  const telling = rows.map((row) => ({ ...row, ...maskTexts(row.texts) })).filter(({ originals }) => originals);
  const keys = await keysOfItems(tx, vault, [...new Set(telling.map(({ feedbackId }) => feedbackId))], uuidv7);
  const sealed = telling.map(({ id, feedbackId, masked, originals }) => {
    return { id, ...masked, sealed: keys.get(feedbackId)?.seal(JSON.stringify(originals), originalsAt(table, id)) };
  });
  const set = columns.map((column) => `${column} = n.${column}`).join(', ');
  const types = columns.map((column) => `${column} text`).join(', ');
  await tx.query(
    `update ${table} t set ${set}, sealed = n.sealed from json_to_recordset($1) as n(id uuid, sealed text, ${types}) where t.id = n.id`,
    [JSON.stringify(sealed)],
  );
}

/** Reasons that staff wrote down are for colleagues: what is found in them is masked for good. */
async function maskReasons(tx: Sql, feedbackIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string; reason: string }>(
    'select id, close_reason as reason from feedback where id = any($1::uuid[]) and close_reason is not null',
    [feedbackIds],
  );
  const masked = rows.map(({ id, reason }) => ({ id, reason: redact(reason).text }));
  const changed = masked.filter(({ reason }, index) => reason !== rows[index]?.reason);
  if (changed.length === 0) return;
  await tx.query(
    'update feedback f set close_reason = n.reason from json_to_recordset($1) as n(id uuid, reason text) where f.id = n.id',
    [JSON.stringify(changed)],
  );
}
