import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { asUtf8, begunCharacter, csvRows, type Encoding, jsonRows, type Rows } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';

/** How the rows of a file are written. */
export const FORMATS = ['jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const CHUNK_BYTES = 1 << 18;

/** A file with rows. */
export interface RowsFile {
  readonly path: string;
  readonly format: Format;
  readonly encoding: Encoding;
}

/** The format that the name of a file tells. */
export function formatOf(path: string): Format {
  const ending = /\.([^.]+)$/.exec(path.toLowerCase())?.[1];
  if (ending === 'csv') return 'csv';
  if (ending === 'jsonl' || ending === 'ndjson') return 'jsonl';
  throw new OperatorError(`What is in ${path}? Add --format ${FORMATS.join(' or --format ')}.`);
}

/**
 * The rows of a file from its begin to its end, in bounded memory. A row that cannot be read has a `problem`.
 * @throws {OperatorError} when it cannot be opened, or is of another encoding from its beginning on
 * @throws {CodedError} `unreadable-file`
 */
export function readRows({ path, format, encoding }: RowsFile): AsyncGenerator<Rows> {
  const bytes = asUtf8(bytesOf(path, encoding), encoding);
  return format === 'csv' ? csvRows(bytes) : jsonRows(bytes);
}

async function* bytesOf(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  let first = true;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      if (first) refuseOtherEncoding(path, chunk, encoding);
      first = false;
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'EACCES', 'EISDIR', 'EIO'].includes(code ?? '')) throw error;
    throw new OperatorError(`${path} cannot be read (${code}); name a file that can.`, { cause: error });
  }
}

/** Tells the usual mistakes from a single damaged row: UTF-16, and GB18030 (what Excel writes in China) taken for UTF-8. */
function refuseOtherEncoding(file: string, first: Buffer, encoding: Encoding): void {
  const mark = first.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe' || mark === '\xfe\xff') throw new OperatorError(`${file} is UTF-16; save it as UTF-8.`);
  if (encoding !== 'utf-8' || isUtf8(first.subarray(0, first.length - begunCharacter(first)))) return;
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(first, { stream: true });
  } catch {
    // Neither: some bytes are damaged. Their rows will be rejected one by one.
    return;
  }
  throw new OperatorError(`${file} is not UTF-8; if it is from a Chinese Windows, add --encoding gb18030.`);
}
