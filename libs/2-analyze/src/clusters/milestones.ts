/** The first space is fitted on this many items. */
const FIRST = 3;
const STEP = 1.5;

/**
 * How many items the next milestone has: 3, 5, 8, 12, 18 … half as many again each time. At a milestone the space is
 * fitted anew and the groups found become those from which the next passes begin. As it looks at the first so many items
 * in the order in which they were accepted, what a milestone finds does not depend on how many workers there are.
 * @param items of the last milestone, 0 before the first
 */
export function nextMilestone(items: number): number {
  return items < FIRST ? FIRST : Math.ceil(items * STEP);
}
