import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { perSecond } from './bench.js';
import { columns, copyLine, ITEM_COLUMNS, row, WORDS_COLUMNS, type SentRow } from './rows.js';
import type { BenchServer } from './server.js';

/**
 * Copies rows into the tables that accepting writes, in one transaction; the text of the COPY is made beforehand.
 * @returns rows a second
 */
export async function copyRows(server: BenchServer, rows: number, make: () => SentRow = row): Promise<number> {
  let words = '';
  let items = '';
  for (let index = 0; index < rows; index++) {
    const made = columns(make());
    words += copyLine(made.words);
    items += copyLine(made.item);
  }
  const client = await server.db.pool.connect();
  try {
    return await perSecond(rows, async () => {
      await client.query('begin');
      await pipeline(
        Readable.from(pieces(items)),
        client.query(copyFrom(`copy feedback (${ITEM_COLUMNS}) from stdin`)),
      );
      await pipeline(
        Readable.from(pieces(words)),
        client.query(copyFrom(`copy feedback_words (${WORDS_COLUMNS}) from stdin`)),
      );
      await client.query('commit');
    });
  } finally {
    client.release();
  }
}

function* pieces(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}
