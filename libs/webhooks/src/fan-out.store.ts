import type { Sql } from '@huiyin/database';
import { isVisit, type LoopEvent } from '@huiyin/loop';
import { PATHS, whatMakersSee, type MadeBy } from '@huiyin/org';
import { bodyOf, eventIdOf, type EventFilter, type EventSubject, fits, wants } from './webhook.js';

/** A webhook with what it wants to be told. */
export type Listener = EventFilter & MadeBy;

/** The webhooks that are on; with `id` only that one. */
export function listeners(sql: Sql, id: string | null = null): Promise<Listener[]> {
  return sql.query<Listener>(
    `select w.id, w.events, w.kinds, w.created_by as "createdBy",
       ${PATHS('w.unit_ids')} as "unitPaths", ${PATHS('w.bound_ids')} as "boundPaths"
     from webhook w where w.active and ($1::uuid is null or w.id = $1)`,
    [id],
  );
}

interface SubjectRow extends Omit<EventSubject, 'unitPaths'> {
  readonly id: string;
  readonly path: string | null;
}

/** What the filters ask of the items that events are about, by event cursor. */
async function subjectsOf(sql: Sql, events: readonly LoopEvent[]): Promise<Map<string, EventSubject>> {
  const visits = events.filter(isVisit);
  const ids = [...new Set(visits.map(({ feedbackId }) => feedbackId))];
  const codes = [...new Set(visits.flatMap(({ unit }) => unit ?? []))];
  const items = await sql.query<SubjectRow>(
    `select f.id, f.kind, w.source, w.external_id as "externalId", u.path
     from feedback f join feedback_words w on w.feedback_id = f.id left join unit u on u.id = f.unit_id
     where f.id = any($1::uuid[])`,
    [ids],
  );
  const units = await sql.query<{ code: string; path: string }>('select code, path from unit where code = any($1)', [
    codes,
  ]);
  const item = new Map(items.map((row) => [row.id, row]));
  const path = new Map(units.map((unit) => [unit.code, unit.path]));
  return new Map(
    visits.flatMap(({ cursor, feedbackId, unit }) => {
      const row = item.get(feedbackId);
      if (!row) return [];
      const unitPaths = [row.path, path.get(unit ?? '')].filter((found): found is string => typeof found === 'string');
      return [[cursor, { ...row, unitPaths }]];
    }),
  );
}

const INSERT = `insert into webhook_message as m (webhook_id, event_id, feedback_id, event, body)
  select * from json_to_recordset($1) as r("webhookId" uuid, "eventId" bigint, "feedbackId" uuid, event text, body text)
  on conflict (webhook_id, event_id) do`;

/** An event that was told before is told again, under the same id; one that is still on its way stays as it is. */
const AGAIN = `update set state = 'pending', attempts = 0, next_attempt_at = loop_now()
  where m.state in ('sent', 'failed') returning event_id`;

/**
 * Writes a message for every event and every webhook that wants it, and nothing for the others.
 * @param again true to tell also of what has been told
 * @returns how many messages were written
 */
export async function fanOut(
  tx: Sql,
  events: readonly LoopEvent[],
  to: readonly Listener[],
  again = false,
): Promise<number> {
  const named = events.filter(({ name }) => to.some(({ events: wanted }) => wanted.some((p) => fits(p, name))));
  if (named.length === 0) return 0;
  const subjects = await subjectsOf(tx, named);
  const mayKnow = await whatMakersSee(tx, to, named.filter(isVisit).map(({ feedbackId }) => feedbackId)); // prettier-ignore
  const rows = named.flatMap((event) => {
    const subject = subjects.get(event.cursor) ?? null;
    // What was erased meanwhile is told to nobody.
    if (isVisit(event) && !subject) return [];
    const feedbackId = isVisit(event) ? event.feedbackId : null;
    const about = { eventId: eventIdOf(event.cursor), feedbackId, event: event.name, body: bodyOf(event, subject) };
    return to
      .filter((one) => wants(one, event, subject) && mayKnow(one, feedbackId))
      .map(({ id }) => ({ webhookId: id, ...about }));
  });
  if (rows.length === 0) return 0;
  await tx.query(`${INSERT} ${again ? AGAIN : 'nothing'}`, [JSON.stringify(rows)]);
  return rows.length;
}
