import { describe, expect, it } from '@jest/globals';
import { outcomeOf, type CountedOutcome } from './outcome.js';

const COUNTED: CountedOutcome = {
  ...{ id: 'r', action: 'fixed', reply: '好了', actor: 'person:1', decidedAt: '2026-11-22T00:00:00.000000Z' }, // prettier-ignore
  ...{ items: 40, told: 38, asked: 38, answered: 20, solved: 15, scored: 10, meanScore: 8.25 },
  ...{ weeksBefore: 4, voicesBefore: 40, weeksAfter: 2, voicesAfter: 3 },
};

describe('what came of a resolution', () => {
  it('is said in answers, score and voices a week', () => {
    expect(outcomeOf(COUNTED)).toMatchObject({
      ...{ solved: 15, notSolved: 5, meanScore: 8.3 },
      before: { weeks: 4, voices: 40, perWeek: 10 },
      after: { weeks: 2, voices: 3, perWeek: 1.5 },
    });
  });

  it('is not said of fewer than five answers, nor of less than a week', () => {
    const few = outcomeOf({ ...COUNTED, answered: 4, solved: 4, scored: 4, weeksAfter: 0.9 });
    expect(few).toMatchObject({ answered: 4, solved: null, notSolved: null, meanScore: null });
    expect(few.after).toEqual({ weeks: 0.9, voices: 3, perWeek: null });
  });
});
