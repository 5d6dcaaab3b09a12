/**
 * A leaf of the category tree with the words that lead to it, separated by `|`, Chinese and English together.
 * `sure` names the matter outright (weight 3), `likely` is typical of it (2), `hint` occurs elsewhere too (1).
 */
export interface Leaf {
  readonly code: `${string}.${string}.${string}`;
  readonly zh: string;
  readonly en: string;
  readonly sure: string;
  readonly likely?: string;
  readonly hint?: string;
}
