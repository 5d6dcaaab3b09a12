import { CodedError } from '@huiyin/loop';
import { isScope, may, seesUnit, sightOf, type Principal, type UnitDirectory, type UnitRef } from '@huiyin/org';

/** Refuses to hand out, or to take over, more than the principal holds; `what` begins the sentence that says so. */
export function refuseAbove(who: Principal, scopes: readonly string[], what: string): void {
  const above = scopes.filter((scope) => isScope(scope) && !may(who, scope));
  if (above.length > 0) {
    throw new CodedError('missing-scope', `${what} more than you may do yourself: ${above.join(', ')}`);
  }
}

/**
 * Refuses to let somebody see more than the principal sees: whoever belongs to units gives only those, or units under
 * them, and at least one, since nobody without a unit is kept from anything. `codes` of units that are not there count
 * as elsewhere.
 */
export async function refuseWider(who: Principal, codes: readonly string[], units: UnitDirectory): Promise<void> {
  const sight = sightOf(who);
  if (sight.everything) return;
  const known = await units.resolve(codes);
  const inside = codes.every((code) => {
    const unit = known.get(code);
    return unit !== undefined && seesUnit(sight, unit);
  });
  if (inside && codes.length > 0) return;
  const mine = who.units.map(({ code }) => code).join(', ');
  throw new CodedError('outside-binding', `You belong to ${mine}: name at least one unit, of these or under them`);
}

/** Refuses what concerns the whole organisation to somebody who belongs to a part of it; `what` begins the sentence. */
export function refusePart(who: Principal, what: string): void {
  if (sightOf(who).everything) return;
  throw new CodedError('outside-binding', `${what} the whole organisation; ask somebody who does not belong to a part`);
}

/** True when all these units, and there is at least one, lie in what the principal sees. */
export function isBelow(who: Principal, units: readonly Pick<UnitRef, 'path'>[]): boolean {
  const sight = sightOf(who);
  return sight.everything || (units.length > 0 && units.every((unit) => seesUnit(sight, unit)));
}

/** The id in a path; what cannot be one is answered like one that is not there. */
export function idOf(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new CodedError('not-found', 'There is nothing with this id');
}
