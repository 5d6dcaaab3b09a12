import type { Seen } from './burst.js';

/** Voices of the last day that have cluster, category and region in common. */
export interface RecentRow {
  readonly clusterId: string | null;
  /** The first two levels; null when it is none that could be an issue, or not yet to be counted. */
  readonly category: string | null;
  readonly region: string | null;
  readonly seen: Seen;
}

/** What may burst: a cluster, a cluster in a region, a category in a region. */
export interface Subject {
  readonly clusterId: string | null;
  readonly category: string | null;
  readonly region: string | null;
}

/** A region makes up so much of a cluster's voices that it is an issue of that region. */
const ONE_REGION = 0.7;

/** One word for a subject. */
export function keyOf({ clusterId, category, region }: Subject): string {
  return JSON.stringify([clusterId, category, region]);
}

function add(sums: Map<string, { subject: Subject; seen: Seen }>, subject: Subject, [a, b, c]: Seen): void {
  const key = keyOf(subject);
  const [x, y, z] = sums.get(key)?.seen ?? [0, 0, 0];
  sums.set(key, { subject, seen: [a + x, b + y, c + z] });
}

function sum(rows: readonly RecentRow[]): Seen {
  return rows.reduce<Seen>(([a, b, c], { seen }) => [a + seen[0], b + seen[1], c + seen[2]], [0, 0, 0]);
}

/** Sums of the last day by everything that may burst. */
export class Recent {
  readonly all: Seen;
  private readonly clusters = new Map<string, { subject: Subject; seen: Seen }>();
  private readonly places = new Map<string, { subject: Subject; seen: Seen }>();
  private readonly categories = new Map<string, { subject: Subject; seen: Seen }>();
  private readonly rowsOf = new Map<string, RecentRow[]>();

  constructor(private readonly rows: readonly RecentRow[]) {
    this.all = sum(rows);
    for (const row of rows) {
      const { clusterId, category, region, seen } = row;
      if (clusterId !== null) this.rowsOf.set(clusterId, [...(this.rowsOf.get(clusterId) ?? []), row]);
      if (clusterId !== null) add(this.clusters, { clusterId, category: null, region: null }, seen);
      if (clusterId !== null && region !== null) add(this.places, { clusterId, category: null, region }, seen);
      if (category !== null && region !== null) add(this.categories, { clusterId: null, category, region }, seen);
    }
  }

  /** How many things are looked at. */
  get size(): number {
    return this.clusters.size + this.places.size + this.categories.size;
  }

  /** Of one subject. */
  seen(subject: Subject): Seen {
    const found = subject.category !== null ? this.categories : subject.region !== null ? this.places : this.clusters;
    return found.get(keyOf(subject))?.seen ?? [0, 0, 0];
  }

  /** Subjects with at least `least` voices in the last day, clusters first, then their regions, then categories. */
  subjects(least: number): Subject[] {
    return [this.clusters, this.places, this.categories]
      .flatMap((map) => [...map.values()])
      .filter(({ seen }) => seen[2] >= least)
      .map(({ subject }) => subject);
  }

  /** The region to which nearly all voices of a cluster belong, in the window that begins with index `i`; null when there is none. */
  mainRegion(clusterId: string, i: 0 | 1 | 2): string | null {
    const total = this.seen({ clusterId, category: null, region: null })[i];
    for (const { subject, seen } of this.places.values())
      if (subject.clusterId === clusterId && seen[i] >= ONE_REGION * total) return subject.region;
    return null;
  }

  /** Voices of a cluster outside the regions in which it was told of already. */
  elsewhere(clusterId: string, told: (subject: Subject) => boolean): Seen {
    const rows = this.rowsOf.get(clusterId) ?? [];
    return sum(rows.filter(({ region }) => !told({ clusterId, category: null, region })));
  }

  /** Voices of a category in a region that no cluster accounts for that was told of itself. */
  unexplained({ category, region }: Subject, told: (subject: Subject) => boolean): Seen {
    const rest = this.rows
      .filter((row) => row.category === category && row.region === region)
      .filter(({ clusterId }) => {
        if (clusterId === null) return true;
        return !told({ clusterId, category: null, region: null }) && !told({ clusterId, category: null, region });
      });
    return sum(rest);
  }
}
