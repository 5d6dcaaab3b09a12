import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { crc32, deflateRawSync } from 'node:zlib';
import { Archive, type Bytes } from './archive.js';
import { xlsxRows } from './xlsx-rows.js';

function bytesOf(file: Buffer): Bytes {
  return {
    size: file.length,
    async *read(start, end) {
      for (let at = start; at < end; at += 1_000) yield file.subarray(at, Math.min(end, at + 1_000));
    },
  };
}

async function rows(file: Buffer, sheet?: string): Promise<string[]> {
  const all: string[] = [];
  for await (const { rows } of xlsxRows(bytesOf(file), sheet))
    all.push(
      ...rows.map(({ number, cells, problem }) => `${number} ${problem ?? JSON.stringify(Object.values(cells))}`),
    );
  return all;
}

/** A ZIP archive of some entries; `claimed` is the size that it says an entry has. */
function zip(entries: Readonly<Record<string, { content: Buffer; claimed?: number }>>): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  for (const [name, { content, claimed = content.length }] of Object.entries(entries)) {
    const packed = deflateRawSync(content, { level: 9 });
    const offset = Buffer.concat(locals).length;
    const fields = Buffer.alloc(26);
    [20, 0, 8, 0, 33].forEach((value, index) => fields.writeUInt16LE(value, 2 * index));
    [crc32(content), packed.length, claimed].forEach((value, index) => fields.writeUInt32LE(value, 10 + 4 * index));
    fields.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, at.subarray(0, 0), at, Buffer.from(name));
  }
  const [head, directory] = [Buffer.concat(locals), Buffer.concat(central)];
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, directory, end]);
}

const xml = (text: string) => ({ content: Buffer.from(text) });
const book = {
  'xl/workbook.xml': xml('<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': xml('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
};
const sheet = (text: string) => ({
  'xl/worksheets/sheet1.xml': xml(`<worksheet><sheetData>${text}</sheetData></worksheet>`),
});

describe('a spreadsheet', () => {
  it('has rows as they are shown, numbered as in the spreadsheet', async () => {
    const excel = new ExcelJS.Workbook();
    const page = excel.addWorksheet('页');
    page.addRows([
      ['a', 'b', 'c'],
      ['<&>', 1.5, true],
      [],
      [new Date('2026-02-28T11:25:05Z'), null, { formula: '1+1', result: 2 }],
    ]);
    page.getCell('A6').value = { richText: [{ text: '宽' }, { text: '带', font: { bold: true } }] };
    page.getCell('B6').value = 43_524;
    page.getCell('B6').numFmt = 'yyyy"年"m"月"d"日"';
    page.getCell('C6').value = 7;
    page.getCell('C6').numFmt = '0.00" d"';
    expect(await rows(Buffer.from(await excel.xlsx.writeBuffer()))).toEqual([
      '2 ["<&>","1.5","true"]',
      '4 ["2026-02-28 11:25:05","","2"]',
      '6 ["宽带","2019-02-28 00:00:00","7"]',
    ]);
  });

  it('may be written by hand: texts within the cell, gaps, entities, CDATA, prefixes', async () => {
    const text =
      '<row r="1"><c t="inlineStr" r="A1"><is><t>a</t></is></c><c r="C1" t="str"><v>c</v></c></row>' +
      '<x:row><x:c r="C2"><x:v>1.3800001234E10</x:v></x:c></x:row><!-- > --><row r="9"><c t="inlineStr"><is><t>&#20320;<![CDATA[<b>]]>&amp;</t></is></c></row>';
    expect(await rows(zip({ ...book, ...sheet(text) }))).toEqual(['2 ["","","13800001234"]', '9 ["你<b>&","",""]']);
  });

  it('that is a bomb is refused by what it claims, before anything is unpacked', async () => {
    const bomb = zip({ ...book, ...sheet(`<row>${' '.repeat(50_000_000)}`) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(Archive.open(bytesOf(bomb))).rejects.toThrow('unpacks to far more');
  });

  it('that lies about its size is caught while it is unpacked', async () => {
    const content = Buffer.from(`<worksheet>${' '.repeat(50_000_000)}`);
    const liar = zip({ ...book, 'xl/worksheets/sheet1.xml': { content, claimed: 1_000 } });
    await expect(rows(liar)).rejects.toThrow(/damaged|unpacks to far more/);
  });

  it('that is none, is damaged or holds entities of its own is refused', async () => {
    await expect(rows(zip({ 'word/document.xml': xml('<w/>') }))).rejects.toThrow('no XLSX');
    await expect(rows(zip(book))).rejects.toThrow('damaged');
    const whole = zip({ ...book, ...sheet('<row/>') });
    await expect(rows(whole.subarray(0, whole.length - 30))).rejects.toThrow('damaged');
    await expect(rows(zip({ ...book, ...sheet('<!DOCTYPE x [<!ENTITY a "b">]>') }))).rejects.toThrow('DOCTYPE');
    await expect(rows(zip({ ...book, ...sheet('<row/>') }), 'other')).rejects.toThrow('There are: s');
  });
});
