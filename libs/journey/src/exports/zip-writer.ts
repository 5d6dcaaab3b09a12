import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const DESCRIPTOR = 0x08074b50;
const END = 0x06054b50;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the first day that ZIP knows. */
const DAY = 0x0021;
const UINT32 = 2 ** 32;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Writes a ZIP archive as it goes (APPNOTE 6.3, without ZIP64), never faster than it is read: each entry is packed while
 * it is made, and its sizes follow it.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;

  /** @throws {RangeError} when the archive would need ZIP64, at 4 GB */
  async *entry(name: string, content: AsyncIterable<string>): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(name);
    const begin = this.offset;
    let [crc, size, packed] = [0, 0, 0];
    const counted = async function* () {
      for await (const text of content) {
        const part = Buffer.from(text);
        crc = crc32(part, crc);
        size += part.length;
        yield part;
      }
    };
    yield this.count(head(LOCAL, [VERSION, FLAGS, DEFLATE, 0, DAY], [0, 0, 0], bytes));
    const source = Readable.from(counted(), { objectMode: false });
    const deflate = createDeflateRaw();
    source.once('error', (error) => deflate.destroy(error));
    try {
      for await (const chunk of source.pipe(deflate) as AsyncIterable<Buffer>) {
        packed += chunk.length;
        yield this.count(chunk);
      }
    } finally {
      source.destroy();
      deflate.destroy();
    }
    if (size >= UINT32 || this.offset + packed >= UINT32)
      throw new RangeError('The archive would be larger than 4 GB.');
    const descriptor = Buffer.alloc(16);
    [DESCRIPTOR, crc, packed, size].forEach((value, index) => descriptor.writeUInt32LE(value, 4 * index));
    yield this.count(descriptor);
    this.entries.push({ name: bytes, crc, packed, size, offset: begin });
  }

  /** The directory that ends the archive. */
  end(): Buffer {
    const directory = this.entries.map(({ name, crc, packed, size, offset }) => {
      const fixed = head(CENTRAL, [VERSION, VERSION, FLAGS, DEFLATE, 0, DAY], [crc, packed, size], name);
      const at = Buffer.alloc(14);
      at.writeUInt32LE(offset, 10);
      return Buffer.concat([fixed.subarray(0, fixed.length - name.length), at, name]);
    });
    const bytes = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(bytes.length, 12);
    end.writeUInt32LE(this.offset, 16);
    return Buffer.concat([bytes, end]);
  }

  private count(bytes: Buffer): Buffer {
    this.offset += bytes.length;
    return bytes;
  }
}

/** The fields that the head of an entry and its line in the directory share, and the name behind them. */
function head(signature: number, shorts: readonly number[], longs: readonly number[], name: Buffer): Buffer {
  const fields = Buffer.alloc(4 + 2 * shorts.length + 4 * longs.length + 4);
  fields.writeUInt32LE(signature, 0);
  shorts.forEach((value, index) => fields.writeUInt16LE(value, 4 + 2 * index));
  longs.forEach((value, index) => fields.writeUInt32LE(value, 4 + 2 * shorts.length + 4 * index));
  fields.writeUInt16LE(name.length, fields.length - 4);
  return Buffer.concat([fields, name]);
}
