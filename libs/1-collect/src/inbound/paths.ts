/** How deep a path may reach. */
const DEEPEST = 16;

/**
 * The steps of a path: a JSON pointer (`/case/0/subject`, RFC 6901) or names with dots (`case.0.subject`); with `$` in
 * front it starts from the whole body instead of from the item. Null when it is none.
 */
export function stepsOf(path: string): { readonly fromRoot: boolean; readonly steps: readonly string[] } | null {
  const fromRoot = path.startsWith('$');
  const rest = fromRoot ? path.slice(1).replace(/^\./, '') : path;
  if (path.length > 500) return null;
  if (rest === '') return fromRoot ? { fromRoot, steps: [] } : null;
  const steps = rest.startsWith('/')
    ? rest.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) // prettier-ignore
    : rest.split('.');
  return steps.length <= DEEPEST && (rest.startsWith('/') || !steps.includes('')) ? { fromRoot, steps } : null;
}

/** What lies at a path; `undefined` when there is nothing. Only own fields count. */
export function valueAt(path: string, item: unknown, root: unknown): unknown {
  const found = stepsOf(path);
  if (!found) return undefined;
  let value = found.fromRoot ? root : item;
  for (const step of found.steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
