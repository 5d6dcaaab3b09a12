import type { Put, RowCondition } from '@huiyin/database';
import type { Principal, UnitRef } from './principal.js';

/**
 * What somebody sees of the items, decided here and nowhere else. A person sees what lies in the units they belong to and
 * under them: items that such a unit has, had, was given, was asked about or took down, and besides what they handed in themselves.
 */
export interface Sight {
  /** True for those who belong to no unit in particular, or to the root. */
  readonly everything: boolean;
  /** Paths of the units: each stands for itself and everything under it. Empty when `everything`. */
  readonly unitPaths: readonly string[];
  /** The same units as ids, where they have been looked up: a statement is planned better when it is told how many. */
  readonly unitIds?: readonly number[];
  /** Whose own items are seen besides: `person:7`, `key:…`. */
  readonly personActor: string;
}

/** The path of a unit without any above it. */
const ROOT = /^\/\d+\/$/;

/** What a person or key sees; their scopes say apart from it what they may do with it. */
export function sightOf({ units, actor }: Pick<Principal, 'units' | 'actor'>): Sight {
  const everything = units.length === 0 || units.some(({ path }) => ROOT.test(path));
  return { everything, unitPaths: everything ? [] : units.map(({ path }) => path), personActor: actor };
}

/** For lanes and commands of the operator, which act for nobody in particular. */
export const SEES_ALL: Sight = Object.freeze({ everything: true, unitPaths: [], personActor: 'system' });

/** True when the unit lies in what is seen. */
export function seesUnit({ everything, unitPaths }: Sight, { path }: Pick<UnitRef, 'path'>): boolean {
  return everything || unitPaths.some((seen) => path.startsWith(seen));
}

/**
 * The SQL condition that a unit's id lies in what is seen: `unitsSeen(sight, put, 'v.unit_id')`. Null, no unit, is only
 * seen by who sees everything.
 */
export function unitsSeen({ everything, unitPaths, unitIds }: Sight, put: Put, column: string): string {
  if (everything) return 'true';
  if (unitIds) return `${column} = any(${put(unitIds)}::bigint[])`;
  // Numbers and slashes: nothing in a path means anything to `like`.
  const prefixes = put(unitPaths.map((path) => `${path}%`));
  return `${column} = any(array(select id from unit where path like any(${prefixes}::text[])))`;
}

/** A table that says which units had an item, with an index of (unit_id, feedback_id) over the rows that count. */
export interface UnitHistory {
  readonly table: 'assignment' | 'stage_visit' | 'note';
  /** SQL about the row `h` of it. */
  readonly counts: string;
}

/** A way in which an item is seen. */
export interface WayToSee {
  /** SQL about a row of `feedback`; made when it is asked for, since it takes parameters. */
  readonly condition: () => string;
  /** Where its items can be read unit by unit in the order of their ids, from the index alone. */
  readonly history?: UnitHistory;
}

const HISTORIES: readonly UnitHistory[] = [
  // Handed over to a unit by route, and so by it: whoever had it once goes on seeing it.
  { table: 'assignment', counts: 'true' },
  // Taken down by a unit, wherever it was routed then.
  { table: 'stage_visit', counts: 'h.seq = 1' },
  // Asked about it by a colleague.
  { table: 'note', counts: 'h.unit_id is not null' },
];

/**
 * The ways in which an item is seen, each a SQL condition about the row `alias` of `feedback`; one of them has to hold.
 * Apart, each is answered from an index of its own, which a list in order needs: see `listItems`.
 */
export function waysToSee(sight: Sight, put: Put, alias: string): WayToSee[] {
  if (sight.everything) return [{ condition: () => 'true' }];
  const by = (column: string) => unitsSeen(sight, put, column);
  return [
    // Where it is now. Items that are closed have been assigned before.
    { condition: () => `(${alias}.state <> 'closed' and ${by(`${alias}.unit_id`)})` },
    ...HISTORIES.map((history) => ({
      condition: () =>
        `exists (select from ${history.table} h where h.feedback_id = ${alias}.id and ${history.counts} and ${by('h.unit_id')})`,
      history,
    })),
    {
      condition: () =>
        `exists (select from feedback_words vw where vw.feedback_id = ${alias}.id and vw.accepted_by = ${put(sight.personActor)})`,
    },
  ];
}

/** The SQL condition that the row `alias` of `feedback` is seen; `true` for who sees everything. */
export function visibleItems(sight: Sight, put: Put, alias: string): string {
  const ways = waysToSee(sight, put, alias).map(({ condition }) => condition());
  return ways.length === 1 ? (ways[0] as string) : `(${ways.join(' or ')})`;
}

/** {@link visibleItems} for a library that knows nothing of people: it only asks which rows of `feedback` it may use. */
export function seenBy(sight: Sight): RowCondition {
  return (put, alias) => visibleItems(sight, put, alias);
}
