import type { Stage } from '@huiyin/loop';
import type { Got } from '../../api/client';

/** How one stage stands, as the API has it. */
export type Figures = Got<'/api/v1/loop/stages'>[number];

/** Where it is stuck, and why one says so. `slower` is a share: 0.4 is 40 % slower than in the period before. */
export type Worst =
  | { readonly why: 'parked'; readonly stage: Stage; readonly figures: Figures }
  | { readonly why: 'overdue'; readonly stage: Stage; readonly figures: Figures }
  | { readonly why: 'slower'; readonly stage: Stage; readonly figures: Figures; readonly slower: number };

/** Fewer visits than this say nothing about whether a stage has become slower. */
const ENOUGH = 20;
/** Less than this is not worth a sentence. */
const WORSE = 0.2;
/** Nobody waits less for a stage that is quicker by less than this. */
const FELT_SECONDS = 60;

/** By how much a stage has become slower against the period before, as a share of it; null where nobody can tell. */
export function slower(now: Figures, before: Figures | undefined): number | null {
  const [here, there] = [now.inStage.p50, before?.inStage.p50];
  if (here === null || !there || now.left < ENOUGH || (before?.left ?? 0) < ENOUGH) return null;
  return Math.abs(here - there) < FELT_SECONDS ? 0 : here / there - 1;
}

/** The stage to look at first: overdue items come before slowness, slowness before what is parked; null when all goes well. */
export function worst(now: readonly Figures[], before: readonly Figures[]): Worst | null {
  const late = most(now, ({ overdue }) => overdue);
  if (late) return { why: 'overdue', stage: late.stage, figures: late };
  const change = (figures: Figures) =>
    slower(
      figures,
      before.find(({ stage }) => stage === figures.stage),
    ) ?? 0;
  const slow = most(now, (figures) => (figures.here > 0 && change(figures) >= WORSE ? change(figures) : 0));
  if (slow) return { why: 'slower', stage: slow.stage, figures: slow, slower: change(slow) };
  const stuck = most(now, ({ parked }) => parked);
  return stuck ? { why: 'parked', stage: stuck.stage, figures: stuck } : null;
}

function most(stages: readonly Figures[], by: (figures: Figures) => number): Figures | undefined {
  const top = stages.reduce<Figures | undefined>((best, one) => (best && by(best) >= by(one) ? best : one), undefined);
  return top && by(top) > 0 ? top : undefined;
}
