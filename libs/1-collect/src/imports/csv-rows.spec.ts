import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvRows } from './csv-rows.js';
import type { Row } from './row.js';

/** Rows as `line cells` or `line problem`, read in pieces of `size` characters. */
async function rows(text: string, size = 7, delimiter = ','): Promise<string[]> {
  const all: Row[] = [];
  for await (const { rows } of csvRows(pieces(text, size), delimiter)) all.push(...rows);
  return all.map(({ number, cells, problem }) => `${number} ${problem ?? Object.values(cells).join('|')}`);
}

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size)
    yield { bytes: Buffer.from(text.slice(at, at + size)), at: at + size, damaged: false };
}

describe('CSV', () => {
  it('has rows that are numbered by the lines of an editor, blank ones passed over', async () => {
    expect(await rows('a,b\r\n1,"x\r\ny"\r\n\r\n,\r\n2,z\r\n')).toEqual(['2 1|x\r\ny', '6 2|z']);
    expect(await rows('a\rb\rc')).toEqual(['2 b', '3 c']);
    expect(await rows('a;b\n1,5;2\n', 3, ';')).toEqual(['2 1,5|2']);
  });

  it('loses the line with a broken quotation mark and nothing else, wherever the mark is missing', async () => {
    const good = ['1,one', '2,"two, too"', '3,"said ""three"""', '4,"fo\nur"'];
    const broken = {
      'b,"never closed': 'has a quotation mark within a cell',
      'b,"closed" within': 'has a quotation mark within a cell',
      '"b","x,y,z': 'has a quotation mark within a cell',
    };
    for (const [line, problem] of Object.entries(broken))
      for (const size of [1, 5, 1_000])
        expect(await rows(`a,b\n${good[0]}\n${line}\n${good.slice(1).join('\n')}\n`, size)).toEqual([
          '2 1|one',
          expect.stringContaining(`3 ${problem}`),
          ...['4 2|two, too', '5 3|said "three"', '6 4|fo\nur'],
        ]);
  });

  it('goes on behind a mark that swallows the next rows but gives another number of cells', async () => {
    expect(await rows('a,b,c\n1,"x,y\n2,3,4\n5,6,"7"\n', 4)).toEqual([
      expect.stringContaining('2 has a quotation mark within a cell'),
      '3 2|3|4',
      '4 5|6|7',
    ]);
    // By the rules this is one row; nobody can tell that it was meant to be three.
    expect(await rows('a,b\n1,"x\n2,3\n4,"\n5,6\n', 100)).toEqual(['2 1|x\n2,3\n4,', '5 5|6']);
  });

  it('ends with a clear error where quotation marks make no sense from one end to the other', async () => {
    const line = `1,"${'""'.repeat(120_000)}\n`;
    await expect(rows(`a,b\n${line.repeat(200)}`, 1 << 18)).rejects.toThrow(
      /Too many quotation marks are never closed, up to line \d+/,
    );
  });

  it('gives back every table that is written by the rules, in whatever pieces it comes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '你'), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (records, size) => {
        const text = ['a,b', ...records.map((record) => record.map(quoted).join(','))].join('\n');
        const found = (await rows(text, size)).map((row) => row.slice(row.indexOf(' ') + 1));
        const wanted = records.filter((record) => record.some((one) => one.trim() !== ''));
        expect(found).toEqual(wanted.map((record) => record.join('|')));
      }),
      { numRuns: 300 },
    );
  });
});
