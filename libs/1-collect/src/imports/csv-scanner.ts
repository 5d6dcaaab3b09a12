import { unreadable } from './unreadable.js';

/** A longer line is no piece of feedback, characters. */
const LONGEST_LINE = 1 << 20;
/** A record over several lines that is longer than this is the sign of a quotation mark that is never closed, characters. */
const LONGEST_RECORD = 1 << 18;
/** Characters that may be read in vain behind quotation marks that were never closed; beyond, the file is none of ours. */
const MOST_IN_VAIN = 1 << 25;

const NEVER_CLOSED = 'opens a quotation mark that is never closed';
const CLOSED_WITHIN = 'has a quotation mark within a cell; write it twice, or close it at the end of the cell';

/** What was found: a record, or a line that cannot be taken apart. */
export interface Scanned {
  /** The line on which it begins; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** How many lines it takes. */
  readonly lines: number;
  /** Why it cannot be taken apart; `raw` is the line then. */
  readonly problem?: string;
  readonly raw?: string;
}

const MORE = Symbol('more text is needed');

/**
 * Takes CSV apart as it comes, after RFC 4180. A line that spoils everything behind it (a quotation mark that is never closed)
 * is given up alone, and reading goes on with the line after it.
 */
export class CsvScanner {
  private text = '';
  private at = 0;
  private line = 1;
  private ended = false;
  /** Passing over the rest of a line that is too long. */
  private skipping = false;
  private inVain = 0;
  private nextDelimiter = -1;
  private nextLine = -1;
  private newline: '\n' | '\r' | undefined;

  constructor(private readonly delimiter: string) {}

  /** More text of the file; `end` with the last of it. */
  push(text: string, end: boolean): void {
    this.text = this.text.slice(this.at) + text;
    this.newline ??= this.text.includes('\n')
      ? '\n'
      : this.text.includes('\r') && this.text.length > 1
        ? '\r'
        : undefined;
    [this.at, this.ended, this.nextDelimiter, this.nextLine] = [0, end, -1, -1];
  }

  /**
   * The next record; `undefined` when more text is needed, or when there is no more.
   * @param width cells of the head; a record over several lines with another number of cells is broken at its first line
   * @throws {CodedError} `unreadable-file` when the quotation marks of the file make no sense
   */
  next(width: number | undefined): Scanned | undefined {
    while (this.at < this.text.length) {
      if (this.skipping && !this.skipped()) return undefined;
      const start = this.at;
      const end = this.endOfLine(start);
      if (end - start > LONGEST_LINE) return this.tooLong(end);
      if (end === this.text.length && !this.ended) return undefined;
      if (this.text.slice(start, end).trim() !== '') return this.record(start, width);
      this.pass(end);
    }
    return undefined;
  }

  /** Gives up the line on which a record begins, and goes on behind it. */
  private giveUp(found: Scanned, start: number, problem: string): Scanned {
    // What was found behind the line does not tell where it ends.
    [this.nextDelimiter, this.nextLine] = [-1, -1];
    const end = this.endOfLine(start);
    this.inVain += Math.max(0, this.at - start);
    if (this.inVain > MOST_IN_VAIN)
      throw unreadable(
        `Too many quotation marks are never closed, up to line ${found.line}. Check how the file quotes.`,
      );
    this.line = found.line;
    this.pass(end);
    return { line: found.line, cells: [], lines: 1, problem, raw: this.text.slice(start, end).replace(/\r$/, '') };
  }

  private record(start: number, width: number | undefined): Scanned | undefined {
    const line = this.line;
    const read = this.cells(start);
    if (read === MORE) {
      this.at = start;
      return undefined;
    }
    const found: Scanned = { line, cells: typeof read === 'string' ? [] : read.cells, lines: this.line - line };
    if (typeof read === 'string') return this.giveUp(found, start, read);
    if (read.lines > 1 && width !== undefined && read.cells.length !== width) {
      const cells = `would have ${read.cells.length} cells over ${read.lines} lines where the head has ${width}`;
      return this.giveUp(found, start, `${cells}; is a quotation mark not closed?`);
    }
    return { line, cells: read.cells, lines: read.lines };
  }

  /** The cells of the record that begins at `start`, and behind it; or why there is none. */
  private cells(start: number): { cells: string[]; lines: number } | string | typeof MORE {
    const cells: string[] = [];
    let lines = 1;
    for (let at = start; ;) {
      if (this.text[at] === '"') {
        const quoted = this.quoted(at, start);
        if (typeof quoted !== 'object') return quoted;
        cells.push(quoted.value);
        lines += quoted.lines;
        at = quoted.end;
      } else {
        const end = Math.min(this.delimiterFrom(at), this.endOfLine(at));
        cells.push(this.text.slice(at, end).replace(/\r$/, ''));
        at = end;
      }
      if (at < this.text.length && this.text[at] === this.delimiter) {
        at++;
        continue;
      }
      // A record at the end of what is there may go on in what is still to come.
      if (at >= this.text.length && !this.ended) return MORE;
      this.at = Math.min(at + 1, this.text.length);
      this.line += lines;
      return { cells, lines };
    }
  }

  private quoted(open: number, start: number): { value: string; end: number; lines: number } | string | typeof MORE {
    let value = '';
    for (let at = open + 1; ;) {
      const quote = this.text.indexOf('"', at);
      const last = quote < 0 ? this.text.length : quote;
      if (last - start > LONGEST_RECORD) {
        this.at = last;
        return NEVER_CLOSED;
      }
      if (quote < 0 || (quote + 2 >= this.text.length && !this.ended)) {
        this.at = last;
        return this.ended ? NEVER_CLOSED : MORE;
      }
      value += this.text.slice(at, quote);
      if (this.text[quote + 1] === '"') {
        value += '"';
        at = quote + 2;
        continue;
      }
      const end = this.text.startsWith('\r\n', quote + 1) ? quote + 2 : quote + 1;
      const after = this.text[end];
      this.at = end;
      if (after !== undefined && after !== this.delimiter && after !== (this.newline ?? '\n')) return CLOSED_WITHIN;
      return { value, end, lines: value.split(this.newline ?? '\n').length - 1 };
    }
  }

  private endOfLine(from: number): number {
    if (this.nextLine < from) {
      const found = this.text.indexOf(this.newline ?? '\n', from);
      this.nextLine = found < 0 ? this.text.length : found;
    }
    return this.nextLine;
  }

  private delimiterFrom(from: number): number {
    if (this.nextDelimiter < from) {
      const found = this.text.indexOf(this.delimiter, from);
      this.nextDelimiter = found < 0 ? this.text.length : found;
    }
    return this.nextDelimiter;
  }

  /** Passes a line that ends at `end`, its break included. */
  private pass(end: number): void {
    this.at = Math.min(end + 1, this.text.length);
    if (end < this.text.length) this.line++;
  }

  private tooLong(end: number): Scanned {
    const { line } = this;
    this.skipping = end === this.text.length && !this.ended;
    if (this.skipping) this.at = end;
    else this.pass(end);
    const problem = `the line is longer than ${LONGEST_LINE.toLocaleString('en')} characters`;
    return { line, cells: [], lines: 1, problem, raw: '' };
  }

  private skipped(): boolean {
    const end = this.endOfLine(this.at);
    if (end === this.text.length) {
      this.at = end;
      return false;
    }
    this.skipping = false;
    this.pass(end);
    return true;
  }
}
