import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { unreadable } from '../unreadable.js';

/** Bytes that can be read from anywhere: a file that may lie in pieces in a database. */
export interface Bytes {
  readonly size: number;
  /** @param end not included */
  read(start: number, end: number): AsyncIterable<Buffer>;
}

/** What a spreadsheet may come to when unpacked, bytes; and an entry in comparison to what it is packed. */
export interface ZipLimits {
  readonly total: number;
  readonly ratio: number;
  readonly entries: number;
}

/** Real spreadsheets unpack to 5 to 30 times their size, tables of zeros to 100 times; deflate can do 1,032 times. */
export const ZIP_LIMITS: ZipLimits = { total: 1 << 30, ratio: 200, entries: 5_000 };

/** Below this a high ratio does no harm, bytes. */
const SMALL = 1 << 22;

const BOMB = 'The spreadsheet unpacks to far more than a spreadsheet holds. Save it anew, or as CSV.';

/**
 * A ZIP archive whose sizes are checked twice: those that its directory claims before anything is unpacked, and those
 * that come out while it is.
 */
export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ZipLimits,
  ) {}

  /** @throws {CodedError} `unreadable-file` */
  static async open(bytes: Bytes, limits: ZipLimits = ZIP_LIMITS): Promise<Archive> {
    const zip = await opened(bytes);
    const entries = new Map<string, Entry>();
    let total = 0;
    for await (const entry of each(zip)) {
      total += entry.uncompressedSize;
      const inflated = entry.uncompressedSize > SMALL && entry.uncompressedSize > limits.ratio * entry.compressedSize;
      if (entries.size >= limits.entries || total > limits.total || inflated) throw unreadable(BOMB);
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
    return new Archive(zip, entries, limits);
  }

  /** What an entry holds, as text; `undefined` when there is none of that name. */
  text(name: string): AsyncIterable<string> | undefined {
    const entry = this.entries.get(name.replace(/^\//, ''));
    return entry && this.unpack(entry);
  }

  /** Bytes of an entry when unpacked, as its directory claims. */
  sizeOf(name: string): number {
    return this.entries.get(name.replace(/^\//, ''))?.uncompressedSize ?? 0;
  }

  private async *unpack(entry: Entry): AsyncGenerator<string> {
    if (entry.isEncrypted()) throw unreadable('The spreadsheet has a password. Save it without one.');
    const stream = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, found) => (found ? resolve(found) : reject(broken(error)))),
    );
    // Somebody has to listen also when reading has ended early.
    stream.on('error', () => undefined);
    const decoder = new TextDecoder();
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.unpacked += chunk.length;
        const inflated = size > SMALL && size > this.limits.ratio * entry.compressedSize;
        // Shared texts and formats are read once for each reading of the file, so twice the total is nobody's spreadsheet.
        if (inflated || this.unpacked > 2 * this.limits.total) throw unreadable(BOMB);
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      throw broken(error);
    } finally {
      stream.destroy();
    }
  }
}

function opened(bytes: Bytes): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return new Promise((resolve, reject) =>
    fromRandomAccessReader(new Reader(bytes), bytes.size, options, (error, zip) =>
      zip ? resolve(zip) : reject(broken(error)),
    ),
  );
}

async function* each(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left--) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('error', (error: Error) => reject(broken(error)));
      zip.once('end', () => reject(broken(undefined)));
      zip.readEntry();
    });
    zip.removeAllListeners();
    zip.on('error', () => undefined);
  }
}

class Reader extends RandomAccessReader {
  constructor(private readonly bytes: Bytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.bytes.read(start, end), { objectMode: false });
  }
}

/** What the archive itself says is told; troubles of another kind (a database that is away) stay what they are. */
function broken(error: unknown): Error {
  const { code = '', name = '', message = '' } = (error ?? {}) as { code?: string; name?: string; message?: string };
  if (name === 'CodedError' || (code !== '' && !/^(Z_|ERR_STREAM)/.test(code))) return error as Error;
  return unreadable(
    `The spreadsheet is damaged (${message.slice(0, 200) || 'it ends too early'}). Save it anew, or as CSV.`,
  );
}
