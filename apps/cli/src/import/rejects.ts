import { type WriteStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Row } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import { count } from '../progress.js';

const SHOWN = 10;

/** The rows that were not taken: all of them in a file, or the first ten for the person at the keyboard. */
export class Rejects {
  count = 0;
  /** The first ones, as lines; empty when there is a file. */
  private readonly shown: string[] = [];
  private readonly file: WriteStream | undefined;
  private failure: Error | undefined;

  /** @param path a JSONL file `{"row":3,"reason":"…","data":{…}}` that only its owner may read: it holds what customers wrote */
  constructor(private readonly path: string | undefined) {
    if (path === undefined) return;
    this.file = createWriteStream(path, { mode: 0o600 });
    this.file.on('error', (error) => (this.failure = error));
  }

  add({ number, cells }: Row, reason: string): void {
    this.count++;
    if (this.file) this.file.write(`${JSON.stringify({ row: number, reason, data: cells })}\n`);
    else if (this.shown.length < SHOWN) this.shown.push(`row ${number}: ${reason}`);
  }

  /**
   * Waits until what was added is written.
   * @throws {OperatorError} when the file cannot be written
   */
  async flush(): Promise<void> {
    if (this.failure) throw new OperatorError(`--rejects ${this.path} cannot be written (${this.failure.message}).`);
    if (this.file?.writableNeedDrain) await Promise.race([once(this.file, 'drain'), once(this.file, 'close')]);
  }

  /** The rejects in words for the person at the keyboard, line by line. */
  told(): string[] {
    const more = this.count - this.shown.length;
    if (this.count === 0) return [];
    if (this.path !== undefined) return [`The rejected rows, with the reason for each, are in ${this.path}.`];
    return more === 0 ? this.shown : [...this.shown, `… and ${count(more)} more; --rejects <file> keeps all of them.`];
  }

  async close(): Promise<void> {
    await this.flush();
    if (!this.file || this.file.closed) return;
    this.file.end();
    await once(this.file, 'close');
    await this.flush();
  }
}
