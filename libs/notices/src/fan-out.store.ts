import type { Sql } from '@huiyin/database';
import { PATHS, whatMakersSee, type MadeBy } from '@huiyin/org';
import type { NoticeEvent } from './catalogue.js';
import type { NoticeFacts } from './notice.js';

/** A channel that is on, with what it wants to be told. */
export interface NoticeListener extends MadeBy {
  readonly events: readonly NoticeEvent[];
  /** Path of the unit that it is cut to; null for everywhere. */
  readonly unitPath: string | null;
  readonly createdAt: string;
}

/** Something that happened and that staff may be told. */
export interface Happening {
  /** Where it was read, and its number there: `feed:815`, `staff:7`. */
  readonly key: string;
  readonly event: NoticeEvent;
  readonly feedbackId: string | null;
  /** The unit that it belongs to; null for none. */
  readonly unitId: number | null;
  readonly at: string;
  /** What is known already; of an item the rest is looked up. */
  readonly facts: NoticeFacts;
}

/** The channels that are on. */
export function noticeListeners(sql: Sql): Promise<NoticeListener[]> {
  return sql.query<NoticeListener>(
    `select c.id, c.events, c.created_by as "createdBy", c.created_at as "createdAt",
       (select path from unit where id = c.unit_id) as "unitPath", ${PATHS('c.bound_ids')} as "boundPaths"
     from notice_channel c where c.active`,
  );
}

interface ItemRow {
  readonly id: string;
  readonly reference: string;
  readonly kind: string | null;
  readonly category: string | null;
}

interface UnitRow {
  readonly id: number;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** What notices say of an item and of a unit; of the rest they know nothing. */
async function knownOf(sql: Sql, happened: readonly Happening[]) {
  const items = await sql.query<ItemRow>(
    `select f.id, reference(w.number, w.received_at) as reference, f.kind, f.category
     from feedback f join feedback_words w on w.feedback_id = f.id where f.id = any($1::uuid[])`,
    [happened.flatMap(({ feedbackId }) => feedbackId ?? [])],
  );
  const units = await sql.query<UnitRow>('select id, path, name_zh as zh, name_en as en from unit where id = any($1::bigint[])', [
    happened.flatMap(({ unitId }) => unitId ?? []),
  ]); // prettier-ignore
  return { item: new Map(items.map((row) => [row.id, row])), unit: new Map(units.map((row) => [row.id, row])) };
}

const INSERT = `insert into notice (channel_id, event_key, event, feedback_id, facts, happened_at)
  select * from jsonb_to_recordset($1) as n("channelId" uuid, "eventKey" text, event text, "feedbackId" uuid, facts jsonb, "happenedAt" timestamptz)
  on conflict (channel_id, event_key) do nothing`;

/**
 * Writes a notice for every happening and every channel that wants it: of its unit's subtree, of what its maker sees, and of
 * nothing that was before the channel.
 * @returns how many were written
 */
export async function fanOutNotices(
  tx: Sql,
  happened: readonly Happening[],
  to: readonly NoticeListener[],
): Promise<number> {
  const wanted = happened.filter(({ event }) => to.some(({ events }) => events.includes(event)));
  if (wanted.length === 0) return 0;
  const known = await knownOf(tx, wanted);
  const maySee = await whatMakersSee(
    tx,
    to,
    wanted.flatMap(({ feedbackId }) => feedbackId ?? []),
  );
  const rows = wanted.flatMap(({ key, event, feedbackId, unitId, at, facts }) => {
    const item = known.item.get(feedbackId ?? '');
    // What was erased meanwhile is told to nobody.
    if (feedbackId !== null && !item) return [];
    const unit = known.unit.get(unitId ?? 0);
    const { id: _, ...about } = item ?? { id: '' };
    const named = unit ? { unit: { zh: unit.zh, en: unit.en } } : {};
    const row = { eventKey: key, event, feedbackId, happenedAt: at, facts: { ...about, ...named, ...facts } };
    return to
      .filter(({ events, createdAt }) => events.includes(event) && !isBefore(at, createdAt))
      .filter(({ unitPath }) => unitPath === null || (unit?.path.startsWith(unitPath) ?? false))
      .filter((one) => maySee(one, feedbackId))
      .map(({ id }) => ({ channelId: id, ...row }));
  });
  if (rows.length > 0) await tx.query(INSERT, [JSON.stringify(rows)]);
  return rows.length;
}

const isBefore = (at: string, moment: string) => Date.parse(at) < Date.parse(moment);
