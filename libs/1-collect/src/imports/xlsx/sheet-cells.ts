import { XmlTokens } from './xml-tokens.js';
import { type SharedTexts } from './shared-texts.js';
import { type Workbook } from './workbook.js';

/** More columns have no name in a spreadsheet. */
const MOST_COLUMNS = 16_384;
const DAYS_TO_1970 = 25_569;
const DAYS_1900_TO_1904 = 1_462;

/** Takes the XML of a sheet apart into rows of texts. */
export class SheetCells {
  private done: { number: number; record: string[] }[] = [];
  private record: string[] = [];
  private number = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private readonly tokens = new XmlTokens({
    open: (name, attribute) => this.open(name, attribute),
    text: (text) => {
      if (this.inValue) this.value += text;
    },
    close: (name) => this.close(name),
  });

  constructor(
    private readonly texts: SharedTexts,
    private readonly workbook: Pick<Workbook, 'dates' | 'since1904'>,
  ) {}

  /** The rows that end in this piece of the document, with their numbers in the spreadsheet. */
  push(chunk: string): { number: number; record: string[] }[] {
    this.tokens.push(chunk);
    return this.done.splice(0);
  }

  private open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.number = Number(attribute('r') ?? this.number + 1);
      [this.record, this.column] = [[], 0];
    } else if (name === 'c') {
      this.column = columnOf(attribute('r')) ?? this.column;
      [this.type, this.style, this.value] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0), ''];
    } else if (name === 'v' || name === 't') this.inValue = true;
    else if (name === 'rPh') this.inValue = false;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') {
      if (this.value !== '' && this.column < MOST_COLUMNS) this.put(this.shown());
      this.column++;
    } else if (name === 'row') this.done.push({ number: this.number, record: this.record });
  }

  private put(text: string): void {
    while (this.record.length < this.column) this.record.push('');
    this.record[this.column] = text;
  }

  private shown(): string {
    if (this.type === 's') return this.texts.get(Number(this.value)) ?? '';
    if (this.type === 'b') return this.value === '1' ? 'true' : 'false';
    if (this.type !== 'n') return this.value;
    const number = Number(this.value);
    if (this.workbook.dates[this.style] && Number.isFinite(number)) return this.moment(number);
    // 1.3800001234E10 is a telephone number; a long one keeps the digits that the file has.
    return /[eE]/.test(this.value) && Number.isSafeInteger(number) ? String(number) : this.value;
  }

  private moment(days: number): string {
    const since1900 = days + (this.workbook.since1904 ? DAYS_1900_TO_1904 : 0);
    // A time of day alone, or a date that no calendar has.
    if (since1900 < 1 || since1900 > 2_958_466) return this.value;
    const date = new Date(Math.round((since1900 - DAYS_TO_1970) * 86_400) * 1_000);
    return date.toISOString().slice(0, 19).replace('T', ' ');
  }
}

/** `AB12` → 27 */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? [];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}
