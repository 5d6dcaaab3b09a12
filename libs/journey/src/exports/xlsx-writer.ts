import { harmless, type CellValue } from './csv.js';
import { ZipWriter } from './zip-writer.js';

/** Rows of one sheet; Excel has room for 1,048,576. */
const SHEET_ROWS = 1_000_000;
/** Characters of one cell, the limit of Excel. */
const CELL_CHARACTERS = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An XLSX file as it goes: one sheet, or more where there are more than a million rows. Texts are texts: no cell is a formula.
 * @param pages the rows below the head, some at a time
 */
export async function* xlsxFile(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<Buffer> {
  const zip = new ZipWriter();
  const rows = pages[Symbol.asyncIterator]();
  const state = { ended: false, waiting: [] as (readonly CellValue[])[] };
  let sheets = 0;
  try {
    do yield* zip.entry(`xl/worksheets/sheet${++sheets}.xml`, sheetXml(head, rows, state));
    while (!state.ended || state.waiting.length > 0);
  } finally {
    await rows.return?.();
  }
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  for (const [name, text] of Object.entries(frame(numbers))) yield* zip.entry(name, once(text));
  yield zip.end();
}

async function* sheetXml(
  head: readonly string[],
  pages: AsyncIterator<readonly (readonly CellValue[])[]>,
  state: { ended: boolean; waiting: (readonly CellValue[])[] },
): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(head, 1)}`;
  let written = 1;
  while (written < SHEET_ROWS) {
    if (state.waiting.length === 0) {
      const next = await pages.next();
      state.ended = next.done === true;
      if (next.done) break;
      state.waiting = [...next.value];
    }
    const rows = state.waiting.splice(0, SHEET_ROWS - written);
    yield rows.map((row) => rowXml(row, ++written)).join('');
  }
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly CellValue[], number: number): string {
  return `<row r="${number}">${cells.map((value, index) => cellXml(value, `${letters(index)}${number}`)).join('')}</row>`;
}

function cellXml(value: CellValue, place: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = escaped(harmless(value).slice(0, CELL_CHARACTERS));
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 0 → `A`, 27 → `AB`; an export has no more than two letters' worth of columns. */
function letters(column: number): string {
  const letter = (index: number) => String.fromCharCode(65 + index);
  return column < 26 ? letter(column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
}

/** XML has no place for control characters, nor for halves of pairs. */
function escaped(text: string): string {
  return text
    .toWellFormed()

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Everything of the file but its sheets. */
function frame(numbers: readonly number[]): Record<string, string> {
  const each = (line: (number: number) => string) => numbers.map(line).join('');
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${each((number) => part(`/xl/worksheets/sheet${number}.xml`, 'worksheet'))}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((number) => `<sheet name="feedback${number === 1 ? '' : number}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}">${each((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
