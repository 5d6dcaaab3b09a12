import type { Sql } from '@huiyin/database';
import { STATUS_NOW, SUBJECT_JOINS } from './reading.store.js';

/** A change is told once it has stood for so many minutes: a slip that is put right tells nobody, and the words can be written. */
export const STANDS_MINUTES = 10;
/** Figures are counted again after so many minutes. */
const FIGURES_MINUTES = 5;
/** Posts that are counted at once. */
const COUNTED_AT_ONCE = 10;

/** Key of the advisory lock under which one process looks at the posts; any constant that nothing else uses. */
const LOOKING = 5_902_114_317;

/** False when another process looks just now. Until the transaction ends. */
export async function lockLooking(tx: Sql): Promise<boolean> {
  const [row] = await tx.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [LOOKING]);
  return row?.free === true;
}

/** Writes down which posts stand otherwise than before, from now on. Answers how many. */
export async function noteChanges(tx: Sql): Promise<number> {
  const rows = await tx.query(
    `update board_post t set status = x.status, status_since = loop_now()
     from (select p.id, ${STATUS_NOW} as status from board_post p ${SUBJECT_JOINS}) x
     where t.id = x.id and t.status <> x.status and x.status <> 'dismissed' returning t.id`,
  );
  return rows.length;
}

/**
 * Tells what has changed and stood for long enough: an update for the page and the feed, and a mail for each follower.
 * @returns how many updates
 */
export async function tellChanges(tx: Sql): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `with changed as (
       update board_post set told_status = status
       where public and status <> told_status and status_since <= loop_now() - $1 * interval '1 minute' returning id, status
     ),
     told as (insert into board_update (post_id, status) select id, status from changed returning id, post_id)
     select id from told`,
    [STANDS_MINUTES],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0)
    await tx.query(
      `insert into board_mail (id, follower_id, update_id)
       select gen_random_uuid(), f.id, u.id from board_update u join board_follower f on f.post_id = u.post_id
       where u.id = any($1::bigint[]) and f.confirmed_at is not null on conflict do nothing`,
      [ids],
    );
  return rows.length;
}

/** Of post `p` with cluster `l` or item `f`: its items. */
const ITEMS = `select f2.id, f2.customer_id, f2.stage, f2.state from feedback f2
  where f2.id = p.feedback_id or f2.id in (select m.feedback_id from cluster_member m where m.cluster_id = l.id)`;

/** Counts the posts whose figures are oldest, if they are older than a few minutes. Answers how many. */
export async function countFigures(tx: Sql): Promise<number> {
  const rows = await tx.query(
    `update board_post t set figures_at = loop_now(), figures = x.figures
     from (
       select p.id, (
         select json_build_object('people', count(distinct i.customer_id) + count(*) filter (where i.customer_id is null),
           'told', count(*) filter (where exists (
             select from delivery d where d.feedback_id = i.id and d.purpose = 'answer' and d.state = 'sent')),
           'answered', count(s.solved), 'helped', count(*) filter (where s.solved))
         from (${ITEMS}) i left join lateral (
           select v.solved from survey v where v.feedback_id = i.id and v.answered_at is not null order by v.cycle desc limit 1) s on true
       ) as figures
       from (select * from board_post where public and (figures_at is null or figures_at < loop_now() - $1 * interval '1 minute')
             order by figures_at nulls first limit ${COUNTED_AT_ONCE}) p
       left join cluster c on c.id = p.cluster_id left join cluster l on l.id = coalesce(c.merged_into, c.id)
     ) x where t.id = x.id returning t.id`,
    [FIGURES_MINUTES],
  );
  return rows.length;
}

/** What is not needed any longer: who never said yes after a week, what networks were counted by, mails after a month. */
export async function forgetOld(sql: Sql): Promise<void> {
  const old = `< loop_now() - interval`;
  await sql.query(`delete from board_follower where confirmed_at is null and asked_at ${old} '7 days'`);
  await sql.query(`update board_vote set address = null where address is not null and voted_at ${old} '2 days'`);
  await sql.query(`update board_follower set address = null where address is not null and asked_at ${old} '2 days'`);
  await sql.query(
    `update board_submission set address = null where address is not null and submitted_at ${old} '2 days'`,
  );
  await sql.query(`delete from board_mail where state in ('sent', 'failed') and created_at ${old} '30 days'`);
}
