import { isNear, type Compared } from './likeness.js';
import { jaccard, shared } from './shingles.js';

/** How somebody asks again. */
export interface Again {
  /** 0 to 1. */
  readonly similarity: number;
  /** The same words but for courtesies and punctuation. */
  readonly exact: boolean;
}

/** Pieces that two pieces of one customer share when both are about the same matter. */
const SAME_MATTER = 0.5;
/** Part of the pieces of the shorter one that the longer one has ("I told you last week that …"), and how many that are at least. */
const RETOLD = 0.8;
const RETOLD_PIECES = 8;

/**
 * Whether a customer says again what the same customer has said before. Who it is tells so much that less likeness is
 * asked for than between strangers. `undefined` when it is another matter.
 */
export function asksAgain(now: Compared, before: Compared): Again | undefined {
  if (now.shingles.size === 0 || before.shingles.size === 0) return undefined;
  const exact = now.text === before.text;
  const alike = jaccard(now.shingles, before.shingles);
  const shorter = Math.min(now.shingles.size, before.shingles.size);
  const retold = shorter >= RETOLD_PIECES && shared(now.shingles, before.shingles) >= RETOLD * shorter;
  return exact || alike >= SAME_MATTER || retold || isNear(now, before) ? { similarity: alike, exact } : undefined;
}

/** An item and when it was received (ISO 8601). */
export interface Received {
  readonly id: string;
  readonly receivedAt: string;
}

/** Items that say the same, put together as they are found out; the first of them is the one that was received first. */
export class Chains {
  private readonly parent = new Map<string, string>();
  private readonly receivedAt = new Map<string, string>();

  /** Two items say the same. */
  join(one: Received, other: Received): void {
    const [a, b] = [this.add(one), this.add(other)];
    if (a === b) return;
    const [first, later] = this.isBefore(a, b) ? [a, b] : [b, a];
    this.parent.set(later, first);
  }

  /** Every item that is not the first of its chain, with the first. */
  repeats(): { id: string; firstId: string }[] {
    return [...this.parent.keys()]
      .map((id) => ({ id, firstId: this.root(id) }))
      .filter(({ id, firstId }) => id !== firstId);
  }

  private add({ id, receivedAt }: Received): string {
    if (!this.parent.has(id)) this.parent.set(id, id);
    this.receivedAt.set(id, receivedAt);
    return this.root(id);
  }

  private root(id: string): string {
    let at = id;
    for (let next = this.parent.get(at); next !== undefined && next !== at; next = this.parent.get(at)) at = next;
    return at;
  }

  private isBefore(a: string, b: string): boolean {
    const [timeA = '', timeB = ''] = [this.receivedAt.get(a), this.receivedAt.get(b)];
    return timeA < timeB || (timeA === timeB && a < b);
  }
}

/** A customer who has to ask again is served before others who came at the same time: one step, never past "now" (1). */
export function priorityOfRepeat(priority: number): number {
  return Math.max(1, priority - 1);
}
