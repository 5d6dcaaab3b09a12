import { describe, expect, it } from '@jest/globals';
import { nextStep } from './resolve.js';

describe('what resolve does with an item', () => {
  it('lets it go as soon as there is a resolution, with the name of who decided, late or not', () => {
    for (const secondsLeft of [null, 60, -60])
      expect(nextStep({ id: 'x', resolvedBy: 'person:1', secondsLeft })).toEqual({ next: 'resolved', by: 'person:1' });
  });

  it('waits for the team until the time limit, to the fraction of a second', () => {
    expect(nextStep({ id: 'x', resolvedBy: null, secondsLeft: 0.25 })).toEqual({ next: 'wait', seconds: 0.25 });
    expect(nextStep({ id: 'x', resolvedBy: null, secondsLeft: null })).toEqual({ next: 'wait', seconds: null });
  });

  it('escalates when the limit has passed, at that moment and afterwards', () => {
    for (const secondsLeft of [0, -0.001, -1e9])
      expect(nextStep({ id: 'x', resolvedBy: null, secondsLeft })).toEqual({ next: 'escalate' });
  });
});
