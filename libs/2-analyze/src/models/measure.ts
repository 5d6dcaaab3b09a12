/** How well labels were given: both from 0 to 1. */
export interface Figures {
  readonly accuracy: number;
  /** Mean over all true labels of the harmonic mean of precision and recall, so that small labels count as much as large ones. */
  readonly macroF1: number;
  readonly count: number;
}

/** Holds what was given against what is true, pair by pair. */
export function figuresOf(pairs: readonly { readonly truth: string; readonly given: string }[]): Figures {
  const counts = new Map<string, { both: number; truth: number; given: number }>();
  const of = (label: string) => {
    const found = counts.get(label) ?? { both: 0, truth: 0, given: 0 };
    counts.set(label, found);
    return found;
  };
  for (const { truth, given } of pairs) {
    of(truth).truth++;
    of(given).given++;
    if (truth === given) of(truth).both++;
  }
  const all = [...counts.values()];
  const known = all.filter(({ truth }) => truth > 0);
  const right = all.reduce((sum, { both }) => sum + both, 0);
  const f1 = known.reduce((sum, { both, truth, given }) => sum + (2 * both) / (truth + given), 0);
  return {
    accuracy: pairs.length === 0 ? 0 : right / pairs.length,
    macroF1: known.length === 0 ? 0 : f1 / known.length,
    count: pairs.length,
  };
}
