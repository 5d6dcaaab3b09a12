import { STAGES, type Stage } from '@huiyin/loop';
import type { Counted } from './read-counts.store.js';
import { happened, measured, percentile, together, type Counts, type Happening } from './sketch.js';
import { LINKS } from './visit-codes.js';

/** Of fewer items or answers than this nothing is told, so that no single customer is seen through a figure. */
export const SMALLEST_GROUP = 5;

/** Why a figure is withheld: there are too few behind it. */
export type Withheld = 'few' | null;

/** A figure and how many are behind it; null where nothing can be told, or may be. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly withheld: Withheld;
}

/** Half and nine tenths of the times lie below, in seconds. */
export interface Times {
  readonly p50: number | null;
  readonly p90: number | null;
}

/** What customers said of what was done for them. */
export interface Satisfaction {
  /** Share of the answers that say it is solved. */
  readonly solved: Figure;
  /** Net promoter score, −100 to 100, on scores of 1 to 10: 9 and 10 promote, 1 to 6 detract (there is no 0). */
  readonly nps: Figure;
  /** Share of 10s among the scores, 10 分满意率. */
  readonly tens: Figure;
  /** Answers among the questions that were asked and are over. */
  readonly response: Figure;
}

/** How well the promises of the loop are kept. */
export interface Summary extends Satisfaction {
  /** Of the items that were closed, the share that went all the way round: told, and asked whether it helped. */
  readonly closedLoop: Figure;
  /** Of the questions that are over, the share after which an item went round again because it was not solved. */
  readonly reopened: Figure;
  /** Of the items that were resolved, the share resolved within their time limit. */
  readonly kept: Figure;
  /** From receipt to the end of the last cycle, of the items that were closed. */
  readonly round: Times & { readonly n: number; readonly withheld: Withheld };
}

/** How long a stage took a unit. */
export interface StageTimes {
  readonly stage: Stage;
  readonly n: number;
  readonly withheld: Withheld;
  readonly waiting: Times;
  readonly working: Times;
}

/** How many went from one stage to the next, or out. */
export interface Link {
  readonly from: Stage;
  readonly outcome: string;
  readonly to: Stage | 'closed';
  /** True when they go back: handed back, or not solved. */
  readonly rework: boolean;
  /** Null when withheld. */
  readonly n: number | null;
  readonly withheld: Withheld;
}

const CLOSED: readonly Happening[] = LINKS.filter(({ to }) => to === 'closed').map(({ outcome }) => outcome); // prettier-ignore
const ROUND: readonly Happening[] = ['confirmed', 'silent'];
const ANSWERED: readonly Happening[] = ['confirmed', 'not-solved'];
const ASKED: readonly Happening[] = [...ANSWERED, 'silent'];
const SCORES = Array.from({ length: 10 }, (_, index) => index + 1);
const NOBODY: Times = { p50: null, p90: null };

/** A part of a whole; withheld where the whole is small. */
export function share(part: number, n: number): Figure {
  return figure(n === 0 ? null : part / n, n);
}

/** What of something counted may be told: nothing about one to four. */
export function tell(n: number): { readonly n: number | null; readonly withheld: Withheld } {
  return n > 0 && n < SMALLEST_GROUP ? { n: null, withheld: 'few' } : { n, withheld: null };
}

function figure(value: number | null, n: number): Figure {
  return n < SMALLEST_GROUP ? { value: null, n, withheld: 'few' } : { value, n, withheld: null };
}

/** What customers said, from everything that was counted. */
export function satisfactionOf(counts: Counts): Satisfaction {
  const answered = happened(counts, ...ANSWERED);
  const scored = (low: number, high: number) =>
    happened(counts, ...SCORES.filter((s) => s >= low && s <= high).map((s) => `score${s}` as const));
  const n = scored(1, 10);
  return {
    solved: share(happened(counts, 'confirmed'), answered),
    nps: figure(n === 0 ? null : ((scored(9, 10) - scored(1, 6)) / n) * 100, n),
    tens: share(scored(10, 10), n),
    response: share(answered, happened(counts, ...ASKED)),
  };
}

/** How well promises were kept, from what was counted of all stages. */
export function summaryOf(counted: readonly Counted[]): Summary {
  const counts = together(counted.map((one) => one.counts));
  const kept = happened(counts, 'kept');
  const closed = measured(counts, 'round');
  const few = closed < SMALLEST_GROUP;
  const times = { p50: percentile(counts, 'round', 0.5), p90: percentile(counts, 'round', 0.9) };
  return {
    closedLoop: share(happened(counts, ...ROUND), happened(counts, ...CLOSED)),
    reopened: share(happened(counts, 'not-solved'), happened(counts, ...ASKED)),
    kept: share(kept, kept + happened(counts, 'late')),
    round: { ...(few ? NOBODY : times), n: closed, withheld: few ? 'few' : null },
    ...satisfactionOf(counts),
  };
}

/** How long each stage took, in loop order. */
export function timesOf(counted: readonly Counted[]): StageTimes[] {
  return STAGES.map((stage) => {
    const counts = together(counted.filter((one) => one.stage === stage).map((one) => one.counts));
    const n = measured(counts, 'inStage');
    const of = (measure: 'waiting' | 'working'): Times =>
      n < SMALLEST_GROUP ? NOBODY : { p50: percentile(counts, measure, 0.5), p90: percentile(counts, measure, 0.9) };
    return { stage, n, withheld: n < SMALLEST_GROUP ? 'few' : null, waiting: of('waiting'), working: of('working') };
  });
}

/** How many took each way out of each stage, in loop order. */
export function flowOf(counted: readonly Counted[]): Link[] {
  const counts = together(counted.map((one) => one.counts));
  return LINKS.map(({ stage, outcome, to }) => ({
    from: stage,
    outcome,
    to,
    rework: to !== 'closed' && STAGES.indexOf(to) < STAGES.indexOf(stage),
    ...tell(happened(counts, outcome)),
  }));
}
