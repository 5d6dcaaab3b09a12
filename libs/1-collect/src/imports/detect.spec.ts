import { describe, expect, it } from '@jest/globals';
import { columnProblems, guessColumns } from './columns.js';
import { detectReading } from './detect.js';
import { JsonRow } from './json-rows.js';

const GB = Buffer.from('c4dac8ddd0c5bac5b2ee', 'hex');

describe('a file', () => {
  it('is read by what is in it', () => {
    const read = (first: string | Buffer) => {
      const { format, encoding, delimiter } = detectReading(Buffer.from(first as string));
      return `${format} ${encoding} ${delimiter}`;
    };
    expect(read('text,id\n')).toBe('csv utf-8 ,');
    expect(read('\ufefftext;"a,b,c"\n')).toBe('csv utf-8 ;');
    expect(read('a\tb,c\td\n')).toBe('csv utf-8 \t');
    expect(read('only\n')).toBe('csv utf-8 ,');
    expect(read(' {"text":"x"}\n')).toBe('ndjson utf-8 ,');
    expect(read(Buffer.concat([Buffer.from('a,b\n'), GB, Buffer.from(',1\n')]))).toBe('csv gb18030 ,');
    expect(read('PK\u0003\u0004…')).toBe('xlsx utf-8 ,');
  });

  it('with mixed encodings is of the one that most of its lines have', () => {
    const [gb, utf] = [Buffer.concat([GB, Buffer.from('\n')]), Buffer.from('内容\n')];
    expect(detectReading(Buffer.concat([utf, utf, gb])).encoding).toBe('utf-8');
    expect(detectReading(Buffer.concat([utf, gb, gb])).encoding).toBe('gb18030');
  });

  it('is read as its sender says, where they say something', () => {
    expect(detectReading(GB, { encoding: 'utf-8', delimiter: '|' })).toMatchObject({
      encoding: 'utf-8',
      delimiter: '|',
    });
    expect(detectReading(Buffer.from('{"a":1}'), { format: 'csv' })).toMatchObject({ format: 'csv' });
  });

  it('that is no table is refused with what to send instead', () => {
    const refusal = (first: Buffer) => () => detectReading(first);
    expect(refusal(Buffer.alloc(0))).toThrow('empty');
    expect(refusal(Buffer.from('\ufeffa', 'utf16le'))).toThrow('Save it as UTF-8');
    expect(refusal(Buffer.from('d0cf11e0', 'hex'))).toThrow('Save it as .xlsx');
    expect(refusal(Buffer.from('%PDF\u0000'))).toThrow('no table');
    expect(refusal(Buffer.from('[ {"text":"x"} ]'))).toThrow('one object a line');
  });
});

describe('a mapping', () => {
  it('is guessed from the usual names of columns', () => {
    expect(guessColumns(['Case Number', 'Description', 'Created_Date', 'Phone', 'Contact Name', 'x'])).toEqual({
      ...{ externalId: 'Case Number', text: 'Description', occurredAt: 'Created_Date' },
      ...{ 'customer.phone': 'Phone', 'customer.name': 'Contact Name' },
    });
    expect(guessColumns(['id', 'name', '工单内容', 'attributes.shop', '内容'])).toEqual({
      ...{ externalId: 'id', 'customer.name': 'name', text: '工单内容', 'attributes.shop': 'attributes.shop' },
    });
  });

  it('has to fit the file', () => {
    const rows = [new JsonRow(1, { words: 'x', user: { phone: 1 } })];
    expect(columnProblems({ text: 'words', 'customer.phone': 'user.phone' }, rows)).toEqual([]);
    expect(columnProblems({ text: 'word', colour: 'words' }, rows).map(({ field }) => field)).toEqual([
      ...['mapping.text', 'mapping.colour'],
    ]);
  });
});
