import { readWords, type Words } from '../analyze.js';
import { features, type Features } from './features.js';
import { describeGroups } from './group.js';
import { clusterNameOf } from './name.js';
import { Seating, type Placement } from './placing.js';
import { background, confidence, project, type Space, type SpaceStatistics } from './space.js';
import { packVector, stack, unpackVector } from './vectors.js';

/** The space in use, with what similarities in it are like. */
export interface KnownSpace {
  readonly space: Space;
  readonly statistics: SpaceStatistics;
}

/** Items that look for a cluster, and the clusters that they may join. */
export interface Arrivals {
  readonly items: readonly (Words & { readonly features: Uint8Array | null })[];
  readonly seats: readonly { readonly id: string; readonly centroid: Uint8Array; readonly joinsFrom: number }[];
}

/** Where an item goes. */
export interface Seated {
  readonly placement: Placement;
  /** Packed; null when the space knows nothing of it. */
  readonly vector: Uint8Array | null;
  /** Of the cluster that it opens; null when it joins one. */
  readonly name: string | null;
}

/** What comes of arrivals. */
export interface Seatings {
  readonly seated: readonly Seated[];
  readonly youngFrom: number;
}

/** Finds each item its cluster. Without a space each opens one of its own. */
export function seat({ items, seats }: Arrivals, known: KnownSpace | null, newId: () => string): Seatings {
  const seating = new Seating(
    known ? seats.map(({ centroid, ...each }) => ({ ...each, centroid: unpackVector(centroid) })) : [],
    known?.statistics ?? null,
    newId,
  );
  const seated = items.map((item): Seated => {
    const said = known && featuresOf(item);
    const direction = said && directionOf(said, known.space);
    const placement = seating.place(direction, said ? confidence(said, known.space) : 1);
    const name = placement.created ? clusterNameOf([item]) : null;
    return { placement, vector: direction && packVector(direction), name };
  });
  return { seated, youngFrom: seating.youngFrom() };
}

/** What lost its centroid: members with their vectors (base64, packed), and their words where there is none. */
export interface Scattered {
  readonly id: string;
  readonly members: readonly (Words & { readonly vector: string | null })[];
}

/** A cluster with a centroid. */
export interface Centred {
  readonly id: string;
  readonly centroid: Uint8Array;
  readonly cohesion: number;
  readonly joinsFrom: number;
}

/** Gives clusters a centroid again. */
export function centre(clusters: readonly Scattered[], { space, statistics }: KnownSpace): Centred[] {
  const least = background(statistics);
  return clusters.map(({ id, members }) => {
    const directions = members.map(({ vector, ...words }) =>
      vector === null ? project(readFeatures(words), space) : unpackVector(Buffer.from(vector, 'base64')),
    );
    const one = { weights: new Uint32Array(members.length).fill(1), labels: new Int32Array(members.length) };
    const { groups } = describeGroups({ vectors: stack(directions, space.dimensions), ...one }, least);
    // A cluster whose members were all moved away is like nothing.
    const nothing = { centroid: packVector(new Float32Array(space.dimensions)), cohesion: 1, joinsFrom: 1 };
    const { centroid, cohesion, joinsFrom } = groups[0] ?? nothing;
    return { id, centroid, cohesion, joinsFrom };
  });
}

function featuresOf({ features: kept, ...words }: Arrivals['items'][number]): Features {
  return kept ?? readFeatures(words);
}

function readFeatures(words: Words): Features {
  const { reading, subjectEnd } = readWords(words);
  return features(reading, subjectEnd);
}

function directionOf(text: Features, space: Space): Float32Array | null {
  const direction = project(text, space);
  return direction.some((value) => value !== 0) ? direction : null;
}
