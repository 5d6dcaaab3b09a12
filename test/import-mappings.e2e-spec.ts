import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { type FormFields, upload } from './support/files.js';
import { LoopWorld } from './support/loop-world.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

const MAPPINGS = '/api/v1/imports/mappings';

describe('the mapping of a source', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
  });
  afterAll(() => world.stop());

  async function taken(csv: string, fields: FormFields): Promise<Json> {
    const { status, body } = await upload(world, csv, fields);
    expect({ status, body }).toMatchObject({ status: 202 });
    await world.worker.imports.drain();
    return (await world.get(`/api/v1/imports/${body.id}`)).body;
  }
  const rows = (source: string) =>
    world.db.query(
      `select f.kind, f.channel, w.phase from feedback_words w join feedback f on f.id = w.feedback_id
       where w.source = $1 order by w.number`,
      [source],
    );

  it('knows kinds, channels and phases as everybody calls them, and refuses what it does not know by name', async () => {
    const csv =
      'text,kind,channel,phase\n网慢,投诉,电话,售后\n好,表扬,营业厅,\nslow,Complaint,Live Chat,after-sale\n差,建 议,ＡＰＰ,售前\n错,抬杠,,\n';
    const done = await taken(csv, { source: 'words' });
    expect(done).toMatchObject({ accepted: 4, rejected: 1 });
    expect(await rows('words')).toEqual([
      { kind: 'complaint', channel: 'hotline', phase: 'after-sale' },
      { kind: 'praise', channel: 'shop', phase: null },
      { kind: 'complaint', channel: 'web', phase: 'after-sale' },
      { kind: 'suggestion', channel: 'app', phase: 'pre-sale' },
    ]);
    expect((await world.get(done.rejectsUrl)).text).toContain('6,"kind must be one of suggestion, complaint');
  });

  it('says what the sender’s own values mean, which counts first and is remembered for the next file', async () => {
    const values = { kind: { 抬杠: 'appeal', 投诉: 'fault' }, unit: { '020': 'gd-gz' } };
    const mapping = { text: '内容', kind: '类', unit: '局' };
    const first = await taken('内容,类,局\n一,抬杠,020\n二,投诉,gd\n', { source: 'own', mapping, values });
    expect(first).toMatchObject({ accepted: 2, rejected: 0 });
    expect(await taken('内容,类,局\n三,抬杠,\n', { source: 'own' })).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await rows('own')).map((row) => (row as Json).kind)).toEqual(['appeal', 'fault', 'appeal']);
    expect((await world.get(`${MAPPINGS}/own`)).body).toMatchObject({ mapping, values });
    const put = await world.call('PUT', `${MAPPINGS}/own`, { body: { mapping, values: { kind: { x: 'praise' } } } });
    expect(put).toMatchObject({ status: 200, body: { values: { kind: { x: 'praise' } } } });
  });

  it('is refused with every value that is not ours', async () => {
    const put = (values: unknown) => world.call('PUT', `${MAPPINGS}/bad`, { body: { mapping: { text: 'a' }, values } });
    const fields = async (values: unknown) => (await put(values)).body.errors.map(({ field }: Json) => field);
    expect(await fields({ kind: { a: 'rant', b: 'praise' }, text: { a: 'b' } })).toEqual([
      'values.kind.a',
      'values.text',
    ]);
    expect(await fields([])).toEqual(['values']);
    expect(await fields({ channel: 'sms' })).toEqual(['values.channel']);
    expect(await fields(JSON.parse('{"kind":{"__proto__":"praise"}}'))).toHaveLength(1);
  });

  it('is changed by who made it, by who sees all units, and by the key of that source; by nobody else', async () => {
    const key = await keyOf(world, { unit: 'gd', scopes: ['feedback:write'] });
    const other = await keyOf(world, { unit: 'sd', scopes: ['feedback:write'] });
    const ofSource = await keyOf(world, { source: 'mine', unit: 'sd', scopes: ['feedback:write'] });
    const { cookie } = await person(world, 'sd.quality', {
      roles: ['frontline'],
      units: ['sd'],
      scopes: ['feedback:write'],
    });
    const put = (column: string, who: object) =>
      world.call('PUT', `${MAPPINGS}/mine`, { ...who, body: { mapping: { text: column } } });
    const column = async () => (await world.get(`${MAPPINGS}/mine`)).body.mapping.text;
    expect(await put('a', { key })).toMatchObject({ status: 200 });
    expect(await put('b', { key })).toMatchObject({ status: 200 });
    for (const who of [{ key: other }, { key: '', cookie }])
      expect(await put('c', who)).toMatchObject({ status: 403, body: { code: 'outside-binding' } });
    const sent = await upload(world, 'd\nx\n', { source: 'mine', mapping: { text: 'd' } }, { key: other });
    expect([sent.status, await column()]).toEqual([202, 'b']);
    expect(await put('e', { key: ofSource })).toMatchObject({ status: 200 });
    expect(await put('f', {})).toMatchObject({ status: 200, body: { mapping: { text: 'f' } } });
    expect(await put('g', { key })).toMatchObject({ status: 403 });
    const audit = (await world.get('/api/v1/audit?action=mapping.changed&subject=source:mine')).body.items;
    expect(audit.map(({ actor }: Json) => actor.split(':')[0])).toEqual(['key', 'key', 'key', 'key']);
  });

  it('is read by whoever may import, and stays that of its maker when another file is read with it', async () => {
    const key = await keyOf(world, { unit: 'gd', scopes: ['feedback:write'] });
    await world.call('PUT', `${MAPPINGS}/shared`, { key, body: { mapping: { text: '话' } } });
    expect(await taken('话\n好\n', { source: 'shared' })).toMatchObject({ accepted: 1 });
    expect((await world.get(`${MAPPINGS}/shared`)).body.changedBy).toBe(`key:${key.split('_')[1]}`);
  });
});
