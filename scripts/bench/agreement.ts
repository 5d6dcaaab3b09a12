/** How well a division agrees with the true one. */
export interface Agreement {
  /** Adjusted mutual information (Vinh et al. 2010, arithmetic mean): 1 the same, 0 no better than chance. */
  readonly ami: number;
  /** Adjusted Rand index (Hubert and Arabie 1985): 1 the same, 0 no better than chance. */
  readonly ari: number;
  /** F1 of the precision and recall that each item sees in its cluster (Bagga and Baldwin 1998). */
  readonly bcubed: number;
  /** Clusters found, and those of two or more items. */
  readonly clusters: number;
  readonly shared: number;
}

/** What two divisions of the same items have in common. */
interface Contingency {
  readonly items: number;
  readonly truth: readonly number[];
  readonly found: readonly number[];
  /** Cells that are not empty: items in common, and the sizes of both sides. */
  readonly cells: readonly { readonly both: number; readonly a: number; readonly b: number }[];
}

/** Numbers 0, 1, 2 … for labels of any kind, in the order of first appearance. */
export function numbered(labels: readonly unknown[]): number[] {
  const numbers = new Map<unknown, number>();
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}

function contingency(truth: readonly unknown[], found: readonly unknown[]): Contingency {
  const [one, other] = [numbered(truth), numbered(found)];
  const sizesOf = (numbers: readonly number[]): number[] => {
    const sizes: number[] = [];
    for (const number of numbers) sizes[number] = (sizes[number] ?? 0) + 1;
    return sizes;
  };
  const [a, b] = [sizesOf(one), sizesOf(other)];
  const both = new Map<number, number>();
  one.forEach((number, i) => {
    const cell = number * b.length + other[i]!;
    both.set(cell, (both.get(cell) ?? 0) + 1);
  });
  const cells = [...both].map(([cell, count]) => {
    return { both: count, a: a[Math.floor(cell / b.length)]!, b: b[cell % b.length]! };
  });
  return { items: one.length, truth: a, found: b, cells };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Agreement of two divisions of the same items; labels may be of any kind. NaN for no items. */
export function agreement(truth: readonly unknown[], found: readonly unknown[]): Agreement {
  const table = contingency(truth, found);
  return {
    ami: adjustedInformation(table),
    ari: adjustedRand(table),
    bcubed: bcubed(table),
    clusters: table.found.length,
    shared: table.found.filter((size) => size > 1).length,
  };
}

function adjustedRand({ items, truth, found, cells }: Contingency): number {
  const together = sum(cells.map(({ both }) => pairs(both)));
  const [one, other] = [sum(truth.map(pairs)), sum(found.map(pairs))];
  const chance = (one * other) / pairs(items);
  const most = (one + other) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}

function bcubed({ items, cells }: Contingency): number {
  const precision = sum(cells.map(({ both, b }) => both ** 2 / b)) / items;
  const recall = sum(cells.map(({ both, a }) => both ** 2 / a)) / items;
  return (2 * precision * recall) / (precision + recall);
}

function adjustedInformation(table: Contingency): number {
  const { items, truth, found, cells } = table;
  const entropy = (sizes: readonly number[]): number =>
    -sum(sizes.map((size) => (size / items) * Math.log(size / items)));
  const information = sum(cells.map(({ both, a, b }) => (both / items) * Math.log((both * items) / (a * b))));
  const chance = expectedInformation(table);
  const most = (entropy(truth) + entropy(found)) / 2;
  return Math.abs(most - chance) < 1e-12
    ? Number(truth.length === found.length)
    : (information - chance) / (most - chance);
}

/** What two divisions with clusters of these sizes share by chance; sizes that come up more than once are worked out once. */
function expectedInformation({ items, truth, found }: Contingency): number {
  const logFactorials = new Float64Array(items + 1);
  for (let n = 2; n <= items; n++) logFactorials[n] = logFactorials[n - 1]! + Math.log(n);
  let expected = 0;
  for (const [a, timesA] of counted(truth)) {
    for (const [b, timesB] of counted(found)) expected += timesA * timesB * expectedCell(items, a, b, logFactorials);
  }
  return expected;
}

/** A cell's part: what it says times how likely it is (hypergeometric), over all that may be in it. */
function expectedCell(items: number, a: number, b: number, logs: Float64Array): number {
  const fixed = logs[a]! + logs[b]! + logs[items - a]! + logs[items - b]! - logs[items]!;
  let total = 0;
  for (let both = Math.max(1, a + b - items); both <= Math.min(a, b); both++) {
    const ways = logs[both]! + logs[a - both]! + logs[b - both]! + logs[items - a - b + both]!;
    total += (both / items) * Math.log((items * both) / (a * b)) * Math.exp(fixed - ways);
  }
  return total;
}

function counted(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Pairs of items by whether they were together before and are together now. */
export interface PairChanges {
  readonly all: number;
  readonly before: number;
  readonly now: number;
  /** Pairs together in one of the two only. */
  readonly changed: number;
  /** Pairs that were together and are not now. */
  readonly parted: number;
}

/** How many pairs of items changed between together and apart. */
export function pairChanges(before: readonly unknown[], now: readonly unknown[]): PairChanges {
  const { items, truth, found, cells } = contingency(before, now);
  const both = sum(cells.map((cell) => pairs(cell.both)));
  const [one, other] = [sum(truth.map(pairs)), sum(found.map(pairs))];
  return { all: pairs(items), before: one, now: other, changed: one + other - 2 * both, parted: one - both };
}
