import { edges, STAGES } from '@huiyin/loop';
import { binCode, happeningCode, type Measure } from './sketch.js';

const bin = (measure: Measure, length: string) => `${binCode(measure, 0)} + duration_bin(${length})`;

const OUTCOMES = `case v.outcome ${edges()
  .map(({ outcome }) => `when '${outcome}' then ${happeningCode(outcome)}`)
  .join(' ')} end`;

/** Outcomes after which an item is closed. */
const CLOSING = edges()
  .filter(({ edge }) => edge.to === 'closed')
  .map(({ outcome }) => `'${outcome}'`)
  .join(', ');

/** Every stage as a list for SQL: indexes of the ledger begin with the stage. */
export const ALL_STAGES = `array[${STAGES.map((stage) => `'${stage}'`).join(', ')}]`;

/**
 * What the codes of a visit `v` that has ended are made from besides the ledger. `offset 0` keeps these look-ups by key: Postgres
 * takes them for so many that it would rather read the whole tables.
 */
export const CODE_JOINS = `
  left join lateral (select a.limit_minutes from assignment a
    where v.outcome = 'resolved' and a.feedback_id = v.feedback_id and a.seq = v.seq - 1 offset 0) a on true
  left join lateral (select q.score from survey q
    where v.outcome in ('confirmed', 'not-solved') and q.feedback_id = v.feedback_id and q.cycle = v.cycle offset 0) q on true
  left join lateral (select b.entered_at from stage_visit b
    where v.outcome in (${CLOSING}) and b.feedback_id = v.feedback_id and b.seq = 1 offset 0) b on true`;

/**
 * The codes of a visit `v` that has ended, as rows `c(code)`. The limit of a visit to ${'`resolve`'} runs from when the item came in,
 * as the bus has it.
 */
export const CODES = `cross join lateral (values
    (${bin('inStage', 'v.left_at - v.entered_at')}), (${bin('waiting', 'v.started_at - v.entered_at')}),
    (${bin('working', 'v.left_at - v.started_at')}), (${bin('round', 'v.left_at - b.entered_at')}), (${OUTCOMES}),
    (case when v.outcome = 'resolved' then case when v.left_at <= v.entered_at + a.limit_minutes * interval '1 minute'
       then ${happeningCode('kept')} when a.limit_minutes is not null then ${happeningCode('late')} end end),
    (${happeningCode('score1')} + q.score - 1)
  ) c(code)`;

/** Those that the ledger has by itself: times and outcomes. */
export const OWN_CODES = `cross join lateral (values
    (${bin('inStage', 'v.left_at - v.entered_at')}), (${bin('waiting', 'v.started_at - v.entered_at')}),
    (${bin('working', 'v.left_at - v.started_at')}), (${OUTCOMES})
  ) c(code)`;

/** The stage that an outcome leads to; null out of the loop. */
const NEXT = `case v.outcome ${edges()
  .flatMap(({ outcome, edge }) => (edge.to === 'closed' ? [] : `when '${outcome}' then '${edge.to}'`))
  .join(' ')} end`;

/**
 * Visits that began, each as rows `(at, stage, unit_id, kind, product)`, told from the visit `v` before it, for what begins is then counted
 * when and where that one is; the unit is that of the visit, or of the item when it is under way.
 */
export const begun = (visits: string) => `
  select v.left_at as at, ${NEXT} as stage, case when x.feedback_id is null then f.unit_id else x.unit_id end as unit_id, f.kind, f.product, v.feedback_id
  from ${visits} v join feedback f on f.id = v.feedback_id left join lateral (
    select x.feedback_id, x.unit_id from stage_visit x where x.feedback_id = v.feedback_id and x.seq = v.seq + 1 offset 0) x on true
  where ${NEXT} is not null`;

/** The same where it does not matter whose items they are. */
export const begunAnywhere = (visits: string) => `
  select v.left_at as at, ${NEXT} as stage, null::bigint as unit_id, null::text as kind, null::text as product, v.feedback_id
  from ${visits} v where ${NEXT} is not null`;

/** The same for the first visit of an item, which has none before it. */
export const received = (visits: string) => `
  select v.entered_at as at, v.stage, v.unit_id, f.kind, f.product, v.feedback_id
  from ${visits} v join feedback f on f.id = v.feedback_id where v.seq = 1`;

/** Where a stage leads by each of its outcomes. */
export const LINKS = edges().map(({ stage, outcome, edge }) => ({ stage, outcome, to: edge.to }));

/** The slot in which a moment lies. */
export const slotOf = (moment: string) => `date_bin('4 hours', ${moment}, timestamptz 'epoch')`;
