import { type Archive } from './archive.js';
import { XmlTokens } from './xml-tokens.js';
import { unreadable } from '../unreadable.js';

/** What the texts of a workbook may come to in memory, bytes. */
const MOST_BYTES = 1 << 27;
const BLOCK_BYTES = 1 << 20;

/** The texts that cells refer to by number; kept as UTF-8 in large blocks, so that a million of them cost no million objects. */
export class SharedTexts {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK_BYTES;
  /** For each text: block, first byte, length. */
  private places = new Uint32Array(3 * 1024);
  private count = 0;
  private bytes = 0;

  /**
   * @param most bytes that they may come to
   * @throws {CodedError} `unreadable-file` when there are too many
   */
  static async read(archive: Archive, most = MOST_BYTES): Promise<SharedTexts> {
    const texts = new SharedTexts();
    let [text, inText, phonetic] = ['', false, false];
    const tokens = new XmlTokens({
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') phonetic = true;
        inText = name === 't' && !phonetic;
      },
      text: (more) => {
        if (inText) text += more;
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name === 'rPh') phonetic = false;
        if (name === 'si') texts.add(text, most);
      },
    });
    for await (const chunk of archive.text('xl/sharedStrings.xml') ?? []) tokens.push(chunk);
    return texts;
  }

  /** The text of that number, counted from 0. */
  get(number: number): string | undefined {
    if (!(number < this.count)) return undefined;
    const [block = 0, start = 0, length = 0] = this.places.subarray(3 * number, 3 * number + 3);
    return this.blocks[block]?.toString('utf8', start, start + length);
  }

  private add(text: string, most: number): void {
    const length = Buffer.byteLength(text);
    this.bytes += length + 12;
    if (this.bytes > most) throw unreadable('The spreadsheet holds too much text for one file. Save it as CSV.');
    if (this.used + length > BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(Math.max(BLOCK_BYTES, length)));
      this.used = 0;
    }
    if (3 * this.count === this.places.length) {
      const grown = new Uint32Array(2 * this.places.length);
      grown.set(this.places);
      this.places = grown;
    }
    this.blocks.at(-1)?.write(text, this.used);
    this.places.set([this.blocks.length - 1, this.used, length], 3 * this.count++);
    this.used += length;
  }
}
