import type { Database, Sql } from '@huiyin/database';
import { loadDictionary } from '../dictionary/dictionary.store.js';
import { SlicePool } from '../threads/slice-pool.js';
import { threadUrl } from '../threads/thread.js';
import {
  loadSeats,
  loadSpace,
  loadUncentred,
  saveCentroids,
  savePlacements,
  spaceVersion,
  takeWaiting,
  type Waiting,
} from './gathering.store.js';
import type { GatheringKnowledge, GatheringTask } from './gathering.thread.js';
import type { Centred, Seatings } from './gathering.js';

const BATCH = 500;
/** Clusters that an item is compared with: those last seen, and all that people settled. */
const MOST_SEATS = 5_000;
/** Clusters that get a new centroid in one go, and members that it is made from. */
const MOST_UNCENTRED = 20;
const MEMBERS_FOR_A_CENTROID = 200;
/** Far above what a batch takes. */
const THREAD = { threads: 1, limitMs: 60_000, memoryMb: 1_024 };

/**
 * Takes analysed items off the waiting list and puts them into clusters. It runs in every worker, and one works at a
 * time, so several workers give the same clusters as one; intake and analysis never wait for it, and it thinks in a
 * thread of its own.
 */
export class Gatherer {
  private readonly pool = new SlicePool<GatheringKnowledge, GatheringTask, Seatings | Centred[]>({
    ...THREAD,
    url: threadUrl(import.meta.url, './gathering.thread'),
  });
  /** Version of the space that the thread knows; 0 before the first, undefined before it knows anything. */
  private version: number | undefined;

  constructor(private readonly db: Database) {}

  /** Puts the next items into clusters; answers how many, 0 also while another worker does it. */
  async gather(): Promise<number> {
    return this.db.transaction(async (tx) => {
      if (!(await tryLock(tx))) return 0;
      await this.keepUp(tx);
      const centred = this.version === 0 ? 0 : await this.centre(tx);
      const waiting = await takeWaiting(tx, BATCH);
      if (waiting.length === 0) return centred;
      await this.seat(tx, waiting);
      return waiting.length;
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.pool.close();
  }

  private async keepUp(tx: Sql): Promise<void> {
    const version = await spaceVersion(tx);
    if (version === this.version) return;
    const stored = await loadSpace(tx);
    const { basis: space = null, statistics = null } = stored ?? {};
    this.pool.know({ space, statistics, dictionary: await loadDictionary(tx) });
    this.version = stored?.version ?? 0;
  }

  private async seat(tx: Sql, waiting: readonly Waiting[]): Promise<void> {
    const seats = this.version === 0 ? [] : await loadSeats(tx, MOST_SEATS);
    const items = waiting.map(({ features, subject = null, text }) => ({ features, subject, text }));
    const { seated, youngFrom } = (await this.think({ seat: { items, seats } })) as Seatings;
    await savePlacements(
      tx,
      waiting.map((item, i) => ({ item, ...seated[i]! })),
      youngFrom,
    );
  }

  /** Gives clusters a centroid that lost theirs. */
  private async centre(tx: Sql): Promise<number> {
    const scattered = await loadUncentred(tx, MOST_UNCENTRED, MEMBERS_FOR_A_CENTROID);
    if (scattered.length === 0) return 0;
    await saveCentroids(tx, (await this.think({ centre: scattered })) as Centred[]);
    return scattered.length;
  }

  private async think(task: GatheringTask): Promise<Seatings | Centred[]> {
    const [outcome] = await this.pool.run([task]);
    if (outcome && 'result' in outcome) return outcome.result;
    throw new Error(`The thread that gathers gave no answer: ${outcome?.detail}`);
  }
}

/** What is left to do is in the hands of whoever holds it. */
async function tryLock(tx: Sql): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('clusters', 0)) as locked`,
  );
  return row!.locked;
}
