import { useQuery } from '@tanstack/react-query';
import { ask, type Got } from '../api/client';
import { language } from '../i18n/i18n';

/** A category of the tree. */
export type Category = Got<'/api/v1/taxonomy'>[number];

/** A category as a node of a TreeSelect. */
export interface CategoryNode {
  readonly value: string;
  readonly title: string;
  readonly children: CategoryNode[];
}

/** The tree of categories, and what its codes are called. */
export interface Categories {
  readonly all: readonly Category[];
  /** The name of a code in the language of the screen; the code itself while it is not known. */
  nameOf(code: string | null | undefined): string;
  /** The names from the top down: 移动网络 › 网络覆盖 › 室内信号. */
  pathOf(code: string | null | undefined): string;
  readonly tree: CategoryNode[];
}

/** The tree of categories; asked for once. */
export function useCategories(): Categories {
  const { data: all = [] } = useQuery({ ...ask('/api/v1/taxonomy'), staleTime: Infinity });
  const nameOf = (code: string | null | undefined): string => {
    const found = all.find((one) => one.code === code);
    return found ? found[language()] : (code ?? '');
  };
  return {
    all,
    nameOf,
    pathOf: (code) => (code ? waysTo(code).map(nameOf).join(' › ') : ''),
    tree: treeOf(all, nameOf),
  };
}

/** `a.b.c` → `a`, `a.b`, `a.b.c`. */
function waysTo(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function treeOf(all: readonly Category[], nameOf: (code: string) => string): CategoryNode[] {
  const nodes = new Map(
    all.map(({ code }) => [code, { value: code, title: nameOf(code), children: [] as CategoryNode[] }]),
  );
  const tops: CategoryNode[] = [];
  for (const [code, node] of nodes) {
    const parent = nodes.get(code.slice(0, Math.max(0, code.lastIndexOf('.'))));
    (parent?.children ?? tops).push(node);
  }
  return tops;
}
