import type { Sql } from '@huiyin/database';
import { parseCursor } from './feed-cursor.js';

/** What staff are told that the ledger has no row for: a limit that passed, an item that was parked, a target that was given up. */
export const STAFF_EVENTS = ['item.overdue', 'item.parked', 'webhook.off', 'notices.off'] as const;
export type StaffEventName = (typeof STAFF_EVENTS)[number];

/** One of them, to be told. `facts` never hold personal data. */
export interface StaffEventToTell {
  readonly feedbackId: string | null;
  /** The unit that holds the item. */
  readonly unitId: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** One of them, as it is read. */
export interface StaffEvent extends StaffEventToTell {
  readonly cursor: string;
  readonly name: StaffEventName;
  readonly toldAt: string;
}

/** Puts on record what staff are to be told, in the transaction in which it happened: told when that is committed, else not at all. */
export async function tellStaff(tx: Sql, name: StaffEventName, events: readonly StaffEventToTell[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into staff_event (name, feedback_id, unit_id, facts)
     select $1, "feedbackId", "unitId", facts from jsonb_to_recordset($2) as e("feedbackId" uuid, "unitId" bigint, facts jsonb)`,
    [name, JSON.stringify(events)],
  );
}

/** Up to `limit` of them after `cursor`, in commit order: none is skipped because its transaction took longer. */
export function readStaffEvents(sql: Sql, cursor: string, limit: number): Promise<StaffEvent[]> {
  const [xid, eventId] = parseCursor(cursor);
  return sql.query<StaffEvent>(
    `select xid::text || '-' || event_id as cursor, name, feedback_id as "feedbackId", unit_id as "unitId", facts, told_at as "toldAt"
     from staff_event where (xid, event_id) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid, event_id limit $3`,
    [xid, eventId, limit],
  );
}
