import type { Database } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import type { Words } from '../analyze.js';
import { readEmbeddings } from '../adapters/outside-results.store.js';
import type { OutsideTasks } from '../adapters/outside-tasks.adapter.js';
import { loadDictionary } from '../dictionary/dictionary.store.js';
import { runInThread, threadUrl } from '../threads/thread.js';
import { loadSpace, readGathering, type GatheringState } from './gathering.store.js';
import { nextMilestone } from './milestones.js';
import { outgrown, renameClusters } from './naming.store.js';
import { applyFinding, type Applied } from './pass.store.js';
import { haveArrived, loadItemWords, loadSeen, type Seen } from './seen.store.js';
import type { PassOutput } from './pass.js';
import type { PassJob } from './pass.thread.js';

const PASS_THREAD = threadUrl(import.meta.url, './pass.thread');

/** How often and how far a pass looks. */
export interface ConsolidationPlan {
  /** Most items that a pass looks at, the newest; older ones stay where they are. */
  readonly window: number;
  /** Whose vectors are used for who is near whom, and who is asked for names. */
  readonly outside: OutsideTasks;
}

/** A pass rests this many times as long as the last one took, so that passes take a sixth of a core at the most. */
const REST = 5;
const SHORTEST_REST_SECONDS = 1;
/** Up to so many items every pass fits the space anew: each of the first texts brings words that nobody had before. */
const ALWAYS_REFIT = 300;
const NEARLY_ALL = 0.95;
const MEMORY_MB = 2_048;
const WORDS_AT_ONCE = 2_000;

/**
 * The periodic pass over all items: finds groups afresh in a thread of its own, keeps ids and what people decided, and
 * fits the space anew at every milestone. One worker does it at a time; placing goes on meanwhile.
 */
export class Consolidation {
  /** Items of the last milestone whose texts shared nothing; the next one may do better. */
  private barren = 0;

  constructor(
    private readonly db: Database,
    private readonly plan: ConsolidationPlan,
  ) {}

  /**
   * Makes a pass if one is due; undefined when not, or while another worker makes one.
   * @param atOnce without the rest that is due after the last pass
   */
  async consolidate(signal?: AbortSignal, atOnce = false): Promise<Applied | undefined> {
    for (;;) {
      const state = await readGathering(this.db);
      const known = await loadSpaceHead(this.db);
      const next = nextMilestone(Math.max(known?.items ?? 0, this.barren));
      const milestone = state.items >= next && (await haveArrived(this.db, next)) ? next : null;
      if (milestone === null && !isDue(state, known !== undefined, atOnce)) return undefined;
      const looked = { milestone, known: known?.items ?? 0, all: state.items };
      const applied = await this.alone(() => this.pass(looked, signal));
      if (applied || milestone === null || this.barren < milestone) return applied;
    }
  }

  /** Runs something that one process at a time may do; the lock goes with the connection if the process dies. */
  private async alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    const client = await this.db.pool.connect();
    try {
      const { rows } = await client.query(`select pg_try_advisory_lock(hashtextextended('cluster pass', 0)) as locked`);
      if (!(rows as { locked: boolean }[])[0]?.locked) return undefined;
      return await work().finally(() => client.query(`select pg_advisory_unlock(hashtextextended('cluster pass', 0))`));
    } finally {
      client.release();
    }
  }

  private async pass(
    { milestone, known, all }: { milestone: number | null; known: number; all: number },
    signal: AbortSignal | undefined,
  ): Promise<Applied | undefined> {
    const began = performance.now();
    const seen = await loadSeen(this.db, milestone, this.plan.window);
    const job = await this.jobFor(seen, milestone !== null || seen.length <= ALWAYS_REFIT);
    const options = { memoryMb: MEMORY_MB, ...(signal ? { signal } : {}) };
    const output = await runInThread<PassOutput | null>(PASS_THREAD, job, options);
    if (!output) {
      this.barren = Math.max(this.barren, milestone ?? 0);
      return undefined;
    }
    const passMs = performance.now() - began;
    const applied = await this.db.transaction((tx) =>
      applyFinding(tx, {
        seen,
        output,
        milestone,
        items: milestone ?? known,
        covered: milestone ?? all,
        passMs,
        newId: uuidv7,
      }),
    );
    await renameClusters(this.db, applied.clusters);
    await this.db.transaction(async (tx) => {
      await this.plan.outside.requestWording(tx, await outgrown(tx, applied.clusters));
    });
    return applied;
  }

  private async jobFor(seen: readonly Seen[], refit: boolean): Promise<PassJob> {
    const space = refit ? undefined : await loadSpace(this.db);
    const unread = seen.flatMap(({ feedbackId, vector }) => (refit || vector === null ? [feedbackId] : []));
    const wordsOf = new Map<string, Words>();
    for (let from = 0; from < unread.length; from += WORDS_AT_ONCE) {
      const chunk = await loadItemWords(this.db, unread.slice(from, from + WORDS_AT_ONCE));
      for (const [id, words] of chunk) wordsOf.set(id, words);
    }
    const settled = new Map<string, number>();
    const owners = Int32Array.from(seen, ({ pinned, clusterId }) => {
      if (!pinned) return -1;
      const owner = settled.get(clusterId) ?? settled.size;
      settled.set(clusterId, owner);
      return owner;
    });
    return {
      refit,
      space: space?.basis ?? null,
      vectors: seen.map(({ vector }) => (refit ? null : vector)),
      words: seen.map(({ feedbackId }) => wordsOf.get(feedbackId) ?? null),
      owners,
      anchors: Int32Array.from(seen, ({ anchor }) => anchor ?? -1),
      outside: await this.outsideVectors(seen),
      dictionary: await loadDictionary(this.db),
    };
  }

  /** Those of an outside model, once it has seen nearly all items; until then the built-in ones serve. */
  private async outsideVectors(seen: readonly Seen[]): Promise<(Float32Array | null)[] | undefined> {
    const model = this.plan.outside.vectorModel;
    if (model === null) return undefined;
    const ids = seen.map(({ feedbackId }) => feedbackId);
    const vectors = await readEmbeddings(this.db, model, ids);
    return vectors.size >= ids.length * NEARLY_ALL ? ids.map((id) => vectors.get(id) ?? null) : undefined;
  }
}

async function loadSpaceHead(db: Database): Promise<{ items: number } | undefined> {
  const [row] = await db.query<{ items: number }>('select items from cluster_space order by version desc limit 1');
  return row;
}

function isDue({ fresh, sincePass, passMs }: GatheringState, hasSpace: boolean, atOnce: boolean): boolean {
  if (fresh === 0 || !hasSpace) return false;
  if (atOnce) return true;
  return sincePass === null || sincePass >= Math.max(SHORTEST_REST_SECONDS, (REST * passMs) / 1_000);
}
