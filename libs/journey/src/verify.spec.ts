import { describe, expect, it } from '@jest/globals';
import { edge, type Stage } from '@huiyin/loop';
import { violations, type CheckedItem, type CheckedVisit } from './verify.js';

const BEGIN = 1_790_000_000_000_000;
const HOUR = 3_600_000_000;

/** Visits that follow one another without a gap, an hour each, half of it waiting. */
function trip(...steps: [Stage, string][]): CheckedVisit[] {
  let cycle = 1;
  return steps.map(([stage, outcome], index) => {
    const entered = BEGIN + index * HOUR;
    const visit = { seq: index + 1, cycle, stage, outcome, entered, started: entered + HOUR / 2, left: entered + HOUR };
    if (edge(stage, outcome).nextCycle) cycle++;
    return visit;
  });
}

const ROUND = trip(
  ['collect', 'collected'],
  ['analyze', 'analyzed'],
  ['route', 'routed'],
  ['resolve', 'resolved'],
  ['deliver', 'delivered'],
  ['recollect', 'confirmed'],
);
const CLOSED: CheckedItem = {
  id: 'x',
  stage: 'recollect',
  state: 'closed',
  cycle: 1,
  seq: 6,
  received: BEGIN,
  stageSince: BEGIN + 6 * HOUR,
  closed: BEGIN + 6 * HOUR,
  accountedFor: true,
};
const WAITING: CheckedItem = {
  ...CLOSED,
  stage: 'resolve',
  state: 'waiting',
  seq: 4,
  stageSince: BEGIN + 3 * HOUR,
  closed: null,
  accountedFor: false,
};

/** The round with some of its visits changed. */
function changed(index: number, change: Partial<CheckedVisit>): CheckedVisit[] {
  return ROUND.map((visit, at) => (at === index ? { ...visit, ...change } : visit));
}

describe('the check of the ledger', () => {
  it('finds nothing wrong with an item that is closed, one that waits, one that has just come, and one that went twice', () => {
    expect(violations(CLOSED, ROUND)).toEqual([]);
    expect(violations(WAITING, ROUND.slice(0, 3))).toEqual([]);
    expect(violations({ ...WAITING, stage: 'collect', seq: 1, stageSince: BEGIN }, [])).toEqual([]);
    const again = [...ROUND.slice(0, 5).map(({ stage, outcome }): [Stage, string] => [stage, outcome])];
    const twice = trip(...again, ['recollect', 'not-solved'], ...again, ['recollect', 'silent']);
    const item = { ...CLOSED, cycle: 2, seq: 12, stageSince: BEGIN + 12 * HOUR, closed: BEGIN + 12 * HOUR };
    expect(violations(item, twice)).toEqual([]);
  });

  it.each<[string, CheckedItem, CheckedVisit[], RegExp]>([
    [
      'a gap of a microsecond',
      CLOSED,
      changed(2, { entered: ROUND[2]!.entered + 1 }),
      /visit 3 was entered 1 µs after/,
    ],
    [
      'an overlap of a microsecond',
      CLOSED,
      changed(2, { entered: ROUND[2]!.entered - 1 }),
      /visit 3 was entered -1 µs/,
    ],
    ['a sum that is short', { ...CLOSED, received: BEGIN - 1 }, ROUND, /visits sum to \d+ µs, the age is \d+ µs/],
    ['a missing visit', CLOSED, ROUND.filter(({ seq }) => seq !== 3), /visit 3 is missing/],
    [
      'a stage that was not to come',
      CLOSED,
      changed(3, { stage: 'deliver', outcome: 'delivered' }),
      /in deliver, cycle 1; resolve/,
    ],
    [
      'a cycle that nobody opened',
      CLOSED,
      changed(4, { cycle: 2 }),
      /visit 5 is in deliver, cycle 2; deliver, cycle 1/,
    ],
    ['time that runs backwards', CLOSED, changed(1, { started: ROUND[1]!.entered - 5 }), /visit 2 runs backwards/],
    ['an end before the work', CLOSED, changed(5, { started: ROUND[5]!.left + 1 }), /visit 6 runs backwards/],
    [
      'an open item that should be closed',
      { ...CLOSED, state: 'ready', closed: null },
      ROUND,
      /ready but its last visit leads to closed/,
    ],
    [
      'a closed item that should be open',
      { ...CLOSED, seq: 3 },
      ROUND.slice(0, 3),
      /closed but its last visit leads to resolve/,
    ],
    [
      'an item in another stage',
      { ...WAITING, stage: 'deliver' },
      ROUND.slice(0, 3),
      /in deliver but its last visit leads to resolve/,
    ],
    ['an item in another cycle', { ...WAITING, cycle: 2 }, ROUND.slice(0, 3), /in cycle 2, its visits in 1/],
    ['a wrong count', { ...WAITING, seq: 5 }, ROUND.slice(0, 3), /counts 5 visits, the ledger has 3/],
    [
      'a visit under way that began late',
      { ...WAITING, stageSince: WAITING.stageSince + 1 },
      ROUND.slice(0, 3),
      /does not begin where/,
    ],
    [
      'a closing at another time',
      { ...CLOSED, closed: CLOSED.closed! + 1 },
      ROUND,
      /was not closed when its last visit ended/,
    ],
    [
      'a closing without delivery or reason',
      { ...CLOSED, accountedFor: false },
      ROUND,
      /without a delivery and without a reason/,
    ],
  ])('finds %s', (_what, item, visits, problem) => {
    expect(violations(item, visits).join('\n')).toMatch(problem);
  });
});
