import type { Sql } from '@huiyin/database';
import { violations, type CheckedItem, type CheckedVisit } from './verify.js';

/** What is wrong with one item. */
export interface Offender {
  readonly id: string;
  readonly problems: string[];
}

/** How far a check has come. */
export interface VerifyProgress {
  readonly items: number;
  readonly visits: number;
}

const CHUNK = 5_000;

const micros = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`;

/**
 * Checks the ledger of every item, in chunks, in one snapshot per chunk.
 * @param progress called after each chunk with the totals so far
 */
export async function verifyLedger(sql: Sql, progress: (done: VerifyProgress) => void): Promise<Offender[]> {
  const offenders: Offender[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  let total: VerifyProgress = { items: 0, visits: 0 };
  for (;;) {
    const rows = await sql.query<CheckedItem & { visits: CheckedVisit[] }>(
      `select f.id, f.stage, f.state, f.cycle, f.seq, ${micros('w.received_at')} as received, ${micros('f.stage_since')} as "stageSince",
         ${micros('f.closed_at')} as closed,
         coalesce(f.close_reason, '') ~ '\\S' or exists (select from delivery d where d.feedback_id = f.id and d.cycle = f.cycle
           and d.purpose = 'answer' and d.state = 'sent') as "accountedFor",
         coalesce((select json_agg(json_build_object('seq', v.seq, 'cycle', v.cycle, 'stage', v.stage, 'outcome', v.outcome,
           'entered', ${micros('v.entered_at')}, 'started', ${micros('v.started_at')}, 'left', ${micros('v.left_at')}) order by v.seq)
           from stage_visit v where v.feedback_id = f.id), '[]') as visits
       from feedback f join feedback_words w on w.feedback_id = f.id where f.id > $1 order by f.id limit ${CHUNK}`,
      [after],
    );
    for (const { visits, ...item } of rows) {
      const problems = violations(item, visits);
      if (problems.length > 0) offenders.push({ id: item.id, problems });
      total = { items: total.items + 1, visits: total.visits + visits.length };
    }
    progress(total);
    const last = rows.at(-1);
    if (!last) return offenders;
    after = last.id;
  }
}
