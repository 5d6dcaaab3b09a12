import { gateIsOpen, Poller } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { Bursts } from '../bursts/bursts.store.js';
import { countClusters, listStaleClusters, saveFigures, type StaleCluster } from './figures.store.js';

/** How often figures are counted and bursts are looked for, milliseconds; where that took long, less often. */
const FIGURES_EVERY_MS = 10_000;
const BURSTS_EVERY_MS = 20_000;
/** The work is at most such a part of the time. */
const PATIENCE = 10;
/** Clusters, and members, that are counted in one go. */
const CLUSTERS_AT_ONCE = 1_000;
const MEMBERS_AT_ONCE = 150_000;
const PORTIONS = 50;

/**
 * Keeps the figures of clusters (impact, growth, what is shown of large ones) and finds bursts, in the background of a
 * worker. Any number may run, in any number of processes: one at a time works, the others look again later.
 */
export class ClusterFigures {
  private readonly bursts = new Bursts();
  private readonly pollers: readonly Poller[];

  constructor(
    private readonly db: Database,
    trouble: (error: unknown) => void,
  ) {
    this.pollers = [
      new Poller(
        paced(FIGURES_EVERY_MS, () => this.count()),
        trouble,
      ),
      new Poller(
        paced(BURSTS_EVERY_MS, () => this.check()),
        trouble,
      ),
    ];
  }

  start(): void {
    for (const poller of this.pollers) poller.start();
  }

  /** Answers when what was under way has ended. */
  async stop(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }

  /** Counts what is to be counted, in portions; answers how many clusters that were. */
  async count(): Promise<number> {
    let total = 0;
    for (let portion = 0; portion < PORTIONS; portion++) {
      const counted = await this.alone('cluster figures', countStale);
      if (counted === 0) break;
      total += counted;
    }
    return total;
  }

  /** Looks for bursts once; answers how many began or ended. */
  check(): Promise<number> {
    return this.alone('bursts', (tx) => this.bursts.check(tx));
  }

  /** One transaction that nobody else runs at the time; 0 when somebody does, or while history is written. */
  private alone(name: string, work: (tx: Sql) => Promise<number>): Promise<number> {
    return this.db.transaction(async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
        [name],
      );
      return lock?.mine && (await gateIsOpen(tx)) ? work(tx) : 0;
    });
  }
}

async function countStale(tx: Sql): Promise<number> {
  const stale: StaleCluster[] = [];
  let members = 0;
  for (const cluster of await listStaleClusters(tx, CLUSTERS_AT_ONCE)) {
    members += cluster.size;
    if (members > MEMBERS_AT_ONCE && stale.length > 0) break;
    stale.push(cluster);
  }
  if (stale.length === 0) return 0;
  const counted = await countClusters(
    tx,
    stale.map(({ id }) => id),
  );
  await saveFigures(tx, stale, counted);
  return stale.length;
}

/** Runs `work` every `everyMs`, and never for more than a tenth of the time; for a `Poller`, which asks each second. */
function paced(everyMs: number, work: () => Promise<unknown>): () => Promise<number> {
  let next = 0;
  return async () => {
    const start = performance.now();
    if (start < next) return 0;
    try {
      await work();
    } finally {
      const end = performance.now();
      next = Math.max(start + everyMs, end + (end - start) * PATIENCE);
    }
    return 0;
  };
}
