import type { Database } from '@huiyin/database';
import { happeningCode } from './sketch.js';
import { begun, CODE_JOINS, CODES, received, slotOf } from './visit-codes.js';

/** The durable cursor up to which visits of the ledger have been counted. */
export const COUNTED = 'visit-sketch';

const ENTERED = happeningCode('entered');

/**
 * One statement, so that everything is seen at one moment: visits that were counted under a kind which the item no longer has are moved
 * to the kind that it has now, and the next visits of the ledger are counted under the kind of now. `$1`, `$2` are the cursor, `$3` how many.
 */
const COUNT = `
with fresh as materialized (
  select v.* from stage_visit v where (v.xid, v.event_id) > ($1::text::xid8, $2::bigint) and v.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by v.xid, v.event_id limit $3
), changed as (delete from kind_change returning id, feedback_id, from_kind),
moved as materialized (
  select distinct on (feedback_id) feedback_id, from_kind from changed order by feedback_id, id
), old as materialized (
  select v.*, m.from_kind from moved m join stage_visit v on v.feedback_id = m.feedback_id where (v.xid, v.event_id) <= ($1::text::xid8, $2::bigint)
), told as (
  select ${slotOf('v.left_at')} as slot, v.stage, v.unit_id, f.kind, f.product, c.code, count(*) as n
  from fresh v join feedback f on f.id = v.feedback_id ${CODE_JOINS} ${CODES} where c.code is not null group by 1, 2, 3, 4, 5, 6
  union all
  select ${slotOf('b.at')}, b.stage, b.unit_id, b.kind, b.product, ${ENTERED}, count(*)
  from (${begun('fresh')} union all ${received('fresh')}) b group by 1, 2, 3, 4, 5
), again as (
  select ${slotOf('v.left_at')} as slot, v.stage, v.from_kind, f.kind, c.code, count(*) as n
  from old v join feedback f on f.id = v.feedback_id ${CODE_JOINS} ${CODES} where c.code is not null group by 1, 2, 3, 4, 5
  union all
  select ${slotOf('b.at')}, b.stage, m.from_kind, b.kind, ${ENTERED}, count(*)
  from (${begun('old')} union all ${received('old')}) b join moved m on m.feedback_id = b.feedback_id group by 1, 2, 3, 4
), counted as (
  select s.unit_id, '' as part, t.slot, t.stage, t.code, t.n from told t left join unit u on u.id = t.unit_id
  cross join lateral (select 0::bigint as unit_id union all select unnest(string_to_array(trim(both '/' from u.path), '/'))::bigint) s
  union all select 0, 'kind:' || kind, slot, stage, code, n from told where kind is not null
  union all select 0, 'product:' || product, slot, stage, code, n from told where product is not null
  union all select 0, 'kind:' || kind, slot, stage, code, n from again where kind is not null
  union all select 0, 'kind:' || from_kind, slot, stage, code, -n from again where from_kind is not null
), written as (
  insert into visit_sketch as old (unit_id, part, slot, stage, sketch)
  select unit_id, part, slot, stage, array_agg((code::bigint << 32) + n) from (
    select unit_id, part, slot, stage, code, sum(n)::bigint as n from counted group by 1, 2, 3, 4, 5 having sum(n) <> 0) c
  group by 1, 2, 3, 4
  on conflict (unit_id, part, slot, stage) do update set sketch = sketch_sum(old.sketch || excluded.sketch)
)
select xid::text as xid, event_id::text as "eventId", (select count(*) from fresh) as n from fresh order by fresh.xid desc, event_id desc limit 1`;

/**
 * Counts the next visits of the ledger, at most `limit`, in the order in which they were committed.
 * @returns how many; 0 also while another process counts
 */
export async function countVisits(db: Database, limit: number): Promise<number> {
  await db.query(`insert into feed_cursor (name, xid, event_id) values ($1, '0', 0) on conflict do nothing`, [COUNTED]);
  return db.transaction(async (tx) => {
    const [cursor] = await tx.query<{ xid: string; eventId: string }>(
      'select xid::text, event_id::text as "eventId" from feed_cursor where name = $1 for update skip locked',
      [COUNTED],
    );
    if (!cursor) return 0;
    const [last] = await tx.query<{ xid: string; eventId: string; n: number }>(COUNT, [
      cursor.xid,
      cursor.eventId,
      limit,
    ]);
    if (!last) return 0;
    await tx.query(
      'update feed_cursor set xid = $2::text::xid8, event_id = $3, updated_at = loop_now() where name = $1',
      [COUNTED, last.xid, last.eventId],
    );
    return last.n;
  });
}
