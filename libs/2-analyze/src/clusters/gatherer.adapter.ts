import type { Database, Sql } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import { readWords } from '../analyze.js';
import { features, type Features } from './features.js';
import {
  loadSeats,
  loadSpace,
  loadUncentred,
  saveCentroids,
  savePlacements,
  spaceVersion,
  takeWaiting,
  type Opened,
  type Placed,
  type StoredSpace,
  type Uncentred,
  type Waiting,
} from './gathering.store.js';
import { describeGroups } from './group.js';
import { clusterNameOf } from './name.js';
import { Seating } from './placing.js';
import { background, confidence, project, unpackSpace, type Space } from './space.js';
import { packVector, stack, unpackVector } from './vectors.js';

const BATCH = 500;
/** Clusters that an item is compared with: those last seen, and all that people settled. */
const MOST_SEATS = 5_000;
/** Clusters that get a new centroid in one go, and members that it is made from. */
const MOST_UNCENTRED = 50;
const MEMBERS_FOR_A_CENTROID = 200;

/** The space as this process remembers it. */
interface KnownSpace extends StoredSpace {
  readonly space: Space;
}

/**
 * Takes analysed items off the waiting list and puts them into clusters. It runs in every worker, and one works at a
 * time, so several workers give the same clusters as one; intake and analysis never wait for it.
 */
export class Gatherer {
  private known: KnownSpace | undefined;

  constructor(private readonly db: Database) {}

  /** Puts the next items into clusters; answers how many, 0 also while another worker does it. */
  async gather(): Promise<number> {
    return this.db.transaction(async (tx) => {
      if (!(await tryLock(tx))) return 0;
      const space = await this.currentSpace(tx);
      const centred = await this.centre(tx, space);
      const waiting = await takeWaiting(tx, BATCH);
      if (waiting.length === 0) return centred;
      await this.place(tx, waiting, space);
      return waiting.length;
    });
  }

  private async currentSpace(tx: Sql): Promise<KnownSpace | undefined> {
    const version = await spaceVersion(tx);
    if (version === (this.known?.version ?? 0)) return this.known;
    const stored = await loadSpace(tx);
    this.known = stored && { ...stored, space: unpackSpace(stored.basis) };
    return this.known;
  }

  private async place(tx: Sql, waiting: readonly Waiting[], known: KnownSpace | undefined): Promise<void> {
    const seats = known ? await loadSeats(tx, MOST_SEATS) : [];
    const seating = new Seating(
      seats.map(({ centroid, ...seat }) => ({ ...seat, centroid: unpackVector(centroid) })),
      known?.statistics ?? null,
      uuidv7,
    );
    const placed: Placed[] = waiting.map((item) => {
      if (!known) return { item, placement: seating.place(null), vector: null };
      const said = featuresOf(item);
      const direction = directionOf(said, known.space);
      const placement = seating.place(direction, confidence(said, known.space));
      return { item, placement, vector: direction && packVector(direction) };
    });
    const opened: Opened[] = placed
      .filter(({ placement }) => placement.created)
      .map((each) => ({ placed: each, name: clusterNameOf([each.item]), joinsFrom: seating.youngFrom() }));
    await savePlacements(tx, placed, opened);
  }

  /** Gives clusters a centroid that lost theirs. */
  private async centre(tx: Sql, known: KnownSpace | undefined): Promise<number> {
    if (!known) return 0;
    const uncentred = await loadUncentred(tx, MOST_UNCENTRED, MEMBERS_FOR_A_CENTROID);
    const least = background(known.statistics);
    await saveCentroids(
      tx,
      uncentred.map((cluster) => centreOf(cluster, known.space, least)),
    );
    return uncentred.length;
  }
}

/** What is left to do is in the hands of whoever holds it. */
async function tryLock(tx: Sql): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('clusters', 0)) as locked`,
  );
  return row!.locked;
}

function featuresOf(item: Waiting): Features {
  if (item.features) return item.features;
  const { reading, subjectEnd } = readWords(item);
  return features(reading, subjectEnd);
}

function directionOf(text: Features, space: Space): Float32Array | null {
  const direction = project(text, space);
  return direction.some((value) => value !== 0) ? direction : null;
}

function centreOf(
  { id, members }: Uncentred,
  space: Space,
  least: number,
): { id: string; centroid: Buffer; cohesion: number; joinsFrom: number } {
  const directions = members.map(({ vector, ...words }) =>
    vector ? unpackVector(Buffer.from(vector.toString(), 'base64')) : project(readFeatures(words), space),
  );
  const one = { weights: new Uint32Array(members.length).fill(1), labels: new Int32Array(members.length) };
  const { groups } = describeGroups({ vectors: stack(directions, space.dimensions), ...one }, least);
  // A cluster whose members were all moved away is like nothing.
  const nothing = { centroid: packVector(new Float32Array(space.dimensions)), cohesion: 1, joinsFrom: 1 };
  const { centroid, cohesion, joinsFrom } = groups[0] ?? nothing;
  return { id, centroid: Buffer.from(centroid), cohesion, joinsFrom };
}

function readFeatures(words: { subject?: string | null; text: string }): Features {
  const { reading, subjectEnd } = readWords(words);
  return features(reading, subjectEnd);
}
