/** The levels of the tree, from the top: group 集团 → province 省 → city 市 → desk 网点/班组. */
export const UNIT_LEVELS = ['group', 'province', 'city', 'desk'] as const;

export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A node of the tree of units. */
export interface Unit {
  readonly id: number;
  /** What other programs and rules call it, e.g. `gd-gz`; the root's is `group`. */
  readonly code: string;
  /** Null at the root only. */
  readonly parentId: number | null;
  /** The ids from the root to this one: `/1/5/9/`. */
  readonly path: string;
  readonly level: UnitLevel;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Code of the region it serves; null for none or all. */
  readonly region: string | null;
  /** False when nothing new may be given to it. */
  readonly active: boolean;
  /** How many customers it serves, for complaints per 10,000; null where nobody has said. */
  readonly customers: number | null;
}

/** A unit with what is under it. */
export interface UnitNode extends Unit {
  readonly children: readonly UnitNode[];
}

/** A unit to create or import. `parent` is a code; left out, it is the root. */
export interface NewUnit {
  readonly code: string;
  readonly parent?: string | undefined;
  readonly level: UnitLevel;
  readonly nameZh: string;
  /** Left out, it is `nameZh`. */
  readonly nameEn?: string | undefined;
  readonly region?: string | null | undefined;
  readonly active?: boolean | undefined;
  readonly customers?: number | null | undefined;
}

/** What to change of a unit; fields left out stay. */
export type UnitPatch = { readonly [Field in keyof Omit<NewUnit, 'code'>]?: NewUnit[Field] | undefined };

/** Code of the root, which every database has. */
export const ROOT_CODE = 'group';

/** Letters and digits of any script, then also `.`, `_`, `:`, `@`, `-`: codes travel in addresses and CSV files. */
export function isUnitCode(code: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._:@-]{0,63}$/u.test(code);
}

/** Builds the tree from all units; siblings are in the order of their codes. */
export function asTree(units: readonly Unit[]): UnitNode {
  const nodes = new Map(units.map((unit) => [unit.id, { ...unit, children: [] as UnitNode[] }]));
  let root: UnitNode | undefined;
  for (const node of [...nodes.values()].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    if (node.parentId === null) root = node;
    else nodes.get(node.parentId)?.children.push(node);
  }
  if (!root) throw new Error('The tree of units has no root; migrations have not run');
  return root;
}

/** The ids from the root to the unit itself, out of its path. */
export function idsOfPath(path: string): number[] {
  return path.split('/').filter(Boolean).map(Number);
}
