/** What was done about it. */
export const ACTIONS = ['fixed', 'answered', 'compensated', 'planned', 'declined'] as const;
export type Action = (typeof ACTIONS)[number];

/** A resolution as a person writes it. */
export interface Resolution {
  readonly action: Action;
  /** For colleagues. */
  readonly summary: string;
  /** What the customer reads. */
  readonly reply: string;
}

/** Where an item in resolve stands when its lane looks at it. */
export interface ResolveStanding {
  readonly id: string;
  /** Who decided, when there is a resolution for this cycle. */
  readonly resolvedBy: string | null;
  /** Until the time limit; negative when it has passed, `null` without one. */
  readonly secondsLeft: number | null;
}

/** What the lane does with an item: it is resolved, its limit has passed, or it waits for the team. */
export type ResolveStep =
  { next: 'resolved'; by: string } | { next: 'escalate' } | { next: 'wait'; seconds: number | null };

/** Decides the next step: a resolution wins over everything, a passed limit is escalated once per visit. */
export function nextStep(standing: ResolveStanding): ResolveStep {
  if (standing.resolvedBy !== null) return { next: 'resolved', by: standing.resolvedBy };
  if (standing.secondsLeft === null) return { next: 'wait', seconds: null };
  return standing.secondsLeft <= 0 ? { next: 'escalate' } : { next: 'wait', seconds: standing.secondsLeft };
}
