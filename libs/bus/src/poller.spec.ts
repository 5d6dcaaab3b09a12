import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Poller } from './poller.js';

describe('a poller', () => {
  let looks: number;
  let batches: (number | Error)[];
  let troubles: unknown[];
  let duringLook: () => void;
  let poller: Poller;

  beforeEach(() => {
    jest.useFakeTimers();
    [looks, batches, troubles, duringLook] = [0, [], [], () => undefined];
    const take = async () => {
      looks++;
      duringLook();
      const next = batches.shift() ?? 0;
      if (next instanceof Error) throw next;
      return next;
    };
    poller = new Poller(take, (error) => troubles.push(error));
  });
  afterEach(async () => {
    await poller.stop();
    jest.useRealTimers();
  });

  async function looksAfter(ms: number): Promise<number> {
    await jest.advanceTimersByTimeAsync(ms);
    return looks;
  }

  it('takes one batch after the other while there are any, then looks less and less often, at the longest after a second', async () => {
    batches = [5, 5, 5];
    poller.start();
    expect(await looksAfter(0)).toBe(4);
    expect(await looksAfter(50)).toBe(5);
    expect(await looksAfter(99)).toBe(5);
    expect(await looksAfter(1)).toBe(6);
    await looksAfter(60_000);
    const before = looks;
    expect((await looksAfter(10_000)) - before).toBe(10);
  });

  it('looks at once when it is woken, and then soon again', async () => {
    poller.start();
    await looksAfter(60_000);
    const before = looks;
    poller.wake();
    expect((await looksAfter(0)) - before).toBe(1);
    expect((await looksAfter(50)) - before).toBe(2);
  });

  it('looks again when it was woken while it was looking', async () => {
    duringLook = () => void (looks === 1 && poller.wake());
    poller.start();
    expect(await looksAfter(0)).toBe(2);
  });

  it('goes on after trouble, and leaves a database that is away alone for a second', async () => {
    batches = [new Error('once'), Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })];
    poller.start();
    expect(await looksAfter(50)).toBe(2);
    expect(troubles).toEqual([new Error('once'), new Error('gone')]);
    expect(await looksAfter(999)).toBe(2);
    expect(await looksAfter(1_000)).toBeGreaterThan(2);
  });

  it('stops out of a pause, and looks no more', async () => {
    poller.start();
    await looksAfter(60_000);
    const before = looks;
    await poller.stop();
    poller.wake();
    expect(await looksAfter(60_000)).toBe(before);
  });
});
