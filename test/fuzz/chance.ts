import { generator } from '../crash/random.js';

/** Choices that are the same for the same seed. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = generator(seed);
  }

  /** A whole number of 0 to `below`, that one left out. */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** True in so many of 100 cases. */
  percent(of: number): boolean {
    return this.next() * 100 < of;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)] as T;
  }

  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let last = all.length - 1; last > 0; last--) {
      const other = this.int(last + 1);
      [all[last], all[other]] = [all[other] as T, all[last] as T];
    }
    return all;
  }
}
