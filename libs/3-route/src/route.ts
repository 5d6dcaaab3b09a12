import type { Kind } from '@huiyin/loop';

/** A routing rule. Conditions that are `null` or empty match everything; the first rule that matches wins. */
export interface RoutingRule {
  readonly id: number;
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** A category or any category under it: `network` matches `network.coverage.indoor`. */
  readonly category: string | null;
  readonly region: string | null;
  readonly product: string | null;
  /** Found anywhere in the words, without regard to capitals. */
  readonly keyword: string | null;
  readonly unitId: number;
  readonly limitMinutes: number;
}

/** What routing needs to know of an item. */
export interface RoutingFacts {
  readonly kind: Kind;
  readonly category: string;
  readonly region: string | null;
  readonly product: string | null;
  /** Subject and text. */
  readonly words: string;
  readonly cycle: number;
  /** The unit that took the feedback down, or held it last. */
  readonly unitId: number | null;
  /** Units that have handed the item back in this cycle. */
  readonly handedBackBy: readonly number[];
  /** The unit that the last hand-back named, if any. */
  readonly handedTo: number | null;
}

/** Which unit gets the item, for how long, and why. */
export interface Assignment {
  readonly unitId: number;
  readonly ruleId: number | null;
  readonly limitMinutes: number;
  /** For people, e.g. `rule: broadband faults, Guangdong`. */
  readonly reason: string;
}

const DAY = 24 * 60;

/**
 * Time limits where no rule says otherwise, in minutes. Faults: 48 h, the limit for towns in the telecommunications
 * regulations (电信条例). Complaints: half of the 15 days of MIIT order 35 (电信用户申诉处理办法), so that there is time for a second try.
 * The others are ordinary practice.
 */
export const DEFAULT_LIMIT_MINUTES: Readonly<Record<Kind, number>> = {
  fault: 2 * DAY,
  complaint: 7 * DAY,
  appeal: 5 * DAY,
  enquiry: 2 * DAY,
  suggestion: 15 * DAY,
  praise: 15 * DAY,
};

const SHORTEST_LIMIT_MINUTES = 60;

/** Every further cycle has half the time of the one before, but never less than an hour. */
export function limitInCycle(limitMinutes: number, cycle: number): number {
  return Math.max(SHORTEST_LIMIT_MINUTES, Math.round(limitMinutes / 2 ** (cycle - 1)));
}

function matches(rule: RoutingRule, facts: RoutingFacts): boolean {
  return (
    (rule.kinds.length === 0 || rule.kinds.includes(facts.kind)) &&
    (rule.category === null || facts.category === rule.category || facts.category.startsWith(`${rule.category}.`)) &&
    (rule.region === null || rule.region === facts.region) &&
    (rule.product === null || rule.product === facts.product) &&
    (rule.keyword === null || facts.words.toLowerCase().includes(rule.keyword.toLowerCase()))
  );
}

/**
 * Chooses the unit: the one a hand-back named; else the first rule that matches and whose unit has not handed the item
 * back; else the unit that took it down; else the root unit, so that nothing is ever unrouted.
 */
export function chooseUnit(rules: readonly RoutingRule[], facts: RoutingFacts, rootUnitId: number): Assignment {
  const usual = limitInCycle(DEFAULT_LIMIT_MINUTES[facts.kind], facts.cycle);
  if (facts.handedTo !== null)
    return { unitId: facts.handedTo, ruleId: null, limitMinutes: usual, reason: 'handed over' };
  const rule = rules.find((candidate) => !facts.handedBackBy.includes(candidate.unitId) && matches(candidate, facts));
  if (rule) {
    const limitMinutes = limitInCycle(rule.limitMinutes, facts.cycle);
    return { unitId: rule.unitId, ruleId: rule.id, limitMinutes, reason: `rule: ${rule.name}` };
  }
  if (facts.unitId !== null && !facts.handedBackBy.includes(facts.unitId))
    return { unitId: facts.unitId, ruleId: null, limitMinutes: usual, reason: 'no rule: the unit that took it down' };
  return { unitId: rootUnitId, ruleId: null, limitMinutes: usual, reason: 'no rule: the root unit' };
}
