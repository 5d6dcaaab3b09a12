import type { Sql } from '@huiyin/database';
import { outcomeOf, type CountedOutcome, type ResolutionOutcome } from './outcome.js';

/** So many resolutions of a cluster are told of, the latest. */
const MOST = 10;

const WEEK_SECONDS = 604_800;
/** The time before begins four weeks before the decision, or with the first voice; the time after ends four weeks after it, or now. */
const FIRST = `greatest(r.decided_at - interval '28 days', v.first)`;
const LAST = `least(r.decided_at + interval '28 days', loop_now())`;
const weeks = (from: string, to: string) =>
  `greatest(0, coalesce(extract(epoch from ${to} - ${from})::float8 / ${WEEK_SECONDS}, 0))`;

const OUTCOMES = `
with recursive own as (
  select id from cluster where id = $1 union select c.id from cluster c join own on c.merged_into = own.id
),
r as materialized (
  select id, action, reply, actor, decided_at from resolution where cluster_id in (select id from own)
  order by decided_at desc, id desc limit ${MOST}
),
told as (
  select r.id, count(*)::int as items,
    (count(*) filter (where exists (select from delivery d where d.feedback_id = i.feedback_id and d.cycle = i.cycle
      and d.purpose = 'answer' and d.state = 'sent')))::int as told,
    count(s.id)::int as asked, count(s.answered_at)::int as answered, (count(*) filter (where s.solved))::int as solved,
    count(s.score)::int as scored, avg(s.score)::float8 as "meanScore"
  from r join item_resolution i on i.resolution_id = r.id left join survey s on s.feedback_id = i.feedback_id and s.cycle = i.cycle
  group by r.id
),
voice as materialized (
  select w.received_at as at from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id
  where m.cluster_id = $1 and exists (select from r)
)
select r.id, r.action, r.reply, r.actor, r.decided_at as "decidedAt", coalesce(t.items, 0) as items, coalesce(t.told, 0) as told, coalesce(t.asked, 0) as asked,
  coalesce(t.answered, 0) as answered, coalesce(t.solved, 0) as solved, coalesce(t.scored, 0) as scored, t."meanScore",
  ${weeks(FIRST, 'r.decided_at')} as "weeksBefore", ${weeks('r.decided_at', LAST)} as "weeksAfter",
  (select count(*) from voice where at >= r.decided_at - interval '28 days' and at < r.decided_at)::int as "voicesBefore",
  (select count(*) from voice where at >= r.decided_at and at < r.decided_at + interval '28 days')::int as "voicesAfter"
from r left join told t on t.id = r.id cross join (select min(at) as first from voice) v
order by r.decided_at desc, r.id desc`;

/** What came of the resolutions that were given to a cluster, or to one that has become part of it, the latest first. */
export async function readOutcomes(sql: Sql, clusterId: string): Promise<ResolutionOutcome[]> {
  return (await sql.query<CountedOutcome>(OUTCOMES, [clusterId])).map(outcomeOf);
}
