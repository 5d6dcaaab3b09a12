import type { Sql } from '@huiyin/database';
import { createHash } from 'node:crypto';
import type { FileKey } from './file-key.js';
import type { Bytes } from './xlsx/archive.js';

/** Bytes of each piece of a file but the last. */
const CHUNK_BYTES = 1 << 18;

/**
 * Stores a file piece by piece as it comes; never more than one piece is in memory.
 * @returns how many bytes it had, and its SHA-256 in hexadecimal
 */
export async function storeFile(
  sql: Sql,
  id: string,
  key: FileKey,
  content: AsyncIterable<Buffer>,
): Promise<{ bytes: number; hash: string }> {
  const sha = createHash('sha256');
  let [waiting, held, number, bytes]: [Buffer[], number, number, number] = [[], 0, 0, 0];
  const store = async (piece: Buffer) => {
    const place = chunkPlace(number);
    await sql.query('insert into import_chunk (import_id, number, sealed) values ($1, $2, $3)', [
      id,
      number++,
      key.seal(piece, place),
    ]);
  };
  for await (const chunk of content) {
    sha.update(chunk);
    bytes += chunk.length;
    waiting.push(chunk);
    held += chunk.length;
    while (held >= CHUNK_BYTES) {
      const all = Buffer.concat(waiting);
      await store(all.subarray(0, CHUNK_BYTES));
      waiting = [all.subarray(CHUNK_BYTES)];
      held -= CHUNK_BYTES;
    }
  }
  if (held > 0) await store(Buffer.concat(waiting));
  return { bytes, hash: sha.digest('hex') };
}

/** A stored file; read piece by piece, from wherever. */
export class StoredFile implements Bytes {
  constructor(
    private readonly sql: Sql,
    private readonly id: string,
    private readonly key: FileKey,
    readonly size: number,
  ) {}

  async *read(start = 0, end = this.size): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const number = Math.floor(at / CHUNK_BYTES);
      const [row] = await this.sql.query<{ sealed: Buffer }>(
        'select sealed from import_chunk where import_id = $1 and number = $2',
        [this.id, number],
      );
      if (!row) throw new Error(`The file of the import ${this.id} is no longer there.`);
      const piece = this.key.open(row.sealed, chunkPlace(number));
      const from = at - number * CHUNK_BYTES;
      const part = piece.subarray(from, Math.min(piece.length, from + end - at));
      at += part.length;
      if (part.length === 0) return;
      yield part;
    }
  }
}

function chunkPlace(number: number): string {
  return `import_chunk ${number}`;
}
