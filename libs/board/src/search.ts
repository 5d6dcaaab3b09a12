/** What two texts are compared by: words of letters and digits, and pairs of neighbouring Chinese characters. */
export function gramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const part of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(part)) found.add(part);
    else if (part.length === 1) found.add(part);
    else for (let at = 0; at + 1 < part.length; at++) found.add(part.slice(at, at + 2));
  }
  return found;
}

/** Texts in which less of the query is found are not shown. */
const LEAST = 0.3;
const TITLE_WEIGHT = 0.5;

/**
 * How well a text fits a query, 0 for not at all: the share of the query's grams that are in it, and half as much again
 * for those in the title. A whole query that stands in the text as it is fits always.
 */
export function fitOf(query: string, title: string, text: string): number {
  const wanted = gramsOf(query);
  const plain = (words: string) => words.normalize('NFKC').toLowerCase();
  const whole = plain(`${title}\n${text}`).includes(plain(query.trim())) ? 1 : 0;
  if (wanted.size === 0) return whole;
  const [inTitle, inText] = [gramsOf(title), gramsOf(`${title}\n${text}`)];
  const share = (grams: ReadonlySet<string>) => [...wanted].filter((gram) => grams.has(gram)).length / wanted.size;
  const fit = share(inText);
  return whole > 0 || fit >= LEAST ? whole + fit + TITLE_WEIGHT * share(inTitle) : 0;
}
