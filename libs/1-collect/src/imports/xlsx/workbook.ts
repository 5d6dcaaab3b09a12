import { type Archive } from './archive.js';
import { XmlTokens, type XmlHandler } from './xml-tokens.js';
import { unreadable } from '../unreadable.js';

/** What is known of a workbook before its rows are read. */
export interface Workbook {
  /** The sheets in the order of their tabs: name → place in the archive. */
  readonly sheets: ReadonlyMap<string, string>;
  /** True when days are counted from 1904, as old Macs did. */
  readonly since1904: boolean;
  /** Number of a cell's format → whether it shows a moment. */
  readonly dates: readonly boolean[];
}

const FOLDER = 'xl/';

/** @throws {CodedError} `unreadable-file` when it is no workbook */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await read(archive.text(`${FOLDER}_rels/workbook.xml.rels`), (name, attribute) => {
    if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
  });
  const sheets = new Map<string, string>();
  let since1904 = false;
  const book = archive.text(`${FOLDER}workbook.xml`);
  if (!book) throw unreadable('The file is a ZIP archive and no XLSX. Send the file itself, as XLSX, CSV or NDJSON.');
  await read(book, (name, attribute) => {
    if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    const target = name === 'sheet' ? targets.get(attribute('id') ?? '') : undefined;
    if (target) sheets.set(attribute('name') ?? '', target.startsWith('/') ? target.slice(1) : FOLDER + target);
  });
  return { sheets, since1904, dates: await readDates(archive) };
}

/**
 * Where the rows of a sheet are: of the named one, or of the first.
 * @throws {CodedError} `unreadable-file` naming the sheets there are
 */
export function placeOf({ sheets }: Workbook, wanted: string | undefined): string {
  const place = wanted === undefined ? [...sheets.values()][0] : sheets.get(wanted);
  if (place === undefined)
    throw unreadable(`There is no sheet "${wanted ?? ''}". There are: ${[...sheets.keys()].join(', ').slice(0, 500)}`);
  return place;
}

/** Formats that every spreadsheet has without naming them; 27 to 58 as in Chinese and Japanese versions. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

async function readDates(archive: Archive): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  const close = (name: string) => (inCells = inCells && name !== 'cellXfs');
  await read(
    archive.text(`${FOLDER}styles.xml`),
    (name, attribute) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), isDateFormat(attribute('formatCode') ?? ''));
      const id = Number(attribute('numFmtId'));
      if (name === 'xf' && inCells) dates.push(own.get(id) ?? isBuiltInDate(id));
    },
    close,
  );
  return dates;
}

/** `yyyy"年"m"月"d"日"` is one, `0.00 "dm"` is none. */
function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, ''));
}

/** Reads a document whole, element by element; nothing when there is none. */
async function read(
  text: AsyncIterable<string> | undefined,
  open: XmlHandler['open'],
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const tokens = new XmlTokens({ open, text: () => undefined, close });
  for await (const chunk of text ?? []) tokens.push(chunk);
}
