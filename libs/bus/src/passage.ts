import { edge, type Stage } from '@huiyin/loop';
import type { Facts, Go, ItemAtStage } from './stage-handler.js';

/** A visit that has ended, as the ledger has it. Times are ISO 8601 UTC with microseconds, as the database gave them. */
export interface EndedVisit {
  readonly feedbackId: string;
  readonly seq: number;
  readonly cycle: number;
  readonly stage: Stage;
  /** The unit that held the item during the visit. */
  readonly unitId: number | null;
  readonly enteredAt: string;
  readonly startedAt: string;
  readonly leftAt: string;
  readonly outcome: string;
  readonly actor: string;
}

/** An item's way from where it was taken up to where it rests again: through one stage, or through several in one transaction. */
export interface Passage {
  /** The item as it is now, in the stage that it has come to; in the one that it was in last when it is closed. */
  readonly item: ItemAtStage;
  readonly closed: boolean;
  /** Oldest first; each begins when the one before ended. */
  readonly visits: readonly EndedVisit[];
  /** All that was found out on the way. */
  readonly facts: Facts;
  /** When the visit ended that set the time limit; null when none did. */
  readonly limitFrom: string | null;
  readonly reason: string | null;
}

/** An item that has been taken up and has gone nowhere yet. */
export function passageOf(item: ItemAtStage): Passage {
  return { item, closed: false, visits: [], facts: {}, limitFrom: null, reason: null };
}

/**
 * The item leaves its stage at `at`. Time never runs backwards in a visit: should the clock have been set back, it ends
 * when it began, so that `entered_at(n+1) = left_at(n)` to the microsecond.
 */
export function onward(passage: Passage, { outcome, facts, actor, reason }: Go<Stage>, at: string): Passage {
  const { item } = passage;
  const { to, nextCycle } = edge(item.stage, outcome);
  // The form of the times is fixed, so that they compare as texts do.
  const leftAt = at > item.startedAt ? at : item.startedAt;
  const { id: feedbackId, seq, cycle, stage, unitId, stageSince: enteredAt, startedAt } = item;
  const visit = { feedbackId, seq, cycle, stage, unitId, enteredAt, startedAt, leftAt, outcome };
  const closed = to === 'closed';
  return {
    item: {
      ...withFacts(item, facts),
      stage: closed ? stage : to,
      seq: closed ? seq : seq + 1,
      cycle: nextCycle ? cycle + 1 : cycle,
      attempts: 0,
      wokenBy: 'entry',
      stageSince: leftAt,
      startedAt: leftAt,
    },
    closed,
    visits: [...passage.visits, { ...visit, actor: actor ?? 'system' }],
    facts: { ...passage.facts, ...present(facts) },
    limitFrom: facts.limitSeconds === undefined ? passage.limitFrom : leftAt,
    reason: reason ?? null,
  };
}

/** A fact that is null or undefined leaves what is known as it is. */
function present(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));
}

function withFacts(item: ItemAtStage, facts: Facts): ItemAtStage {
  return {
    ...item,
    priority: facts.priority ?? item.priority,
    kind: facts.kind ?? item.kind,
    category: facts.category ?? item.category,
    language: facts.language ?? item.language,
    urgency: facts.urgency ?? item.urgency,
    region: facts.region ?? item.region,
    unitId: facts.unitId ?? item.unitId,
    customerId: facts.customerId ?? item.customerId,
  };
}
