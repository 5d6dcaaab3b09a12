import { ApiKeys } from '@huiyin/org';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { type FormFields, upload, workbook } from './support/files.js';
import { DAY, LoopWorld } from './support/loop-world.js';

const IMPORTS = '/api/v1/imports';
const MAPPING = { text: '内容', externalId: '编号', occurredAt: '时间', 'customer.phone': '电话' };

/** GB18030 for the few characters that these tests need. */
const GB: Readonly<Record<string, string>> = { 信: 'd0c5', 号: 'bac5', 差: 'b2ee', 内: 'c4da', 容: 'c8dd' };
const gb18030 = (text: string) =>
  Buffer.concat([...text].map((sign) => (GB[sign] ? Buffer.from(GB[sign], 'hex') : Buffer.from(sign))));

describe('an import', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  /** Sends a file, lets the worker take it in, and answers with what became of it. */
  async function taken(content: string | Buffer, fields: FormFields = {}): Promise<Json> {
    const { status, body } = await upload(world, content, fields);
    expect({ status, body }).toMatchObject({ status: 202, body: { id: expect.any(String) } });
    await world.worker.imports.drain();
    return (await world.get(`${IMPORTS}/${body.id}`)).body;
  }

  const texts = async (source: string) =>
    (await world.db.query<{ text: string }>('select text from feedback_words where source = $1 order by number', [source]))
      .map(({ text }) => text); // prettier-ignore

  it('takes a CSV in as the batch route would, tells how it went, and gives the bad rows back with line and reason', async () => {
    const csv =
      '\ufeff编号,内容,时间,电话\r\n1,"网速慢,\n而且贵",2026/2/28 11:25:05,13800001234\r\n2, ,,\r\n3,好,2026-02-30,\r\n4,少一格\r\n5,"=1+1",,\r\n';
    const done = await taken(csv, { mapping: MAPPING, source: 'csv' });
    expect(done).toMatchObject({ state: 'done', total: 5, accepted: 2, duplicates: 0, rejected: 3, progress: 1 });
    expect(done).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ',', source: 'csv' });
    expect(await texts('csv')).toEqual(['网速慢,\n而且贵', '=1+1']);
    const { headers, text } = await world.call('GET', done.rejectsUrl, { headers: { 'accept-language': 'zh-CN' } });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('行号,原因,编号,内容,时间,电话,整行');
    expect(lines[1]).toMatch(/^4,"text must be .*",2," ",,,$/);
    expect(lines[2]).toMatch(/^5,"occurredAt must be a time.*",3,好,2026-02-30,,$/);
    expect(lines[3]).toBe('6,has 2 cells where the head has 4,4,少一格,,,');
  });

  it('adds nothing when the same file comes again, with ids of its own or without, with a source or without', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `第 ${index % 7} 种声音`);
    const csv = `text\n${rows.join('\n')}\n`;
    expect(await taken(csv, { source: 'twice' })).toMatchObject({ accepted: 1_200, duplicates: 0 });
    expect(await taken(csv, { source: 'twice' })).toMatchObject({ accepted: 0, duplicates: 1_200, rejected: 0 });
    expect(await taken(csv)).toMatchObject({ accepted: 1_200, source: expect.stringMatching(/^import-[\da-f]{16}$/) });
    expect(await taken(csv)).toMatchObject({ accepted: 0, duplicates: 1_200 });
  });

  it('reads GB18030, semicolons, tabs and NDJSON by what is in the file', async () => {
    expect(await taken(gb18030('编号;内容\n1;信号差\n'.replace('编号', 'id')), { mapping: { text: '内容' }, source: 'gb' }))
      .toMatchObject({ encoding: 'gb18030', delimiter: ';', accepted: 1 }); // prettier-ignore
    expect(await texts('gb')).toEqual(['信号差']);
    expect(await taken('text\tid\na, b; c\t7\n', { source: 'tab' })).toMatchObject({ delimiter: '\t', accepted: 1 });
    const lines = '{"text":"一","customer":{"phone":"13800001234"}}\n{"text":\n{"text":"二"}\n';
    expect(await taken(lines, { source: 'lines' })).toMatchObject({ format: 'ndjson', accepted: 2, rejected: 1 });
  });

  it('takes the good rows where bytes or quotation marks are broken, and says which lines are bad', async () => {
    const bytes = Buffer.concat([Buffer.from('text,id\n好,1\n'), gb18030('信号差,2\n'), Buffer.from('也好,3\n')]);
    const mixed = await taken(bytes, { source: 'mixed' });
    expect(mixed).toMatchObject({ encoding: 'utf-8', accepted: 2, rejected: 1 });
    expect((await world.get(mixed.rejectsUrl)).text).toContain('3,holds bytes that are no characters');
    const broken = await taken('text,id\n好,1\n"坏,2\n"也""好",3\n末,4\n', { source: 'broken' });
    expect(broken).toMatchObject({ accepted: 3, rejected: 1 });
    expect(await texts('broken')).toEqual(['好', '也"好', '末']);
    expect((await world.get(broken.rejectsUrl)).text).toMatch(/\r\n3,"has a quotation mark within a cell.*坏/);
  });

  it('reads the first sheet of a spreadsheet or the named one: dates, formulas as their values, shared texts', async () => {
    const when = new Date('2026-02-28T11:25:05Z');
    const file = await workbook({
      一: [
        ['内容', '编号', '时间', '电话'],
        ['网速慢', 17, when, 13_800_001_234],
        [{ formula: '"价"&"贵"', result: '价贵' }, 18, null, ''],
        [],
        ['网速慢', 19],
      ],
      二: [['text'], ['另一页']],
    });
    expect(await taken(file, { mapping: MAPPING, source: 'xlsx' })).toMatchObject({ format: 'xlsx', accepted: 3 });
    expect(await texts('xlsx')).toEqual(['网速慢', '价贵', '网速慢']);
    const [row] = await world.db.query<Json>(
      `select occurred_at as at, customer, external_id as id from feedback_words where source = 'xlsx' order by number`,
    );
    expect(row).toMatchObject({ at: '2026-02-28T03:25:05.000000Z', id: '17', customer: { phone: '138****1234' } });
    expect(await taken(file, { sheet: '二', source: 'second' })).toMatchObject({ accepted: 1 });
    const { status, body } = await upload(world, file, { sheet: '三', source: 'third' });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'unreadable-file', detail: expect.stringContaining('一, 二') },
    });
  });

  it('remembers the mapping of a source, from its last file or as it was put', async () => {
    await taken('内容,编号\n好,1\n', { mapping: { text: '内容', externalId: '编号' }, source: 'known', unit: 'group' });
    expect((await world.get(`${IMPORTS}/mappings/known`)).body).toMatchObject({
      ...{ source: 'known', mapping: { text: '内容', externalId: '编号' }, unit: 'group', timezone: '+08:00' },
    });
    expect(await taken('内容,编号\n好,2\n', { source: 'known' })).toMatchObject({ accepted: 1 });
    const put = await world.call('PUT', `${IMPORTS}/mappings/new`, {
      body: { mapping: { text: 'w' }, delimiter: 'tab' },
    });
    expect(put).toMatchObject({ status: 200, body: { mapping: { text: 'w' }, delimiter: '\t' } });
    expect(await taken('w\tx\ngood\t1\n', { source: 'new' })).toMatchObject({ accepted: 1 });
    expect(await world.get(`${IMPORTS}/mappings/unknown`)).toMatchObject({ status: 404 });
  });

  it('shows beforehand how a file would be read, with a guess at the mapping, and keeps nothing', async () => {
    const csv = '工单编号,反馈内容,受理时间,联系电话,备注\n1,好,2026-02-28 11:25,13800001234,x\n2,,,,\n';
    const { status, body } = await upload(world, csv, {}, { path: `${IMPORTS}/preview` });
    expect(status).toBe(200);
    expect(body.columns).toEqual(['工单编号', '反馈内容', '受理时间', '联系电话', '备注']);
    expect(body.mapping).toEqual({
      ...{ externalId: '工单编号', text: '反馈内容', occurredAt: '受理时间', 'customer.phone': '联系电话' },
    });
    expect(body.rows).toMatchObject([
      { line: 2, problem: null, piece: { text: '好', occurredAt: '2026-02-28T11:25:00+08:00' } },
      { line: 3, problem: expect.stringContaining('text must be') },
    ]);
    const blind = await upload(world, 'a,b\n1,2\n', {}, { path: `${IMPORTS}/preview` });
    expect(blind.body.problems).toMatchObject([{ field: 'mapping.text', message: expect.stringContaining('a, b') }]);
    expect(await world.db.query('select 1 from import_chunk')).toEqual([]);
  });

  it('refuses what cannot be imported before anything is queued, by name, and keeps nothing of it', async () => {
    const refusals: [string | Buffer, FormFields, number, string][] = [
      ['a,b\n1,2\n', {}, 400, 'mapping.text'],
      ['text\nx\n', { mapping: { text: 'words' } }, 400, 'mapping.text'],
      ['text\nx\n', { mapping: { text: 'text', colour: 'a' } }, 400, 'mapping.colour'],
      ['text\nx\n', { mapping: 'text=a' }, 400, 'mapping'],
      ['text\nx\n', { channel: 'pigeon' }, 400, 'channel'],
      ['text\nx\n', { unit: 'nowhere' }, 422, 'unit'],
      ['text\nx\n', { colour: 'red' }, 400, 'colour'],
      ['text\nx\n', { encoding: 'latin1' }, 400, 'encoding'],
      ['', {}, 422, 'file'],
      ['\ud7ff\u0000\u0001', {}, 422, 'file'],
      ['[{"text":"x"}]', {}, 422, 'file'],
      [Buffer.from('PK\x03\x04 and no more'), {}, 422, 'file'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 422, 'file'],
    ];
    for (const [content, fields, status, field] of refusals) {
      const answer = await upload(world, content, fields);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
    }
    expect(await world.post(IMPORTS, { file: 'x' })).toMatchObject({ status: 415 });
    const form = await upload(world, 'x', {}, { path: '/api/v1/feedback' });
    expect(form).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(await world.db.query(`select 1 from import_job where state in ('receiving', 'queued')`)).toEqual([]);
    expect(await world.db.query('select 1 from import_chunk')).toEqual([]);
  });

  it('is stopped on request; what was accepted stays, and a second time there is nothing to stop', async () => {
    const { body } = await upload(world, 'text\nx\n', { source: 'stopped' });
    expect((await world.post(`${IMPORTS}/${body.id}/cancel`, {})).body).toMatchObject({ state: 'cancelled', total: 0 });
    expect(await world.worker.imports.drain()).toBe(0);
    expect(await world.post(`${IMPORTS}/${body.id}/cancel`, {})).toMatchObject({
      status: 409,
      body: { code: 'import-ended' },
    });
    expect(await world.db.query('select 1 from import_chunk')).toEqual([]);
  });

  it('belongs to whoever sent it: nobody else finds it, administrators do', async () => {
    const [mine, other] = [await world.keyWith('feedback:write'), await world.keyWith('feedback:write')];
    const { body } = await upload(world, 'text\nx\n', { source: 'mine' }, { key: mine });
    await world.worker.imports.drain();
    const status = (key: string) => world.call('GET', `${IMPORTS}/${body.id}`, { key });
    expect([(await status(mine)).status, (await status(other)).status, (await status(world.key)).status]).toEqual([
      200, 404, 200,
    ]);
    expect((await world.call('GET', IMPORTS, { key: mine })).body).toMatchObject({
      items: [{ id: body.id }],
      nextCursor: null,
    });
    expect((await world.call('GET', IMPORTS, { key: other })).body.items).toEqual([]);
    expect((await world.call('POST', `${IMPORTS}/${body.id}/cancel`, { key: other, body: {} })).status).toBe(404);
    expect((await world.call('GET', IMPORTS, { key: await world.keyWith('feedback:read') })).status).toBe(403);
  });

  it('goes on where it was when the database or the worker goes away halfway: nothing twice, nothing lost', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => (index % 100 === 50 ? ' ,13900000000' : `row ${index},`));
    const { body } = await upload(world, `text,customer.phone\n${rows.join('\n')}\n`, { source: 'halfway' });
    const working = world.worker.imports.takeOne(true).catch((error: unknown) => error);
    await world.untilCount('import_job where id = $1 and position > 0', [body.id], 1);
    await world.db.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'huiyin worker' and datname = current_database()`); // prettier-ignore
    await working;
    const [half] = await world.db.query<{ position: number }>('select position from import_job where id = $1', [
      body.id,
    ]);
    expect(half!.position).toBeLessThan(9_000);
    // Whoever held it may have died: its time is over.
    world.clock.advance(60_000);
    await world.worker.imports.drain();
    expect((await world.get(`${IMPORTS}/${body.id}`)).body).toMatchObject({
      ...{ state: 'done', total: 9_000, accepted: 8_910, duplicates: 0, rejected: 90 },
    });
    const [stored] = await world.db.query<Json>(
      `select count(*)::int as rows, count(distinct external_id)::int as ids from feedback_words where source = 'halfway'`,
    );
    expect(stored).toEqual({ rows: 8_910, ids: 8_910 });
    expect((await world.get(`${IMPORTS}/${body.id}/rejects`)).text.trim().split('\r\n')).toHaveLength(91);
  });

  it('of a key that is bound to a source and a unit has rows of that source and unit only', async () => {
    const { key } = await world.apis[0]!.get(ApiKeys).create({
      ...{ name: 'bound', scopes: ['feedback:write'], createdBy: 'system', source: 'till', unit: 'group' },
    });
    const refused = await upload(world, 'text\nx\n', { source: 'other' }, { key });
    expect(refused.body).toMatchObject({ code: 'outside-binding', errors: [{ field: 'source' }] });
    const { body } = await upload(world, 'text,source,unit\nx,,\ny,other,\nz,,nowhere\n', {}, { key });
    await world.worker.imports.drain();
    const done = (await world.call('GET', `${IMPORTS}/${body.id}`, { key })).body;
    expect(done).toMatchObject({ source: 'till', accepted: 1, rejected: 2 });
    expect(await texts('till')).toEqual(['x']);
    expect(await world.call('GET', `${IMPORTS}/mappings/other`, { key })).toMatchObject({ status: 403 });
  });

  it('keeps neither file nor rejected rows in the clear, and forgets them when their time is up', async () => {
    const done = await taken('text,customer.phone\n ,13912345678\n', { source: 'sealed' });
    expect(done).toMatchObject({ rejected: 1 });
    const [kept] = await world.db.query<{ sealed: Buffer }>('select sealed from import_reject where import_id = $1', [
      done.id,
    ]);
    expect(kept!.sealed.includes('13912345678')).toBe(false);
    expect((await world.get(done.rejectsUrl)).text).toContain('13912345678');
    world.clock.advance(8 * DAY);
    const stop = await world.runAnotherWorker();
    await world.untilCount('import_reject where import_id = $1', [done.id], 0);
    await stop();
    expect((await world.get(`${IMPORTS}/${done.id}`)).body).toMatchObject({ rejected: 1, rejectsUrl: null });
    expect(await world.get(done.rejectsUrl)).toMatchObject({ status: 404 });
  });
});
