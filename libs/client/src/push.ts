import type { BatchResult, Piece, RowResult } from './types.js';

/** A row that was pushed, and what became of it. `index` is its position in the whole. */
export interface Pushed<P extends Piece = Piece> extends RowResult {
  readonly piece: P;
}

/** How many rows and characters go in one request: well below what the API takes (5,000 rows, 8 MB). */
const ROWS = 1_000;
const CHARACTERS = 2_000_000;

/** Sends one request of NDJSON lines; `repeatable` when no row in it could be taken twice. */
export type SendLines = (lines: string, repeatable: boolean) => Promise<BatchResult>;

/**
 * Pushes any number of pieces, request by request, and tells row by row what became of them. Rows that are not taken up
 * are not read further, so that a database cursor can be given.
 */
export async function* push<P extends Piece>(
  pieces: Iterable<P> | AsyncIterable<P>,
  send: SendLines,
): AsyncGenerator<Pushed<P>> {
  let done = 0;
  for await (const { rows, lines } of lots(pieces)) {
    const { results } = await send(lines, rows.every(isTakenOnce));
    for (const result of results) {
      const piece = rows[result.index];
      if (piece) yield { ...result, index: done + result.index, piece };
    }
    done += rows.length;
  }
}

/** With a source and an id of the sender's own, a piece is the same piece however often it comes. */
export function isTakenOnce({ externalId }: Piece): boolean {
  return externalId !== undefined;
}

async function* lots<P extends Piece>(
  pieces: Iterable<P> | AsyncIterable<P>,
): AsyncGenerator<{ rows: P[]; lines: string }> {
  let [rows, lines]: [P[], string] = [[], ''];
  for await (const piece of pieces) {
    const line = `${JSON.stringify(piece)}\n`;
    if (rows.length > 0 && (rows.length === ROWS || lines.length + line.length > CHARACTERS)) {
      yield { rows, lines };
      [rows, lines] = [[], ''];
    }
    rows.push(piece);
    lines += line;
  }
  if (rows.length > 0) yield { rows, lines };
}
