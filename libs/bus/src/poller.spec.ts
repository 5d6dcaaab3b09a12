import { describe, expect, it } from '@jest/globals';
import { Poller } from './poller.js';

/** A queue that tells when somebody has looked into it. */
class Queue {
  looks = 0;
  private waiting: { looks: number; resolve: () => void }[] = [];

  constructor(private readonly batches: (number | Error)[]) {}

  readonly take = async (): Promise<number> => {
    this.looks++;
    for (const { looks, resolve } of this.waiting) if (this.looks >= looks) resolve();
    const next = this.batches.shift() ?? 0;
    if (next instanceof Error) throw next;
    return next;
  };

  looked(looks: number): Promise<void> {
    return new Promise((resolve) => this.waiting.push({ looks, resolve }));
  }
}

describe('a poller', () => {
  const quiet = (error: unknown) => void error;

  it('takes one batch after the other while there are any, then pauses longer and longer', async () => {
    const queue = new Queue([5, 5, 5]);
    const poller = new Poller(queue.take, quiet);
    const fourth = queue.looked(4);
    const sixth = queue.looked(6);
    const before = performance.now();
    poller.start();
    await fourth;
    expect(performance.now() - before).toBeLessThan(45);
    await sixth;
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
    await poller.stop();
  });

  it('looks at once when it is woken, also when that happened while it was looking', async () => {
    const queue = new Queue([]);
    const poller = new Poller(async () => {
      if (queue.looks === 0) poller.wake();
      return queue.take();
    }, quiet);
    const second = queue.looked(2);
    const before = performance.now();
    poller.start();
    await second;
    expect(performance.now() - before).toBeLessThan(45);
    const third = queue.looked(3);
    poller.wake();
    await third;
    await poller.stop();
  });

  it('goes on after trouble, and stops at once from a pause', async () => {
    const queue = new Queue([new Error('once')]);
    const troubles: unknown[] = [];
    const poller = new Poller(queue.take, (error) => troubles.push(error));
    const second = queue.looked(2);
    poller.start();
    await second;
    expect(troubles).toEqual([new Error('once')]);
    await poller.stop();
    const { looks } = queue;
    poller.wake();
    expect(queue.looks).toBe(looks);
  });
});
