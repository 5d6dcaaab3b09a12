import type { StaffEvent } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';

/** The unit that an item was given by a visit to route, by `<item> <seq>`. */
export async function unitsAssigned(
  sql: Sql,
  visits: readonly { readonly feedbackId: string; readonly seq: number }[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ key: string; unitId: number }>(
    `select a.feedback_id || ' ' || a.seq as key, a.unit_id as "unitId"
     from unnest($1::uuid[], $2::int[]) v(id, seq) join assignment a on a.feedback_id = v.id and a.seq = v.seq`,
    [visits.map(({ feedbackId }) => feedbackId), visits.map(({ seq }) => seq)],
  );
  return new Map(rows.map(({ key, unitId }) => [key, unitId]));
}

/** Ids of units by code. */
export async function unitsOfCodes(sql: Sql, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ code: string; id: number }>('select code, id from unit where code = any($1::text[])', [
    codes,
  ]);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Names of clusters, made of masked texts as everywhere. */
export async function clustersNamed(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string | null }>(
    'select id, name from cluster where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

/** What people call the webhooks and channels that were switched off, by the cursor of the event. */
export async function whoIsOff(sql: Sql, events: readonly StaffEvent[]): Promise<Map<string, string>> {
  const off = events.filter(({ name }) => name === 'webhook.off' || name === 'notices.off');
  if (off.length === 0) return new Map();
  const idOf = ({ facts }: StaffEvent) => (facts['webhookId'] ?? facts['channelId']) as string;
  const rows = await sql.query<{ id: string; name: string; url: string | null }>(
    `select id, description as name, url from webhook where id = any($1::uuid[])
     union all select id, name, null from notice_channel where id = any($1::uuid[])`,
    [off.map(idOf)],
  );
  const names = new Map(rows.map(({ id, name, url }) => [id, name || (url === null ? '' : new URL(url).hostname)]));
  return new Map(off.map((event) => [event.cursor, names.get(idOf(event)) ?? '']));
}
