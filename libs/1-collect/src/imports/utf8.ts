import { isUtf8 } from 'node:buffer';
import { fromGb18030, type Whole } from './gb18030.js';

/** How the characters of a file are written. */
export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Some whole characters of a file. */
export interface Utf8 {
  readonly bytes: Buffer;
  /** Bytes of the file read so far, these included. */
  readonly at: number;
  /** True from the first place on where bytes are not of the encoding; they read as U+FFFD. */
  readonly damaged: boolean;
}

/** The bytes of a file in pieces of whole characters as UTF-8, without a byte order mark. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Utf8> {
  const whole = encoding === 'utf-8' ? wholeCharacters() : fromGb18030();
  let at = 0;
  let damaged = false;
  for await (const chunk of chunks) {
    const { bytes, sound } = whole(chunk, false);
    damaged ||= !sound;
    const marked = at === 0 && bytes.subarray(0, 3).equals(BOM);
    yield { bytes: marked ? bytes.subarray(3) : bytes, at: (at += chunk.length), damaged };
  }
  const { bytes, sound } = whole(Buffer.alloc(0), true);
  if (bytes.length > 0) yield { bytes, at, damaged: damaged || !sound };
}

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

/** How many bytes at the end belong to a UTF-8 character that is not complete, 0 to 3. */
export function begunCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
