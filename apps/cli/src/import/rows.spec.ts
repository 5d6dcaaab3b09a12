import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Encoding, type Row } from '@huiyin/collect';
import { type Format, formatOf, readRows } from './rows.js';

describe('the rows of a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-rows-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function rows(content: string | Buffer, format: Format, encoding: Encoding = 'utf-8'): Promise<Row[]> {
    const path = join(folder, 'rows');
    writeFileSync(path, content);
    const all: Row[] = [];
    for await (const { rows } of readRows({ path, format, encoding })) all.push(...rows);
    return all;
  }

  /** Rows as `number cells` or `number problem`. */
  const short = (all: readonly Row[]) =>
    all.map(({ number, cells, problem }) => `${number} ${problem ?? JSON.stringify(cells)}`);

  it('are records of CSV with a head: quotation marks, line breaks in cells, a byte order mark, CRLF', async () => {
    const csv = '\ufeffid, text ,note\r\n1,"slow, and ""dear""",\r\n\r\n2,"two\nlines",x\r\n3,a "quoted" word,y';
    expect(short(await rows(csv, 'csv'))).toEqual([
      '2 {"id":"1","text":"slow, and \\"dear\\"","note":""}',
      '4 {"id":"2","text":"two\\nlines","note":"x"}',
      '6 {"id":"3","text":"a \\"quoted\\" word","note":"y"}',
    ]);
  });

  it('have a problem where nobody knows which cell is which', async () => {
    expect(short(await rows('a,b\n1,2,3\n4\n5,6\n', 'csv'))).toEqual([
      '2 has 3 cells where the head has 2',
      '3 has 1 cells where the head has 2',
      '4 {"a":"5","b":"6"}',
    ]);
  });

  it('have a problem where a quotation mark is never closed, and the rest goes on', async () => {
    expect(short(await rows('a,b\n1,2\n3,"4\n5,6\n', 'csv'))).toEqual([
      '2 {"a":"1","b":"2"}',
      '3 opens a quotation mark that is never closed',
      '4 {"a":"5","b":"6"}',
    ]);
    expect(short(await rows(`a\n"${'x'.repeat(3_000_000)}\nok`, 'csv'))).toEqual([
      '2 the line is longer than 1,048,576 characters',
      '3 {"a":"ok"}',
    ]);
    await expect(rows('a,a\n1,2\n', 'csv')).rejects.toThrow('two columns "a"');
  });

  it('are lines of JSON, and a bad line does not spoil its neighbours', async () => {
    const jsonl = `\ufeff{"a":1}\r\n\n{"a":\n[1]\n{"long":"${'x'.repeat(2_500_000)}"}\n{"a":"\\u4f60"}`;
    const all = short(await rows(jsonl, 'jsonl'));
    expect(all).toEqual([
      '1 {"a":1}',
      expect.stringMatching(/^3 is no JSON: /),
      '4 is no JSON object',
      '5 the line is longer than 1,048,576 characters',
      '6 {"a":"你"}',
    ]);
  });

  it('keep every digit of a long number', async () => {
    const line = '{"id":1234567890123456789,"text":"no 9876543210987654321","at":12.345678901234567890,"small":42}';
    const [row] = await rows(line, 'jsonl');
    expect(row?.cells).toMatchObject({ id: '1234567890123456789', text: 'no 9876543210987654321', small: 42 });
    expect(typeof row?.cells['at']).toBe('number');
  });

  it('may be in GB18030, also where a character lies across two readings', async () => {
    const gb = Buffer.concat([Buffer.from('text\n'), ...Array<Buffer>(150_001).fill(Buffer.from([0xc4, 0xe3]))]);
    const [row] = await rows(gb, 'csv', 'gb18030');
    expect(row?.cells['text']).toBe('你'.repeat(150_001));
    await expect(rows(gb, 'csv')).rejects.toThrow('add --encoding gb18030');
    const [plain] = await rows(`text\n${'你'.repeat(100_001)}\n`, 'csv');
    expect(plain?.cells['text']).toBe('你'.repeat(100_001));
  });

  it('with damaged bytes have a problem, those with a written U+FFFD before them have none', async () => {
    const bytes = Buffer.concat([
      Buffer.from('text\na\ufffd\nok\n'),
      Buffer.from([0x61, 0xe9, 0x20, 0x0a]),
      Buffer.from('fine\n'),
    ]);
    const filler = Buffer.from('x\n'.repeat(200_000));
    const all = short(await rows(Buffer.concat([Buffer.from('text\nb\ufffd\n'), filler, bytes]), 'csv'));
    expect(all[0]).toBe('2 {"text":"b\ufffd"}');
    expect(all.filter((row) => row.includes('no characters'))).toEqual([
      '200004 holds bytes that are no characters in this encoding',
      '200006 holds bytes that are no characters in this encoding',
    ]);
    await expect(rows(Buffer.from('\ufefftext\nx\n', 'utf16le'), 'csv')).rejects.toThrow('is UTF-16; save it as UTF-8');
  });

  it('are none in an empty file, and a file that is not there is told by name', async () => {
    expect(await rows('', 'csv')).toEqual([]);
    expect(await rows('text\n', 'csv')).toEqual([]);
    expect(await rows('\n', 'jsonl')).toEqual([]);
    const missing = readRows({ path: join(folder, 'missing'), format: 'csv', encoding: 'utf-8' });
    await expect(missing.next()).rejects.toThrow('missing cannot be read (ENOENT)');
  });

  it('are told by the name of the file', () => {
    expect(['a.csv', 'b.JSONL', 'c.ndjson'].map(formatOf)).toEqual(['csv', 'jsonl', 'jsonl']);
    expect(() => formatOf('a.xlsx')).toThrow('Add --format jsonl or --format csv');
  });
});
