import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { OperatorError } from '@huiyin/config';

/** How the characters of a file are written. */
export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const CHUNK_BYTES = 1 << 18;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Some whole characters of a file. */
export interface Utf8 {
  readonly bytes: Buffer;
  /** Bytes of the file read so far, these included. */
  readonly at: number;
  /** True from the first place on where bytes are not of the encoding; they read as U+FFFD. */
  readonly damaged: boolean;
}

/**
 * Reads a file in pieces of whole characters as UTF-8, without a byte order mark.
 * @throws {OperatorError} when it cannot be read, or is of another encoding from its beginning on
 */
export async function* readUtf8(file: string, encoding: Encoding): AsyncGenerator<Utf8> {
  const whole = encoding === 'utf-8' ? wholeCharacters() : transcoder(encoding);
  let at = 0;
  let damaged = false;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      if (at === 0) refuseOtherEncoding(file, chunk, encoding);
      const { bytes, sound } = whole(chunk, false);
      damaged ||= !sound;
      yield {
        bytes: at === 0 && bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes,
        at: (at += chunk.length),
        damaged,
      };
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'EACCES', 'EISDIR', 'EIO'].includes(code ?? '')) throw error;
    throw new OperatorError(`${file} cannot be read (${code}); name a file that can.`, { cause: error });
  }
  const { bytes, sound } = whole(Buffer.alloc(0), true);
  if (bytes.length > 0) yield { bytes, at, damaged: damaged || !sound };
}

type Whole = (chunk: Buffer, end: boolean) => { bytes: Buffer; sound: boolean };

/** Keeps the first bytes of a character back until its last one has come. */
function wholeCharacters(): Whole {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk, end) => {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = end ? all.length : all.length - begunCharacter(all);
    rest = all.subarray(cut);
    const bytes = all.subarray(0, cut);
    return { bytes, sound: isUtf8(bytes) };
  };
}

/** How many bytes at the end belong to a character that is not complete, 0 to 3. */
function begunCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function transcoder(encoding: Encoding): Whole {
  const decoder = new TextDecoder(encoding);
  return (chunk, end) => {
    const text = decoder.decode(chunk, { stream: !end });
    return { bytes: Buffer.from(text), sound: !text.includes('\ufffd') };
  };
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
