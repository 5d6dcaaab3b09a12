import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { maskEmail, maskName, maskPhone } from '@huiyin/privacy';
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
  /** What people said that the item is, newest first; the newest of a field counts. */
  readonly corrections: {
    field: 'kind' | 'category' | 'sentiment';
    value: string;
    previous: string | null;
    actor: string;
    correctedAt: string;
  }[];
  /** What the same customer has said first about it, when this is said again (催单). */
  readonly repeatOf: { id: string; reference: string } | null;
  /** What the same customer has said about it since, oldest first; the newest 100. */
  readonly repeats: { id: string; reference: string; receivedAt: string }[];
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
  readonly urgencyReasons: string[];
  /** How clear each judgement was, 0 to 1. */
  readonly scores: { readonly kind: number; readonly category: number; readonly urgency: number };
  readonly keywords: string[];
  readonly because: unknown;
  readonly model: string;
  readonly analysable: boolean;
  /** Why it is not analysable; null when it is. */
  readonly reason: string | null;
}

/** A time inside JSON, in the form all our times have. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A feeling that a person corrected is as sure as can be. */
const SENTIMENT_SCORE = `case when coalesce(f.sentiment, a.sentiment) = a.sentiment then a.sentiment_score
    else case f.sentiment when 'positive' then 1 when 'negative' then -1 else 0 end end`;

/** What a person corrected shows in place of what the machine found: the row of the item has it, that of the analysis stays. */
const ANALYSIS = `(select json_build_object('language', a.language, 'kind', coalesce(f.kind, a.kind), 'category', coalesce(f.category, a.category),
    'sentiment', json_build_object('label', coalesce(f.sentiment, a.sentiment), 'score', ${SENTIMENT_SCORE}), 'urgency', a.urgency, 'urgencyReasons', a.urgency_reasons,
    'scores', json_build_object('kind', a.kind_score, 'category', a.category_score, 'urgency', a.urgency_score), 'keywords', a.keywords,
    'because', a.because, 'model', a.model, 'analysable', a.analysable, 'reason', a.reason)
  from analysis a where a.feedback_id = f.id order by a.cycle desc limit 1)`;

const CORRECTIONS = `(select coalesce(json_agg(json_build_object('field', c.field, 'value', c.value, 'previous', c.previous, 'actor', c.actor,
    'correctedAt', ${iso('c.corrected_at')}) order by c.id desc), '[]') from correction c where c.feedback_id = f.id)`;

const RESOLUTION = `(select json_build_object('id', r.id, 'action', r.action, 'summary', r.summary, 'reply', r.reply,
    'decidedAt', ${iso('r.decided_at')}, 'actor', r.actor, 'cycle', i.cycle)
  from item_resolution i join resolution r on r.id = i.resolution_id where i.feedback_id = f.id order by i.cycle desc limit 1)`;

const SURVEYS = `(select coalesce(json_agg(json_build_object('cycle', s.cycle, 'askedAt', ${iso('s.asked_at')}, 'expiresAt', ${iso('s.expires_at')},
    'answeredAt', ${iso('s.answered_at')}, 'solved', s.solved, 'score', s.score, 'comment', s.comment) order by s.cycle), '[]')
  from survey s where s.feedback_id = f.id)`;

const REPEAT_OF = `(select json_build_object('id', o.feedback_id, 'reference', reference(o.number, o.received_at))
  from repeat p join feedback_words o on o.feedback_id = p.first_id where p.feedback_id = f.id)`;

const REPEATS = `(select coalesce(json_agg(json_build_object('id', p.id, 'reference', p.reference, 'receivedAt', ${iso('p.received_at')})
    order by p.received_at, p.id), '[]')
  from (select o.feedback_id as id, reference(o.number, o.received_at), o.received_at
    from repeat p join feedback_words o on o.feedback_id = p.feedback_id where p.first_id = f.id
    order by o.received_at desc limit 100) p)`;

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
       ${ANALYSIS} as analysis, ${CORRECTIONS} as corrections, ${RESOLUTION} as resolution, ${SURVEYS} as surveys,
       ${REPEAT_OF} as "repeatOf", ${REPEATS} as repeats, w.customer
     from feedback f join feedback_words w on w.feedback_id = f.id left join unit u on u.id = f.unit_id
     left join cluster_member m on m.feedback_id = f.id left join cluster c on c.id = m.cluster_id where f.id = $1`,
    [id],
  );
  if (!row) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
  return { ...row, customer: row.customer && shownCustomer(row.customer) };
}

/** The customer of an item as everybody may see them: what identifies is masked, also when it is masked already. */
export function shownCustomer(given: NonNullable<ItemDetail['customer']>): NonNullable<ItemDetail['customer']> {
  const { id = null, name = null, region = null, tier = null } = given;
  return {
    id,
    name: name && (name.endsWith('**') ? name : maskName(name)),
    phone: given.phone ? maskPhone(given.phone) : null,
    email: given.email ? (given.email.includes('***') ? given.email : maskEmail(given.email)) : null,
    region,
    tier,
  };
}
