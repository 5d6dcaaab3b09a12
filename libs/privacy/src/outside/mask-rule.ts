/** What stands where something was: a word that a model understands and that tells nothing about anybody. */
export const MASKS = {
  email: '[email]',
  link: '[link]',
  address: '[address]',
  token: '[token]',
  plate: '[plate]',
  name: '[name]',
  account: '[account]',
  number: '[number]',
  phone: '[phone]',
} as const;

const ANY_MASK = new RegExp(
  Object.values(MASKS)
    .map((mask) => mask.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

/** What is left of a masked text that is not a mask. */
export function withoutMasks(text: string): string {
  return text.replace(ANY_MASK, '');
}

/** What is found, and what stands in its place. */
export type Rule = readonly [RegExp, string | ((whole: string, ...found: string[]) => string)];

/** Applies rules one after the other. */
export function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask as string), text);
}
