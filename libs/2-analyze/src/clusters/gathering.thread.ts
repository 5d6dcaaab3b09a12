import { uuidv7 } from 'uuidv7';
import { useDictionary, type Dictionary } from '../dictionary/dictionary.js';
import { serveSlices } from '../threads/slice-thread.js';
import {
  centre,
  seat,
  type Arrivals,
  type Centred,
  type KnownSpace,
  type Scattered,
  type Seatings,
} from './gathering.js';
import { unpackSpace, type SpaceStatistics } from './space.js';

/** What the thread knows. */
export interface GatheringKnowledge {
  /** Packed; null before the first. */
  readonly space: Uint8Array | null;
  readonly statistics: SpaceStatistics | null;
  readonly dictionary: Dictionary;
}

/** Either of the two things that the thread does. */
export type GatheringTask = { readonly seat: Arrivals } | { readonly centre: readonly Scattered[] };

let known: KnownSpace | null = null;

serveSlices<GatheringKnowledge, GatheringTask, Seatings | Centred[]>({
  know({ space, statistics, dictionary }) {
    useDictionary(dictionary);
    known = space && statistics && { space: unpackSpace(Buffer.from(space)), statistics };
  },
  prepare: () => undefined,
  work(task) {
    if ('seat' in task) return seat(task.seat, known, uuidv7);
    return known ? centre(task.centre, known) : [];
  },
});
