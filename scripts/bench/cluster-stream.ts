import {
  inheritIds,
  nextMilestone,
  packVector,
  project,
  runPass,
  Seating,
  unpackSpace,
  unpackVector,
  type Features,
  type PassOutput,
  type Seat,
  type Space,
  type SpaceStatistics,
} from '@huiyin/analyze';

/** Items that a pass looks at, as `HUIYIN_CLUSTER_WINDOW` has it when nothing is set. */
export const WINDOW = 50_000;
/** A pass whenever there are so many more items than at the last one; the engine makes them as often as time allows. */
export const GROWTH = 1.1;
/** As in the engine: items placed in one go, clusters that an item is compared with, items up to which every pass fits anew. */
const BATCH = 500;
const MOST_SEATS = 5_000;
const ALWAYS_REFIT = 300;

/** Milliseconds of processor time that the engine took, by what it did; a busy machine does not change them much. */
export interface Spent {
  placing: number;
  passes: number;
  /** Passes that fitted the space anew. */
  refits: number;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** A cluster that takes newcomers. */
interface Open extends Seat {
  /** The last item that went into it. */
  readonly last: number;
}

/**
 * Items one after the other through the engine's own functions, as gatherer and consolidation call them but without a
 * database: placed between passes, a pass at every milestone and whenever the stream has grown by a tenth. Fitted on
 * what has come so far and on nothing else. Keeps features and vectors of the newest window only. One thing is left out:
 * a cluster of which the window shows nobody is closed by a refit, where the engine gives it a new centroid.
 */
export class ClusterStream {
  /** By item: the cluster it is in now. */
  readonly clusterOf: string[] = [];
  readonly spent: Spent = { placing: 0, passes: 0, refits: 0 };
  /** What the last pass found; its items are the newest window. */
  last: PassOutput | undefined;
  /** Clusters that a person decided about; all items that were in them then are pinned. */
  private readonly settled = new Set<string>();
  private readonly pinned = new Set<number>();
  private readonly texts: Features[] = [];
  private readonly vectors: (Uint8Array | null)[] = [];
  private readonly anchors: number[] = [];
  /** Item that the lists of the window begin with. */
  private first = 0;
  private readonly sizes = new Map<string, number>();
  private readonly open = new Map<string, Open>();
  private known: { space: Space; statistics: SpaceStatistics } | undefined;
  private seating: Seating | undefined;
  private seated = 0;
  private milestone = 0;
  private passed = 0;
  private ids = 0;

  /** Passes over a full window that were due, and what the last one that was made took, ms. */
  private full = 0;
  private fullMs = 0;

  /** @param sampled of the passes over a full window, only every so manieth is made, and the others are taken to last as long as that */
  constructor(private readonly sampled = 1) {}

  /** Items so far. */
  get items(): number {
    return this.clusterOf.length;
  }

  /** Takes the next item; answers with the cluster it was put into, before any pass looks at it. */
  add(text: Features): string {
    const began = cpuMs();
    const id = this.place(text);
    this.spent.placing += cpuMs() - began;
    const due = nextMilestone(this.milestone);
    if (this.items >= due) this.pass(due);
    else if (this.known && this.items >= this.passed * GROWTH) this.interim();
    return id;
  }

  /** A last pass, unless there has just been one. */
  finish(): void {
    if (this.passed < this.items && this.known) this.pass(null);
  }

  /** Puts items where a person wants them, and settles those clusters and the ones the items came from. */
  edit(items: readonly number[], to: string): void {
    const touched = new Set([to, ...items.map((item) => this.clusterOf[item]!)]);
    for (const item of items) this.move(item, to);
    this.clusterOf.forEach((cluster, item) => {
      if (touched.has(cluster)) this.pinned.add(item);
    });
    for (const cluster of touched) this.settled.add(cluster);
    this.seating = undefined;
  }

  /** Items that a person put where they are. */
  get pins(): ReadonlySet<number> {
    return this.pinned;
  }

  /** Clusters with a member, and those with two or more. */
  get found(): { readonly clusters: number; readonly shared: number } {
    const sizes = [...this.sizes.values()];
    return { clusters: sizes.length, shared: sizes.filter((size) => size > 1).length };
  }

  newId(): string {
    return String(++this.ids).padStart(9, '0');
  }

  private place(text: Features): string {
    if (!this.seating || this.seated >= BATCH) this.takeSeats();
    this.seated++;
    const direction = this.known ? project(text, this.known.space) : null;
    const known = direction?.some((value) => value !== 0) ? direction : null;
    const { clusterId, created } = this.seating!.place(known);
    const item = this.clusterOf.push(clusterId) - 1;
    this.sizes.set(clusterId, (this.sizes.get(clusterId) ?? 0) + 1);
    const seat = this.open.get(clusterId);
    if (seat) this.open.set(clusterId, { ...seat, last: item });
    else if (created && known)
      this.open.set(clusterId, { id: clusterId, centroid: known, joinsFrom: this.seating!.youngFrom(), last: item });
    this.texts.push(text);
    this.vectors.push(known && packVector(known));
    this.anchors.push(-1);
    return clusterId;
  }

  private takeSeats(): void {
    const order = (a: Open, b: Open): number =>
      Number(this.settled.has(b.id)) - Number(this.settled.has(a.id)) || b.last - a.last;
    const seats = [...this.open.values()].sort(order).slice(0, MOST_SEATS);
    this.seating = new Seating(seats, this.known?.statistics ?? null, () => this.newId());
    this.seated = 0;
  }

  private interim(): void {
    const isFull = this.items >= WINDOW;
    if (isFull && this.full++ % this.sampled > 0) {
      this.passed = this.items;
      this.spent.passes += this.fullMs;
      return;
    }
    const before = this.spent.passes;
    this.pass(null);
    if (isFull) this.fullMs = this.spent.passes - before;
  }

  private pass(milestone: number | null): void {
    const began = cpuMs();
    this.forget();
    const size = this.items - this.first;
    const refit = milestone !== null || size <= ALWAYS_REFIT;
    const output = runPass({
      refit,
      space: this.known?.space ?? null,
      vectors: refit ? this.vectors.map(() => null) : this.vectors,
      features: this.texts,
      owners: this.owners(),
      anchors: Int32Array.from(this.anchors),
    });
    this.passed = this.items;
    if (milestone !== null) this.milestone = milestone;
    if (output) this.apply(output, milestone !== null);
    this.seating = undefined;
    this.spent[refit ? 'refits' : 'passes'] += cpuMs() - began;
  }

  /** Lets go of what is older than the window. */
  private forget(): void {
    const old = this.items - this.first - WINDOW;
    if (old <= 0) return;
    for (const list of [this.texts, this.vectors, this.anchors]) list.splice(0, old);
    this.first += old;
  }

  private owners(): Int32Array {
    const numbers = new Map<string, number>();
    return Int32Array.from(this.anchors, (_, at) => {
      if (!this.pinned.has(this.first + at)) return -1;
      const cluster = this.clusterOf[this.first + at]!;
      const number = numbers.get(cluster) ?? numbers.size;
      numbers.set(cluster, number);
      return number;
    });
  }

  private apply(output: PassOutput, isMilestone: boolean): void {
    const before = this.clusterOf.slice(this.first);
    const ids = inheritIds({
      before: before.map((id) => (this.settled.has(id) ? null : id)),
      labels: output.labels,
      settled: before.map((id, at) => (this.pinned.has(this.first + at) ? id : null)),
      newId: () => this.newId(),
    });
    if (output.space) {
      this.known = { space: unpackSpace(Buffer.from(output.space)), statistics: output.statistics };
      this.open.clear();
    }
    before.forEach((_, at) => {
      if (!this.pinned.has(this.first + at)) this.move(this.first + at, ids[output.labels[at]!]!);
      this.vectors[at] = output.vectors[at]!;
      if (isMilestone) this.anchors[at] = output.anchors[at]!;
    });
    this.describe(output, ids);
    this.last = output;
  }

  private move(item: number, to: string): void {
    const from = this.clusterOf[item]!;
    if (from === to) return;
    const left = (this.sizes.get(from) ?? 1) - 1;
    if (left > 0) this.sizes.set(from, left);
    else {
      this.sizes.delete(from);
      this.open.delete(from);
    }
    this.sizes.set(to, (this.sizes.get(to) ?? 0) + 1);
    this.clusterOf[item] = to;
  }

  private describe({ labels, groups }: PassOutput, ids: readonly string[]): void {
    const lasts = new Map<number, number>();
    labels.forEach((label, at) => lasts.set(label, this.first + at));
    groups.forEach(({ centroid, joinsFrom }, label) => {
      const id = ids[label]!;
      if (!this.sizes.has(id)) return;
      this.open.set(id, { id, centroid: unpackVector(centroid), joinsFrom, last: lasts.get(label) ?? 0 });
    });
  }
}
