import type { Sql } from '@huiyin/database';
import type { Assignment, RoutingRule } from './route.js';

/** The active rules in the order in which they are tried. */
export async function loadRules(tx: Sql): Promise<RoutingRule[]> {
  return tx.query<RoutingRule>(
    `select r.id, r.name, r.kinds, r.category, r.region, r.product, r.keyword, r.unit_id as "unitId", r.limit_minutes as "limitMinutes"
     from routing_rule r join unit u on u.id = r.unit_id and u.active where r.active order by r.position, r.id`,
  );
}

/** The unit that takes what no rule and no unit takes. */
export async function rootUnit(tx: Sql): Promise<number> {
  const [root] = await tx.query<{ id: number }>('select id from unit where parent_id is null order by id limit 1');
  if (!root) throw new Error('There is no root unit. Create one: every item needs a unit to fall back to.');
  return root.id;
}

/** What routing needs beside the item row. */
export interface RoutingBackground {
  readonly id: string;
  readonly words: string;
  readonly handedBackBy: number[];
  readonly handedTo: number | null;
  /** The unit of the item row, unless it takes nothing new any more. */
  readonly unitId: number | null;
}

/** Words and hand-backs of this cycle for a batch. */
export async function loadBackground(
  tx: Sql,
  items: readonly { readonly id: string; readonly cycle: number; readonly unitId: number | null }[],
): Promise<Map<string, RoutingBackground>> {
  const rows = await tx.query<RoutingBackground>(
    `select f.id, coalesce(w.subject || ' ', '') || w.text as words,
       coalesce(h.units, '{}') as "handedBackBy", h.latest as "handedTo", u.id as "unitId"
     from unnest($1::uuid[], $2::int[], $3::bigint[]) as f(id, cycle, unit_id) join feedback_words w on w.feedback_id = f.id
     left join unit u on u.id = f.unit_id and u.active
     left join lateral (
       select array_agg(from_unit_id) filter (where from_unit_id is not null) as units,
         (array_agg(to_unit_id order by seq desc))[1] as latest
       from hand_back where feedback_id = f.id and cycle = f.cycle
     ) h on true`,
    [items.map(({ id }) => id), items.map(({ cycle }) => cycle), items.map(({ unitId }) => unitId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An assignment and the visit it was made in. */
export interface AssignmentRow extends Assignment {
  readonly feedbackId: string;
  readonly seq: number;
  readonly cycle: number;
}

/** Records which unit got which item and why. */
export async function recordAssignments(tx: Sql, rows: readonly AssignmentRow[]): Promise<void> {
  await tx.query(
    `insert into assignment (feedback_id, seq, cycle, unit_id, rule_id, limit_minutes, reason)
     select "feedbackId", seq, cycle, "unitId", "ruleId", "limitMinutes", reason
     from json_to_recordset($1) as a("feedbackId" uuid, seq int, cycle int, "unitId" bigint, "ruleId" bigint, "limitMinutes" int, reason text)`,
    [JSON.stringify(rows)],
  );
}
