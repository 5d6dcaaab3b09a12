import { describe, expect, it } from '@jest/globals';
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { csvRows } from './csv-rows.js';
import { DAMAGED } from './row.js';
import { asUtf8 } from './utf8.js';

const decoder = new TextDecoder('gb18030');
/** Every character of two bytes → its bytes. */
const GB = new Map<string, Buffer>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const bytes = Buffer.from([lead, trail]);
    if (trail !== 0x7f) GB.set(decoder.decode(bytes), bytes);
  }
const gb = (text: string) =>
  Buffer.concat([...text].map((one) => (one < '\x80' ? Buffer.from(one) : (GB.get(one) as Buffer))));
const utf = (text: string) => Buffer.from(text);

async function rows(bytes: Buffer, size: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: string[] = [];
  for await (const { rows } of csvRows(asUtf8(chunks(), 'gb18030')))
    for (const row of rows) found.push(`${row.number} ${row.problem ?? Object.values(row.cells).join('|')}`);
  return found;
}

/** Characters that people write, the rare ones of the second level included. */
const HANZI = [
  ...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感璩璐璨鍪鎏駸髑鼐鑫淼犇祎喆堃，。？！（）宽带断网信号差套餐资费流量漫游投诉营业厅',
];

describe('a file in GB18030', () => {
  it('that holds lines in UTF-8 gives both as they were written', async () => {
    const lines = [
      gb('编号,内容\n1,宽带断网\n'),
      utf('2,信号差，打不通\n'),
      utf('3,好\n'),
      gb('4,套餐太贵\n'),
      utf('5,😀慢\r\n'),
      gb('6,end'),
    ];
    for (const size of [1, 2, 7, 1_000])
      expect(await rows(Buffer.concat(lines), size)).toEqual([
        ...['2 1|宽带断网', '3 2|信号差，打不通', '4 3|好', '5 4|套餐太贵', '6 5|😀慢', '7 6|end'],
      ]);
  });

  it('that holds both in one line loses this line and says why', async () => {
    const line = Buffer.concat([gb('1,宽带断网,'), utf('信号差'), gb(',好\n')]);
    const file = Buffer.concat([gb('编号,内容,甲,乙\n'), line, gb('2,套餐,太贵,了\n')]);
    for (const size of [1, 1_000]) expect(await rows(file, size)).toEqual([`2 ${DAMAGED}`, '3 2|套餐|太贵|了']);
  });

  it('is never taken for UTF-8 where it is none', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...HANZI, 'A', '1', ' '), minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        // Three characters may be two others, byte for byte; that nobody can tell apart.
        const texts = cells.filter((one) => one.trim() !== '' && (/^[ -~]*$/.test(one) || !isUtf8(gb(one))));
        const file = gb(['text', ...texts].join('\n'));
        expect(await rows(file, 50)).toEqual(texts.map((text, index) => `${index + 2} ${text}`));
      }),
      { numRuns: 500 },
    );
  });

  it('is not taken for UTF-8 when it would read as what nobody writes', async () => {
    expect(isUtf8(gb('璨会？'))).toBe(true);
    expect(await rows(gb('text\n璨会？\n好'), 50)).toEqual(['2 璨会？', '3 好']);
  });

  it('with a line that never ends is read in pieces all the same', async () => {
    const long = '断'.repeat(600_000);
    const text: string[] = [];
    async function* chunks() {
      const bytes = gb(`a\n${long}\n`);
      for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537);
    }
    for await (const { bytes, damaged } of asUtf8(chunks(), 'gb18030')) {
      text.push(bytes.toString());
      expect(damaged).toBe(false);
    }
    expect(text.join('') === `a\n${long}\n`).toBe(true);
  });
});
