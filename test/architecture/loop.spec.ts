import { describe, expect, it } from '@jest/globals';
import { edges, STAGES, type Stage } from '@huiyin/loop';

/** Every place that can be reached from `start` by following outcomes, `start` included. */
function reachable(start: Stage): Set<Stage | 'closed'> {
  const found = new Set<Stage | 'closed'>([start]);
  for (const place of found) {
    for (const { stage, edge } of edges()) if (stage === place) found.add(edge.to);
  }
  return found;
}

describe('the loop', () => {
  it('reaches every stage from the first', () => {
    expect([...reachable(STAGES[0])].sort()).toEqual([...STAGES, 'closed'].sort());
  });

  it.each(STAGES)('leads out of %s to a close in the end', (stage) => {
    expect(reachable(stage)).toContain('closed');
  });

  it('gives no outcome to two stages, because an outcome is also the name of an event', () => {
    const outcomes = edges().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome, index) => outcomes.indexOf(outcome) !== index)).toEqual([]);
  });

  it('opens the next cycle only on the way back to the first stage', () => {
    const opening = edges().filter(({ edge }) => edge.nextCycle);
    expect(opening.map(({ edge }) => edge.to)).toEqual(opening.map(() => STAGES[0]));
    expect(opening).not.toEqual([]);
  });

  it('closes before the customer was told only with a written reason', () => {
    const told = STAGES.indexOf('deliver');
    const early = edges().filter(({ stage, edge }) => edge.to === 'closed' && STAGES.indexOf(stage) <= told);
    expect(early.filter(({ edge }) => !edge.needsReason)).toEqual([]);
  });
});
