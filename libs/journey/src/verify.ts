import { edge, STAGES, type Stage } from '@huiyin/loop';

/** An item row as the check needs it; times in microseconds since 1970. */
export interface CheckedItem {
  readonly id: string;
  readonly stage: Stage;
  readonly state: string;
  readonly cycle: number;
  readonly seq: number;
  readonly received: number;
  readonly stageSince: number;
  readonly closed: number | null;
  /** True when an answer was delivered in the last cycle, or a reason is written. */
  readonly accountedFor: boolean;
}

/** A finished visit; times in microseconds since 1970. */
export interface CheckedVisit {
  readonly seq: number;
  readonly cycle: number;
  readonly stage: Stage;
  readonly outcome: string;
  readonly entered: number;
  readonly started: number;
  readonly left: number;
}

/**
 * Everything that is wrong with the ledger of one item, in words; empty when all is well: the visits are numbered without gap,
 * each begins the moment the one before it ended and in the stage to which its outcome leads, and their times sum to the
 * age of the item to the microsecond.
 * @param visits in order of `seq`
 */
export function violations(item: CheckedItem, visits: readonly CheckedVisit[]): string[] {
  const found: string[] = [];
  let expected: { stage: string; cycle: number; entered: number } = {
    stage: STAGES[0],
    cycle: 1,
    entered: item.received,
  };
  let waiting = 0;
  let working = 0;
  visits.forEach((visit, index) => {
    if (visit.seq !== index + 1) found.push(`visit ${index + 1} is missing: the next one has seq ${visit.seq}`);
    if (visit.entered !== expected.entered)
      found.push(
        `visit ${visit.seq} was entered ${visit.entered - expected.entered} µs after the one before it was left`,
      );
    if (visit.stage !== expected.stage || visit.cycle !== expected.cycle)
      found.push(
        `visit ${visit.seq} is in ${visit.stage}, cycle ${visit.cycle}; ${expected.stage}, cycle ${expected.cycle} was to come`,
      );
    if (visit.started < visit.entered || visit.left < visit.started) found.push(`visit ${visit.seq} runs backwards`);
    waiting += visit.started - visit.entered;
    working += visit.left - visit.started;
    const taken = edge(visit.stage, visit.outcome);
    expected = { stage: taken.to, cycle: visit.cycle + (taken.nextCycle ? 1 : 0), entered: visit.left };
  });
  return [...found, ...standing(item, visits.length, expected), ...sums(item, waiting + working)];
}

function standing(
  item: CheckedItem,
  visits: number,
  expected: { stage: string; cycle: number; entered: number },
): string[] {
  const found: string[] = [];
  const closed = item.state === 'closed';
  if (closed !== (expected.stage === 'closed'))
    found.push(`the item is ${item.state} but its last visit leads to ${expected.stage}`);
  if (!closed && item.stage !== expected.stage)
    found.push(`the item is in ${item.stage} but its last visit leads to ${expected.stage}`);
  if (item.cycle !== expected.cycle) found.push(`the item is in cycle ${item.cycle}, its visits in ${expected.cycle}`);
  if (item.seq !== visits + (closed ? 0 : 1))
    found.push(`the item counts ${item.seq} visits, the ledger has ${visits}`);
  if (!closed && item.stageSince !== expected.entered)
    found.push('the visit under way does not begin where the last one ended');
  if (closed && item.closed !== expected.entered) found.push('the item was not closed when its last visit ended');
  if (closed && !item.accountedFor) found.push('the item is closed without a delivery and without a reason');
  return found;
}

function sums(item: CheckedItem, inFinishedVisits: number): string[] {
  const age = (item.closed ?? item.stageSince) - item.received;
  return inFinishedVisits === age ? [] : [`the visits sum to ${inFinishedVisits} µs, the age is ${age} µs`];
}
