import { useQuery } from '@tanstack/react-query';
import { ask, type Got } from '../api/client';
import { useMay } from '../app/session';
import { language } from '../i18n/i18n';

/** One unit of the tree. */
export type Unit = Got<'/api/v1/units'>;

/** The tree of units, and what its codes are called. */
export interface Units {
  /** From the group down; undefined while it is not there, or when one may not see it. */
  readonly root: Unit | undefined;
  readonly all: readonly Unit[];
  /** The name of a code in the language of the screen; the code itself when it is not known. */
  nameOf(code: string | null | undefined): string;
  /** The names from the top down to the unit, without the group itself: 广东 › 深圳. */
  pathOf(code: string | null | undefined): string;
}

const FIVE_MINUTES_MS = 300_000;

/** The tree of units; asked for once and kept for minutes. */
export function useUnits(): Units {
  const allowed = useMay()('units:read');
  const { data: root } = useQuery({ ...ask('/api/v1/units'), staleTime: FIVE_MINUTES_MS, enabled: allowed });
  const all = root ? flat([root]) : [];
  return {
    root,
    all,
    nameOf: (code) => nameIn(all, code),
    pathOf: (code) => {
      const path = root && code ? pathTo(root, code) : undefined;
      const below = path && path.length > 1 ? path.slice(1) : path;
      return below?.map(nameOfUnit).join(' › ') ?? code ?? '';
    },
  };
}

/** What a unit is called in the language of the screen. */
export function nameOfUnit({ nameZh, nameEn }: Unit): string {
  return language() === 'zh' ? nameZh : nameEn;
}

function nameIn(all: readonly Unit[], code: string | null | undefined): string {
  const unit = all.find((one) => one.code === code);
  return unit ? nameOfUnit(unit) : (code ?? '');
}

function flat(nodes: readonly Unit[]): Unit[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function pathTo(node: Unit, code: string): Unit[] | undefined {
  if (node.code === code) return [node];
  for (const child of node.children) {
    const below = pathTo(child, code);
    if (below) return [node, ...below];
  }
  return undefined;
}
