import type { Put } from '@huiyin/database';
import type { Kind } from '@huiyin/loop';
import type { Sight } from '@huiyin/org';

/**
 * Period `[from, to)` as ISO 8601, and what to look at. Without `to` it ends now, without `from` it begins 30 days before its end.
 * `unitPath` takes in everything under a unit.
 */
export interface InsightFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly unitPath: string | null;
  readonly kind: Kind | null;
  readonly product: string | null;
  /** Whose figures they are: only visits to units that are seen count. */
  readonly sight: Sight;
  /** True when times and outcomes are enough: limits, scores and whole ways need more to be looked up. */
  readonly timesOnly?: boolean;
}

/** A period with both ends, ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** True when it has not ended: nothing lies after `to` yet. */
  readonly open: boolean;
}

/** A unit with everything under it; id 0 and path '' are everything, also what no unit has. */
export interface Scope {
  readonly id: number;
  readonly path: string;
}

/** What is counted apart: nothing, the scopes, or the days in a time zone. */
export type Apart = 'nothing' | 'scopes' | { readonly by: 'day' | 'week' | 'month'; readonly zone: string };

/** The units that a filter and the sight of who asks leave, none of them under another. */
export function scopesOf({ unitPath, sight }: Pick<InsightFilter, 'unitPath' | 'sight'>): Scope[] {
  if (sight.everything) return [unitPath === null ? { id: 0, path: '' } : scopeOf(unitPath)];
  const seen = sight.unitPaths.filter((path) => !sight.unitPaths.some((o) => o !== path && path.startsWith(o)));
  const unique = [...new Set(seen)];
  if (unitPath === null) return unique.map(scopeOf);
  if (unique.some((path) => unitPath.startsWith(path))) return [scopeOf(unitPath)];
  return unique.filter((path) => path.startsWith(unitPath)).map(scopeOf);
}

/** The unit of a path. */
export function scopeOf(path: string): Scope {
  return { id: Number(path.split('/').at(-2)), path };
}

/** The SQL condition that the item `f` is of the kind and the product that are looked at. */
export function visitsKept({ kind, product }: Pick<InsightFilter, 'kind' | 'product'>, put: Put, alias = 'f'): string {
  const kept = [
    kind === null ? '' : `${alias}.kind = ${put(kind)}`,
    product === null ? '' : `${alias}.product = ${put(product)}`,
  ];
  return kept.filter(Boolean).join(' and ') || 'true';
}
