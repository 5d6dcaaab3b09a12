import type { Put } from '@huiyin/database';
import { COUNTED } from './count-visits.store.js';
import { visitsKept, type Apart, type InsightFilter, type Period, type Scope } from './narrowing.js';
import { happeningCode } from './sketch.js';
import { ALL_STAGES, begun, begunAnywhere, CODE_JOINS, CODES, OWN_CODES, received } from './visit-codes.js';

/** Where what has been counted ends: the cursor, the first whole slot of the period, the slot in which it ends, and its end; ISO 8601 or `infinity`. */
export interface Bounds {
  readonly xid: string;
  readonly eventId: string;
  readonly first: string;
  readonly last: string;
  readonly to: string;
}

/** What is asked for; without a part nothing that has been counted answers it, and everything is read from the ledger. */
export interface Asked {
  readonly filter: InsightFilter & Period;
  readonly apart: Apart;
  readonly scopes: readonly Scope[];
  readonly part: string | undefined;
  readonly bounds: Bounds;
}

/** Key and scope of a row of the answer. */
type Key = (moment: string, scope: string) => string;

/** The statement that adds up codes by key and stage; one more row, of stage `cursor`, has the cursor as it was seen. */
export function countStatement(asked: Asked, put: Put): string {
  const { apart, part } = asked;
  const zone = typeof apart === 'object' ? put(apart.zone) : '';
  const key: Key = (moment, scope) => {
    if (apart === 'nothing') return `''`;
    if (apart === 'scopes') return `${scope}::text`;
    return `date_trunc('${apart.by}', ${moment} at time zone ${zone})::date::text`;
  };
  const { ctes, rows } = part === undefined ? wholeLedger(asked, put, key) : endsOfLedger(asked, put, key);
  const told = part === undefined ? rows : [countedBefore({ ...asked, part }, put, key), ...rows];
  return `with ${ctes.join(', ')}, told as (${told.join('\n union all ')})
    select key, stage, json_agg(json_build_array(code, n)) as counts from (
      select key, stage, code, sum(n)::bigint as n from told where code is not null group by 1, 2, 3) t group by 1, 2
    union all select coalesce(max(xid::text || '-' || event_id), '0-0'), 'cursor', null from feed_cursor where name = '${COUNTED}'`;
}

function countedBefore({ scopes, part, bounds }: Asked & { readonly part: string }, put: Put, key: Key): string {
  return `select ${key('v.slot', 'v.unit_id')} as key, v.stage, (e + 2147483648) >> 32 as code, e - (((e + 2147483648) >> 32) << 32) as n
    from visit_sketch v cross join lateral unnest(v.sketch) e
    where v.unit_id = any(${put(scopes.map(({ id }) => id))}::bigint[]) and v.part = ${put(part)}
      and v.slot >= ${put(bounds.first)}::timestamptz and v.slot < ${put(bounds.last)}::timestamptz`;
}

interface Ledger {
  readonly ctes: readonly string[];
  readonly rows: readonly string[];
}

/** What the ledger says where visits have been counted: of all visits at both ends of the period, and between them of those that have not been. */
function endsOfLedger(asked: Asked, put: Put, key: Key): Ledger {
  const { filter, bounds } = asked;
  const first = bounds.first < bounds.to ? bounds.first : bounds.to;
  const last = bounds.last > first ? bounds.last : first;
  const at = (moment: string) => `${put(moment)}::timestamptz`;
  const cursor = `(${put(bounds.xid)}::text::xid8, ${put(bounds.eventId)}::bigint)`;
  const visits = (found: string, column: string) =>
    [
      filter.from < first ? `${found} and v.${column} >= ${at(filter.from)} and v.${column} < ${at(first)}` : '',
      last < bounds.to ? `${found} and v.${column} >= ${at(last)} and v.${column} < ${at(bounds.to)}` : '',
      // Added to nothing, so that no index of the column fits: there are few of them, and they are found by their place in the feed.
      `${found} and (v.xid, v.event_id) > ${cursor} and v.${column} + interval '0' >= ${at(first)} and v.${column} + interval '0' < ${at(last)}`,
    ]
      .filter(Boolean)
      .map((condition) => `select v.* from stage_visit v where ${condition}`)
      .join(' union all ');
  const { row, units } = rowsOf(asked, put, key);
  return {
    ctes: [
      `ended as materialized (${visits(`v.stage = any(${ALL_STAGES})`, 'left_at')})`,
      `came as materialized (${visits('v.seq = 1', 'entered_at')})`,
    ],
    rows: [
      `${row('r.code')} from (${codesOf('ended', filter)}) r ${units}`,
      `${row(ENTERED)} from (${anywhere(asked) ? begunAnywhere('ended') : begun('ended')} union all ${received('came')}) r ${units}`,
    ],
  };
}

/** What the ledger says where nothing has been counted that fits. */
function wholeLedger(asked: Asked, put: Put, key: Key): Ledger {
  const { filter, bounds, scopes } = asked;
  const [from, to] = [`${put(filter.from)}::timestamptz`, `${put(bounds.to)}::timestamptz`];
  const all = scopes.some(({ id }) => id === 0);
  const within = all
    ? 'true'
    : `v.unit_id = any(array(select u.id from unit u join unnest(${put(scopes.map(({ path }) => path))}::text[]) s(path) on starts_with(u.path, s.path)))`;
  const kept = visitsKept(filter, put);
  const { row, units } = rowsOf(asked, put, key);
  return {
    ctes: [
      `ended as materialized (select v.* from stage_visit v join feedback f on f.id = v.feedback_id
        where v.stage = any(${ALL_STAGES}) and v.left_at >= ${from} and ${within} and ${kept})`,
    ],
    rows: [
      `${row('r.code')} from (${codesOf(`(select * from ended where left_at < ${to})`, filter)}) r ${units}`,
      `${row(ENTERED)} from (
        select v.entered_at as at, v.stage, v.unit_id, f.kind, f.product from ended v join feedback f on f.id = v.feedback_id
        union all
        select v.stage_since, v.stage, v.unit_id, v.kind, v.product from feedback v where v.state <> 'closed' and v.seq > 1 and ${within}
      ) r ${units} and r.at >= ${from} and r.at < ${to}`,
    ],
  };
}

const ENTERED = String(happeningCode('entered'));

const ofAll = ({ kind, product }: InsightFilter) => kind === null && product === null;
const anywhere = ({ filter, scopes }: Asked) => ofAll(filter) && scopes.some(({ id }) => id === 0);

/** The codes of visits; nothing is looked up that is not asked for. */
function codesOf(visits: string, filter: InsightFilter): string {
  const item = ofAll(filter) ? 'null::text as kind, null::text as product' : 'f.kind, f.product';
  return `select v.left_at as at, v.stage, v.unit_id, ${item}, c.code
    from ${visits} v ${ofAll(filter) ? '' : 'join feedback f on f.id = v.feedback_id'}
    ${filter.timesOnly ? OWN_CODES : `${CODE_JOINS} ${CODES}`}`;
}

/** How rows `r` become rows of the answer, and which of them do. */
function rowsOf({ filter, scopes }: Asked, put: Put, key: Key) {
  const kept = visitsKept(filter, put, 'r');
  const named = () =>
    `unnest(${put(scopes.map(({ id }) => id))}::bigint[], ${put(scopes.map(({ path }) => path))}::text[]) s(id, path)`;
  const units = scopes.some(({ id }) => id === 0)
    ? 'cross join (select 0::bigint as id) s'
    : `join unit u on u.id = r.unit_id join ${named()} on starts_with(u.path, s.path)`;
  return {
    row: (code: string) => `select ${key('r.at', 's.id')} as key, r.stage, ${code} as code, 1::bigint as n`,
    units: `${units} where ${kept}`,
  };
}
