import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export class Random {
  private state: [number, number, number, number];

  constructor(private readonly seed: string) {
    const hash = createHash('sha256').update(seed).digest();
    this.state = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), 1];
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Chance of its own for one purpose, so that more of one thing does not change all the others. */
  fork(purpose: string): Random {
    return new Random(`${this.seed}/${purpose}`);
  }

  /** 0 ≤ r < 1 (sfc32). */
  next(): number {
    let [a, b, c, d] = this.state;
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    this.state = [a, b, c | 0, d];
    return (sum >>> 0) / 4_294_967_296;
  }

  /** min ≤ r < max */
  between(min: number, max: number): number {
    return min + (max - min) * this.next();
  }

  /** A whole number, min ≤ n ≤ max. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws {RangeError} when there is nothing to pick from */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('There is nothing to pick from.');
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return (entries.at(-1) as [K, number])[0];
  }

  /** Log-normal: half of the values are below `median`; `sigma` 0.5 is narrow, 1.2 has a long tail. */
  skewed(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }
}
