import type { Sql } from '@huiyin/database';
import { maskEmail, maskPhone } from '@huiyin/deliver';
import { CodedError } from '@huiyin/loop';
import type { ItemRow } from './items.store.js';

/** Everything about one item, as its screen shows it; the customer is masked. */
export interface ItemDetail extends ItemRow {
  readonly waitingFor: string | null;
  readonly error: { code: string; detail: string; at: string } | null;
  readonly overdue: boolean;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly phase: string | null;
  readonly occurredAt: string | null;
  readonly tags: string[];
  readonly attributes: Record<string, unknown>;
  readonly closeReason: string | null;
  readonly analysis: Analysis | null;
  readonly customer: {
    id: string | null;
    name: string | null;
    phone: string | null;
    email: string | null;
    region: string | null;
    tier: string | null;
  } | null;
  readonly resolution: {
    id: string;
    action: string;
    summary: string;
    reply: string;
    decidedAt: string;
    actor: string;
    cycle: number;
  } | null;
  readonly surveys: {
    cycle: number;
    askedAt: string;
    expiresAt: string;
    answeredAt: string | null;
    solved: boolean | null;
    score: number | null;
    comment: string | null;
  }[];
}

/** What the analysis says of the words. */
export interface Analysis {
  readonly language: string;
  readonly category: string;
  readonly kind: string;
  readonly sentiment: { label: string; score: number };
  readonly urgency: number;
  readonly keywords: string[];
  readonly because: unknown;
  readonly model: string;
  readonly analysable: boolean;
}

/** A time inside JSON, in the form all our times have. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const ANALYSIS = `(select json_build_object('language', a.language, 'kind', a.kind, 'category', a.category,
    'sentiment', json_build_object('label', a.sentiment, 'score', a.sentiment_score), 'urgency', a.urgency, 'keywords', a.keywords,
    'because', a.because, 'model', a.model, 'analysable', a.analysable)
  from analysis a where a.feedback_id = f.id order by a.cycle desc limit 1)`;

const RESOLUTION = `(select json_build_object('id', r.id, 'action', r.action, 'summary', r.summary, 'reply', r.reply,
    'decidedAt', ${iso('r.decided_at')}, 'actor', r.actor, 'cycle', i.cycle)
  from item_resolution i join resolution r on r.id = i.resolution_id where i.feedback_id = f.id order by i.cycle desc limit 1)`;

const SURVEYS = `(select coalesce(json_agg(json_build_object('cycle', s.cycle, 'askedAt', ${iso('s.asked_at')}, 'expiresAt', ${iso('s.expires_at')},
    'answeredAt', ${iso('s.answered_at')}, 'solved', s.solved, 'score', s.score, 'comment', s.comment) order by s.cycle), '[]')
  from survey s where s.feedback_id = f.id)`;

/**
 * Reads one item whole.
 * @throws {CodedError} `not-found`
 */
export async function readItem(sql: Sql, id: string): Promise<ItemDetail> {
  const [row] = await sql.query<ItemDetail>(
    `select f.id, reference(w.number, w.received_at) as reference, f.stage, f.state, f.cycle, f.kind, f.category, f.sentiment, f.urgency,
       f.language, f.channel, f.product, f.region, u.code as unit, w.subject, w.text, w.received_at as "receivedAt",
       f.stage_since as "stageSince", f.limit_at as "limitAt", f.closed_at as "closedAt", f.waiting_for as "waitingFor", f.error,
       coalesce(f.limit_at < loop_now(), false) as overdue, w.source, w.external_id as "externalId", w.phase,
       w.occurred_at as "occurredAt", w.tags, w.attributes, f.close_reason as "closeReason",
       case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as cluster,
       ${ANALYSIS} as analysis, ${RESOLUTION} as resolution, ${SURVEYS} as surveys, w.customer
     from feedback f join feedback_words w on w.feedback_id = f.id left join unit u on u.id = f.unit_id
     left join cluster c on c.id = f.cluster_id where f.id = $1`,
    [id],
  );
  if (!row) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
  return { ...row, customer: row.customer && maskCustomer(row.customer) };
}

function maskCustomer(given: NonNullable<ItemDetail['customer']>): NonNullable<ItemDetail['customer']> {
  const { id = null, name = null, region = null, tier = null } = given;
  return {
    id,
    name: name && maskName(name),
    phone: given.phone ? maskPhone(given.phone) : null,
    email: given.email ? maskEmail(given.email) : null,
    region,
    tier,
  };
}

/** 王小明 → 王**; the first character stays. */
function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}
