import type { Sql } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import { MAX_OUTSIDE_TRIES, type OutsidePurpose, type OutsideState } from './outside.js';

/** A task that failed for good is taken up again when somebody asks for the same once more. */
const ANEW = `do update set state = 'pending', attempts = 0, next_attempt_at = loop_now(), error = null
  where outside_task.state = 'failed'`;

/** Asks for the vectors of items, once for each model and cycle. */
export async function insertVectorTasks(tx: Sql, model: string, feedbackIds: readonly string[]): Promise<void> {
  const subjects = [...new Set(feedbackIds)].sort();
  await tx.query(
    `insert into outside_task (id, purpose, feedback_id, version)
     select t.id, 'vector', f.id, $3 || '#' || f.cycle from unnest($1::uuid[], $2::uuid[]) with ordinality as t(id, subject, n)
     join feedback f on f.id = t.subject order by t.n
     on conflict on constraint outside_task_vector_key ${ANEW}`,
    [subjects.map(() => uuidv7()), subjects, model],
  );
}

/** Asks for the wordings of clusters, once for each model and size; not while a question that is open will see the same items. */
export async function insertWordingTasks(tx: Sql, model: string, clusterIds: readonly string[]): Promise<void> {
  const subjects = [...new Set(clusterIds)].sort();
  await tx.query(
    `insert into outside_task (id, purpose, cluster_id, version)
     select t.id, 'wording', c.id, $3 || '#' || c.size from unnest($1::uuid[], $2::uuid[]) with ordinality as t(id, subject, n)
     join cluster c on c.id = t.subject
     where c.merged_into is null and not exists (select 1 from outside_task o where o.cluster_id = c.id and o.state = 'pending') order by t.n
     on conflict on constraint outside_task_wording_key ${ANEW}`,
    [subjects.map(() => uuidv7()), subjects, model],
  );
}

/** Whose try it is. */
export interface OutsideClaim {
  readonly purpose: OutsidePurpose;
  readonly token: string;
  readonly leaseSeconds: number;
}

/** Takes up to `limit` tasks that are due, longest due first, as `c` for the statement that follows. */
const CLAIMED = `
with due as materialized (
  select id from outside_task where purpose = $1 and state = 'pending' and next_attempt_at <= (select loop_now())
  order by next_attempt_at limit $4 for update skip locked
),
c as (
  update outside_task t set state = 'running', lease_token = $2, lease_until = loop_now() + $3 * interval '1 second',
    attempts = attempts + 1
  from due where t.id = due.id returning t.*
)`;

/** What is on record of the customer of item `f`, whose words are `w`. */
const KNOWN = `array_remove(array[w.customer->>'name', w.customer->>'phone', w.customer->>'email', k.name, k.phone, k.email,
  case when length(w.customer->>'id') >= 4 then w.customer->>'id' end], null)`;

/** An item's own words, and what of its customer must not leave. */
export interface OwnWords {
  readonly subject: string | null;
  readonly text: string;
  readonly known: readonly string[];
}

/** A vector that is to be asked for. */
export interface VectorTask extends OwnWords {
  readonly id: string;
  readonly attempts: number;
}

/** Takes up items whose vectors are due, under a lease. */
export function claimVectorTasks(tx: Sql, claim: OutsideClaim, limit: number): Promise<VectorTask[]> {
  return tx.query<VectorTask>(
    `${CLAIMED} select c.id, c.attempts, w.subject, ${KNOWN} as known,
       w.text || coalesce(E'\\n' || (select string_agg(s.comment, E'\\n' order by s.cycle) from survey s where s.feedback_id = f.id), '') as text
     from c join feedback f on f.id = c.feedback_id join feedback_words w on w.feedback_id = f.id
     left join customer k on k.id = f.customer_id order by c.next_attempt_at, c.id`,
    [claim.purpose, claim.token, claim.leaseSeconds, limit],
  );
}

/** A wording that is to be asked for. */
export interface WordingTask {
  readonly id: string;
  readonly attempts: number;
  /** As the analysis names it. */
  readonly language: string;
  readonly size: number;
  /** The items most like the cluster first. */
  readonly quotes: readonly OwnWords[];
  readonly takenAt: string;
}

/** Takes up clusters whose wordings are due, under a lease, with the words of `quotes` of their items. */
export function claimWordingTasks(tx: Sql, claim: OutsideClaim, limit: number, quotes: number): Promise<WordingTask[]> {
  return tx.query<WordingTask>(
    `${CLAIMED} select c.id, c.attempts, x.language, x.size, loop_now() as "takenAt",
       coalesce((select json_agg(q) from (
         select w.subject, w.text, ${KNOWN} as known
         from (select feedback_id, score from cluster_member where cluster_id = x.id order by score desc, feedback_id limit $5) m
         join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = f.id
         left join customer k on k.id = f.customer_id order by m.score desc, m.feedback_id) q), '[]') as quotes
     from c join cluster x on x.id = c.cluster_id order by c.next_attempt_at, c.id`,
    [claim.purpose, claim.token, claim.leaseSeconds, limit, quotes],
  );
}

/** Gives up the claims of lanes that have not been heard of: their tasks are due again, unless that has happened too often. */
export async function settleExpiredTasks(tx: Sql, purpose: OutsidePurpose): Promise<void> {
  await tx.query(
    `update outside_task t set lease_token = null, lease_until = null, next_attempt_at = loop_now(),
       state = case when attempts >= ${MAX_OUTSIDE_TRIES} then 'failed' else 'pending' end,
       error = 'The worker stopped before it wrote down the answer.'
     from (select id from outside_task where purpose = $1 and state = 'running' and lease_until <= (select loop_now())
       limit 500 for update skip locked) e where t.id = e.id`,
    [purpose],
  );
}

/** What became of a task whose call gave nothing. */
export interface EndingRow {
  readonly id: string;
  readonly state: 'pending' | 'failed';
  /** Null leaves it as it is. */
  readonly error: string | null;
  readonly seconds: number;
  readonly tried: 0 | 1;
}

/** Writes down tries that gave nothing, as far as the tasks are still ours. */
export async function recordEndings(tx: Sql, token: string, rows: readonly EndingRow[]): Promise<void> {
  await tx.query(
    `update outside_task t set state = r.state, error = coalesce(r.error, t.error), attempts = t.attempts - 1 + r.tried,
       next_attempt_at = loop_now() + r.seconds * interval '1 second', lease_token = null, lease_until = null
     from json_to_recordset($1) as r(id uuid, state text, error text, seconds float8, tried int)
     where t.id = r.id and t.lease_token = $2`,
    [JSON.stringify(rows), token],
  );
}

/** How many tasks of a purpose are in a state; those that are done are not counted. */
export interface OutsideLevel {
  readonly purpose: OutsidePurpose;
  readonly state: Exclude<OutsideState, 'done'>;
  readonly count: number;
}

/** How many tasks are open or have failed, for the metrics. */
export function readOutsideLevels(sql: Sql): Promise<OutsideLevel[]> {
  return sql.query<OutsideLevel>(
    `select purpose, state, count(*) as count from outside_task where state <> 'done' group by purpose, state`,
  );
}
