import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const EXPORT = '/api/v1/feedback/export';

describe('an export', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await world.collectMany([
      ...[
        { text: '=cmd|calc!A0', tags: ['+1'], product: '@SUM(A1)', kind: 'complaint', attributes: { a: 1 } },
        {
          text: '回电 13800001234,谢谢',
          customer: { name: '王小明', phone: '13800001234', email: 'wang@example.com' },
        },
        { text: 'two\nlines, "quoted"', kind: 'complaint', source: 'crm', externalId: '-7', subject: '＝1' },
      ],
      ...Array.from({ length: 1_100 }, (_, index) => ({ text: `第 ${index} 条`, kind: 'enquiry' })),
    ]);
  });
  afterAll(() => world.stop());

  const csv = (query = '', headers = {}) => world.call('GET', `${EXPORT}?format=csv&sort=oldest${query}`, { headers });
  const audit = () =>
    world.db.query<Json>(`select actor, details from audit_entry where action = 'feedback.exported' order by id`);

  it('as CSV has a head in the reader’s language, harmless cells and masked persons', async () => {
    const { headers, text } = await csv('&to=2999-01-01T00:00:00Z', { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('feedback.csv');
    expect(text.startsWith('反馈编号,接收时间,')).toBe(true);
    expect((await csv('&language=en')).text).toContain('Reference,Received,');
    expect(text).toContain("'=cmd|calc!A0");
    expect(text).toContain("'@SUM(A1)");
    expect(text).toContain("'-7");
    expect(text).toContain("'＝1");
    expect(text).toContain('"two\nlines, ""quoted"""');
    expect(text).toContain('138****1234');
    for (const secret of ['13800001234', '王小明', 'wang@example.com']) expect(text).not.toContain(secret);
  });

  it('as XLSX and NDJSON has the same rows, all of them, as texts', async () => {
    const key = await world.keyWith('feedback:export');
    const answer = await fetch(world.address(`${EXPORT}?format=xlsx&sort=oldest&language=zh`), {
      headers: { authorization: `Bearer ${key}` },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.worksheets[0]!;
    expect(sheet.rowCount).toBe(1_104);
    const texts = (sheet.getColumn(10).values as unknown[]).filter((value) => value !== undefined);
    expect(texts.slice(0, 3)).toEqual(['内容', "'=cmd|calc!A0", '回电 138****1234,谢谢']);
    expect(sheet.getCell('J2').formula).toBeUndefined();
    const lines = await fetch(world.address(`${EXPORT}?format=ndjson&sort=oldest`), {
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await lines.text();
    const rows = text.trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
    expect(rows).toHaveLength(1_103);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1_103);
    expect(rows[0]).toMatchObject({ text: '=cmd|calc!A0', tags: ['+1'], attributes: { a: 1 }, stage: 'collect' });
    expect(rows[1]).toMatchObject({ customerPhone: '138****1234', customerName: '王**' });
  });

  it('is narrowed like the list, and refuses what the list refuses', async () => {
    expect((await csv('&kind=complaint')).text.trim().split('\r\n')).toHaveLength(3);
    expect(await csv('&kind=rant')).toMatchObject({ status: 400, body: { errors: [{ field: 'kind' }] } });
    expect(await csv('&limit=1')).toMatchObject({ status: 400, body: { errors: [{ field: 'limit' }] } });
    expect(await world.get(EXPORT)).toMatchObject({ status: 400, body: { errors: [{ field: 'format' }] } });
  });

  it('needs a right of its own', async () => {
    const key = await world.keyWith('feedback:read');
    expect(await world.call('GET', `${EXPORT}?format=csv`, { key })).toMatchObject({ status: 403 });
  });

  it('is put on record before its first byte and when it ends, with what was asked for and how much was given', async () => {
    const before = (await audit()).length;
    await csv('&kind=complaint&q=13800001234');
    const [begun, ended] = (await audit()).slice(before);
    expect(begun).toMatchObject({ actor: expect.stringMatching(/^key:/), details: { phase: 'begun', format: 'csv' } });
    expect(ended).toMatchObject({ details: { phase: 'ended', complete: true, filter: { kind: 'complaint', q: '…' } } });
    expect(JSON.stringify(begun)).not.toContain('138');
  });

  it('stops reading when nobody listens any more, and says so on record', async () => {
    const stop = new AbortController();
    const answer = await fetch(world.address(`${EXPORT}?format=csv`), {
      headers: { authorization: `Bearer ${world.key}` },
      signal: stop.signal,
    });
    await answer.body!.getReader().read();
    stop.abort();
    const incomplete = `audit_entry where action = 'feedback.exported' and details->>'complete' = $1`;
    await world.untilCount(incomplete, ['false'], 1);
    const [row] = await world.db.query<Json>(`select details from ${incomplete}`, ['false']);
    expect(row.details.rows).toBeLessThan(1_103);
  });
});
