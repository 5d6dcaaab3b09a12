import { isBeginning, queryTokens } from '../../text/search.js';

/** What somebody looks for as a `tsquery` (all words must be there); undefined when there is no word in it. */
export function searchQuery(q: string): string | undefined {
  const tokens = queryTokens(q);
  if (tokens.length === 0) return undefined;
  return tokens
    .map((token) => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isBeginning(token) ? ':*' : ''}`)
    .join(' & ');
}
