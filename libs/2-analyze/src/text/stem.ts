const VOWEL = /[aeiouy]/;

/** Drops `ed`/`ing` where a word remains, and the doubled consonant before it: dropped → drop, charging → charg(e). */
function withoutVerbEnding(word: string): string {
  const end = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  if (end === 0 || word.length - end < 3) return word;
  const root = word.slice(0, -end);
  if (!VOWEL.test(root)) return word;
  const last = root.at(-1) ?? '';
  const doubled = last === root.at(-2) && !'lsz'.includes(last);
  return doubled ? root.slice(0, -1) : root;
}

/** Plural endings: companies → company, passes → pass, bills → bill; bus, this and less stay. */
function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/**
 * A light English stemmer: plurals, -ed, -ing, possessive, final e. It need not be right about grammar, only the same
 * for both sides of a comparison: charge, charges, charged and charging meet in `charg`. Lower-case input; words of
 * up to three letters and words with digits are left alone.
 */
export function stem(word: string): string {
  let base = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (base.length <= 3 || /\d/.test(base)) return base;
  base = withoutVerbEnding(singular(base));
  if (base.length > 3 && base.endsWith('e')) base = base.slice(0, -1);
  if (base.length > 3 && base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '')) base = `${base.slice(0, -1)}i`;
  return base;
}
