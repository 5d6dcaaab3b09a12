import { edges, type OutcomeName, type Stage } from './loop.js';

/** The name of the event that a stage change is told by, e.g. `feedback.resolved`. */
export type VisitEventName = `feedback.${OutcomeName}`;

/** What is told of clusters, with a sentence each. */
export const CLUSTER_EVENTS = {
  'cluster.burst': {
    en: 'An issue is suddenly raised much more often than its own history lets expect.',
    zh: '某个问题的反映量突然远超其自身历史水平（热点）。',
  },
  'cluster.burst-ended': {
    en: 'An issue that was raised suddenly often is back to its ordinary level.',
    zh: '热点问题的反映量已回落到平常水平。',
  },
} as const satisfies Record<string, { en: string; zh: string }>;

/** The name of an event about a cluster. */
export type ClusterEventName = keyof typeof CLUSTER_EVENTS;

/** The name of any event. */
export type LoopEventName = VisitEventName | ClusterEventName;

/** All event names with a sentence each: derived from the loop, and those about clusters. */
export const EVENTS: Readonly<Record<LoopEventName, { en: string; zh: string }>> = {
  ...(Object.fromEntries(
    edges().map(({ outcome, edge }) => [`feedback.${outcome}`, { en: edge.en, zh: edge.zh }]),
  ) as Record<VisitEventName, { en: string; zh: string }>),
  ...CLUSTER_EVENTS,
};

/**
 * One stage change, read back from the ledger. Times are ISO 8601 UTC with microseconds,
 * exactly as the ledger has them. Events carry no personal data.
 */
export interface VisitEvent {
  /** Position in the feed; hand it back to resume after it. */
  readonly cursor: string;
  readonly name: VisitEventName;
  readonly feedbackId: string;
  readonly reference: string;
  /** Number of the visit within the item, from 1. */
  readonly seq: number;
  /** Trip round the loop in which the visit took place, from 1. */
  readonly cycle: number;
  readonly stage: Stage;
  readonly outcome: OutcomeName;
  /** What comes next: a stage, or `closed`. */
  readonly next: Stage | 'closed';
  /** Code of the unit that held the item during the visit, if any. */
  readonly unit: string | null;
  readonly enteredAt: string;
  readonly startedAt: string;
  readonly leftAt: string;
  /** Who caused it: `system`, `person:<id>`, `key:<id>` or `customer`. */
  readonly actor: string;
}

/** A hot issue. What it is about: a cluster, or, where voices are no cluster yet, a category in a region. */
export interface BurstPayload {
  readonly burstId: number;
  readonly clusterId: string | null;
  /** The first two levels, e.g. `network.coverage`; null when it is a cluster. */
  readonly category: string | null;
  /** Null for everywhere. */
  readonly region: string | null;
  /** Length of the time in which it is seen most clearly: 1, 6 or 24 hours. */
  readonly windowHours: number;
  /** Voices in that time. */
  readonly seen: number;
  /** As many as its own history lets expect. */
  readonly expected: number;
  /** How sure it is: orders of magnitude by which chance alone is out of the question. */
  readonly score: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Something about a cluster; it stands in the feed between the stage changes. */
export interface ClusterEvent {
  /** Position in the feed; hand it back to resume after it. */
  readonly cursor: string;
  readonly name: ClusterEventName;
  readonly clusterId: string | null;
  readonly toldAt: string;
  readonly burst: BurstPayload;
}

/** One event of the feed. Tell them apart by `name`; `isVisit` asks for stage changes. */
export type LoopEvent = VisitEvent | ClusterEvent;

/** True for a stage change. */
export function isVisit(event: LoopEvent): event is VisitEvent {
  return event.name.startsWith('feedback.');
}
