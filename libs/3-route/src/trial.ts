import { chooseUnit, type RoutingFacts, type RoutingRule } from './route.js';

/** An item on which rules are tried: what routing knows of it, and its words for people. */
export interface TrialItem {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly facts: RoutingFacts;
}

/** An item that other rules would give to another unit. */
export interface Moved {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  /** Units, by id. */
  readonly from: number;
  readonly to: number;
  /** The new rule that would decide; null where none would match. */
  readonly ruleId: number | null;
}

/** What other rules would have done. */
export interface Trial {
  /** How many items were tried. */
  readonly items: number;
  /** How many would have gone to another unit. */
  readonly moved: number;
  /** How many would have had another time limit, in the same unit or another. */
  readonly otherLimit: number;
  /** Items by unit id, with the rules in force and with the new ones; only units that get any. */
  readonly units: ReadonlyMap<number, { readonly before: number; readonly after: number }>;
  /** Items by the id of the new rule that would decide. */
  readonly hits: ReadonlyMap<number, number>;
  /** The first of those that would have gone elsewhere. */
  readonly examples: readonly Moved[];
}

/** Two sets of rules, as routing reads them, and the unit that takes what none takes. */
export interface TrialRules {
  readonly inForce: readonly RoutingRule[];
  readonly proposed: readonly RoutingRule[];
  readonly rootUnitId: number;
}

/** Routes the items by the rules in force and by the proposed ones, and tells the difference. Nothing is changed. */
export function tryRules(items: readonly TrialItem[], rules: TrialRules, mostExamples: number): Trial {
  const { inForce, proposed, rootUnitId } = rules;
  const units = new Map<number, { before: number; after: number }>();
  const of = (unit: number) => units.get(unit) ?? units.set(unit, { before: 0, after: 0 }).get(unit)!;
  const hits = new Map<number, number>();
  const moved: Moved[] = [];
  let otherLimit = 0;
  for (const { id, reference, text, facts } of items) {
    const before = chooseUnit(inForce, facts, rootUnitId);
    const after = chooseUnit(proposed, facts, rootUnitId);
    of(before.unitId).before += 1;
    of(after.unitId).after += 1;
    if (after.ruleId !== null) hits.set(after.ruleId, (hits.get(after.ruleId) ?? 0) + 1);
    if (before.limitMinutes !== after.limitMinutes) otherLimit += 1;
    if (before.unitId === after.unitId) continue;
    moved.push({ id, reference, text, from: before.unitId, to: after.unitId, ruleId: after.ruleId });
  }
  return { items: items.length, moved: moved.length, otherLimit, units, hits, examples: moved.slice(0, mostExamples) };
}
