import type { Sql } from '@huiyin/database';
import { SOURCES } from './data/operator.js';

/** One demo that is in the database. */
export interface EarlierRun {
  readonly run: number;
  /** Items that are there, and items that it was to have. */
  readonly items: number;
  readonly of: number;
  /** Of its last item, ISO 8601. */
  readonly until: string;
}

/** The demos that are in the database, whole or cut short, the first one first. */
export function earlierRuns(sql: Sql): Promise<EarlierRun[]> {
  return sql.query<EarlierRun>(
    `select substring(external_id from '^D(\\d+)-')::int as run, count(*) as items, max(substring(external_id from '/(\\d+)$')::int) as of,
       max(received_at) as until
     from feedback_words where source = any($1) and external_id ~ '^D\\d{1,6}-\\d{1,8}/\\d{1,8}$' group by 1 order by 1`,
    [Object.values(SOURCES).map(({ name }) => name)],
  );
}

/** What a demo came to. */
export interface Summary {
  readonly stages: { stage: string; here: number; overdue: number }[];
  readonly closed: { outcome: string; items: number }[];
  /** Items that are or were in a second, and in a third or later cycle. */
  readonly reopened: number;
  readonly thrice: number;
  readonly handedBack: number;
  readonly customers: number;
  readonly comingBack: number;
  readonly clusters: { name: string; size: number; open: number }[];
}

/** Counts what the run `prefix` (`D1-`) came to; `stages` in no order. */
export async function summarise(sql: Sql, prefix: string): Promise<Summary> {
  const own = `select feedback_id from feedback_words where source = any($1) and starts_with(external_id, $2)`;
  const values = [Object.values(SOURCES).map(({ name }) => name), prefix];
  const of = <Row>(query: string): Promise<Row[]> =>
    sql.query<Row>(`with own as materialized (${own}) ${query}`, values);
  const stages = await of<Summary['stages'][number]>(
    `select stage, count(*) as here, count(*) filter (where limit_at < loop_now()) as overdue
     from own join feedback on id = feedback_id where state <> 'closed' group by stage`,
  );
  const closed = await of<Summary['closed'][number]>(
    `select v.outcome, count(*) as items from own o join feedback f on f.id = o.feedback_id
     join stage_visit v on v.feedback_id = f.id and v.seq = f.seq where f.state = 'closed' group by 1 order by 2 desc`,
  );
  const [counts] = await of<Pick<Summary, 'reopened' | 'thrice' | 'customers' | 'comingBack' | 'handedBack'>>(
    `select count(*) filter (where f.cycle > 1) as reopened, count(*) filter (where f.cycle > 2) as thrice,
       count(distinct f.customer_id) as customers,
       (select count(*) from (select customer_id from own join feedback on id = feedback_id where customer_id is not null
         group by 1 having count(*) > 1) c) as "comingBack",
       (select count(distinct h.feedback_id) from own o join hand_back h on h.feedback_id = o.feedback_id) as "handedBack"
     from own o join feedback f on f.id = o.feedback_id`,
  );
  const clusters = await of<Summary['clusters'][number]>(
    `select c.name, c.size, count(*) filter (where f.state <> 'closed') as open
     from own o join feedback f on f.id = o.feedback_id join cluster_member m on m.feedback_id = f.id join cluster c on c.id = m.cluster_id
     group by c.id order by c.size desc, c.id limit 5`,
  );
  const none = { reopened: 0, thrice: 0, customers: 0, comingBack: 0, handedBack: 0 };
  return { stages, closed, clusters, ...none, ...counts };
}
