import type { Sql } from '@huiyin/database';
import { loadAnswers } from './deliver.store.js';
import type { Outbox } from './outbox.adapter.js';
import type { OutboxMessage } from './outbox.js';

/**
 * Puts answers that have failed on the next channel where their item has gone on to re-collect, because a mail server had said
 * yes before the mail came back: nobody else would. Answers of which another try is under way or has arrived are left alone.
 * @returns the items whose customer has been told, or will be
 */
export async function postAgain(
  tx: Sql,
  outbox: Outbox,
  failed: readonly Pick<OutboxMessage, 'feedbackId' | 'cycle' | 'language'>[],
): Promise<Set<string>> {
  if (failed.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select f.id from json_to_recordset($1) as d("feedbackId" uuid, cycle int)
     join feedback f on f.id = d."feedbackId" and f.cycle = d.cycle and f.stage = 'recollect' and f.state <> 'closed'`,
    [JSON.stringify(failed.map(({ feedbackId, cycle }) => ({ feedbackId, cycle })))],
  );
  const gone = new Set(rows.map(({ id }) => id));
  const items = failed.filter(({ feedbackId }) => gone.has(feedbackId));
  const answers = await loadAnswers(tx, outbox.vault, items.map(({ feedbackId: id, cycle }) => ({ id, cycle }))); // prettier-ignore
  const alive = items.filter(({ feedbackId }) => answers.get(feedbackId)?.states.some((state) => state !== 'failed'));
  const again = items.flatMap(({ feedbackId, cycle, language }) => {
    const reply = answers.get(feedbackId)?.reply ?? null;
    const dead = answers.get(feedbackId)?.states.every((state) => state === 'failed') ?? false;
    return dead && reply !== null ? [{ feedbackId, cycle, language, purpose: 'answer' as const, reply }] : [];
  });
  const posted = await outbox.post(tx, again);
  return new Set([...posted, ...alive.map(({ feedbackId }) => feedbackId)]);
}
