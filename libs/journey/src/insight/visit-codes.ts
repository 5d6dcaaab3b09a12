import { edges, LOOP, STAGES } from '@huiyin/loop';
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

/** What the codes of a visit `v` that has ended are made from besides the ledger, joined to item `f`. */
export const CODE_JOINS = `
  left join assignment a on v.stage = 'resolve' and a.feedback_id = v.feedback_id and a.seq = v.seq - 1
  left join survey q on v.stage = 'recollect' and q.feedback_id = v.feedback_id and q.cycle = v.cycle and q.answered_at is not null
  left join stage_visit b on v.outcome in (${CLOSING}) and b.feedback_id = v.feedback_id and b.seq = 1`;

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

/** Where a stage leads by each of its outcomes. */
export const LINKS = STAGES.flatMap((stage) =>
  Object.entries(LOOP[stage].outcomes).map(([outcome, { to }]) => ({ stage, outcome, to })),
);

/** The slot in which a moment lies. */
export const slotOf = (moment: string) => `date_bin('4 hours', ${moment}, timestamptz 'epoch')`;
