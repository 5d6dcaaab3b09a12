import { edges, type OutcomeName, type Stage } from './loop.js';

/** The name of the event that a stage change is told by, e.g. `feedback.resolved`. */
export type LoopEventName = `feedback.${OutcomeName}`;

/** All event names with a sentence each, derived from the loop. */
export const EVENTS: Readonly<Record<LoopEventName, { en: string; zh: string }>> = Object.fromEntries(
  edges().map(({ outcome, edge }) => [`feedback.${outcome}`, { en: edge.en, zh: edge.zh }]),
) as Record<LoopEventName, { en: string; zh: string }>;

/**
 * One stage change, read back from the ledger. Times are ISO 8601 UTC with microseconds,
 * exactly as the ledger has them. Events carry no personal data.
 */
export interface LoopEvent {
  /** Position in the feed; hand it back to resume after it. */
  readonly cursor: string;
  readonly name: LoopEventName;
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
