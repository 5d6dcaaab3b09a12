import type { Sql } from '@huiyin/database';

/** How many days after an item was closed each class of data is kept; 0: for ever. The audit is never thinned out. */
export interface Retention {
  readonly personalDays: number;
  readonly textDays: number;
  readonly deliveryDays: number;
}

/** How many items lost what of them. */
export interface Expired {
  readonly personal: number;
  readonly texts: number;
  readonly deliveries: number;
}

/** Closed long enough ago. */
const CLOSED = `f.state = 'closed' and f.closed_at < loop_now() - make_interval(days => $1)`;

const PERSONAL = `
with due as materialized (
  select w.feedback_id as id from feedback_words w join feedback f on f.id = w.feedback_id
  where ${CLOSED} and (w.sealed is not null or w.customer ?| array['name', 'phone', 'email', 'id'])
  order by w.feedback_id limit $2 for update of w skip locked
),
d as (update delivery set sealed = null from due where feedback_id = due.id),
s as (update survey set sealed = null from due where feedback_id = due.id),
m as (update customer_message set sealed = null from due where feedback_id = due.id),
r as (update resolution r set sealed = null from due join item_resolution i on i.feedback_id = due.id
  where r.id = i.resolution_id and r.cluster_id is null)
update feedback_words w set sealed = null,
  customer = nullif(jsonb_strip_nulls(jsonb_build_object('region', w.customer->'region', 'tier', w.customer->'tier')), '{}')
from due where w.feedback_id = due.id returning w.feedback_id as id`;

/** Customers all of whose items are over: nobody can say any more who they are. */
const CUSTOMERS = `
with due as materialized (
  select c.id from customer c where c.sealed is not null and c.created_at < loop_now() - make_interval(days => $1)
    and not exists (select from customer_key k join feedback_words w on w.key_id = k.id
      where k.customer_id = c.id and w.sealed is not null)
  order by c.id limit $2 for update skip locked
),
i as (delete from customer_identity using due where customer_id = due.id)
update customer c set sealed = null, name = null, phone = null, email = null from due where c.id = due.id returning c.id`;

/** Stands where words were. */
const EXPIRED = '…';

const TEXTS = `
with due as materialized (
  select w.feedback_id as id from feedback_words w join feedback f on f.id = w.feedback_id
  where ${CLOSED} and w.text <> '${EXPIRED}' order by w.feedback_id limit $2 for update of w skip locked
),
a as (update analysis set search = '', keywords = '{}', because = '{}' from due where feedback_id = due.id),
s as (update survey set comment = null, sealed = null from due where feedback_id = due.id),
m as (update customer_message set text = '${EXPIRED}', sealed = null from due where feedback_id = due.id)
update feedback_words w set text = '${EXPIRED}', subject = null, sealed = null, attributes = '{}', tags = '{}'
from due where w.feedback_id = due.id returning w.feedback_id as id`;

const DELIVERIES = `
with due as materialized (
  select d.id from delivery d join feedback f on f.id = d.feedback_id
  where ${CLOSED} and d.body <> '' order by d.id limit $2 for update of d skip locked
)
update delivery d set body = '', subject = '', html = null, sealed = null, recipient = null from due where d.id = due.id returning d.id`;

/** Removes up to `limit` of each class whose time is up. Any number of processes may do it at once. */
export async function expire(tx: Sql, retention: Retention, limit: number): Promise<Expired> {
  const run = async (sql: string, days: number) => (days > 0 ? (await tx.query(sql, [days, limit])).length : 0);
  const personal = await run(PERSONAL, retention.personalDays);
  const customers = await run(CUSTOMERS, retention.personalDays);
  const texts = await run(TEXTS, retention.textDays);
  const deliveries = await run(DELIVERIES, retention.deliveryDays);
  return { personal: personal + customers, texts, deliveries };
}
