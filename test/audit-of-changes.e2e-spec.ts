import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

describe('the entry of an ordinary change', () => {
  let world: LoopWorld;
  let id: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    id = await world.collect({ text: '宽带断网', kind: 'complaint' });
    await world.settle();
  });
  afterAll(() => world.stop());

  /** Does something, and answers with the transactions of its entries and those of the rows of `table`. */
  async function transactions(work: () => Promise<Json>, table: string): Promise<{ entry: number; rows: number[] }> {
    const [{ last } = { last: 0 }] = await world.db.query<{ last: number }>('select max(id) as last from audit_entry');
    const { status } = await work();
    expect(`${table} ${status}`).toMatch(/ 2\d\d$/);
    const made = await world.db.query<{ xid: number }>(
      `select xid::text::bigint as xid from audit_entry where id > $1 and action = 'request.made'`,
      [last],
    );
    expect(made).toHaveLength(1);
    const rows = await world.db.query<{ xid: number }>(`select distinct xmin::text::bigint as xid from ${table}`);
    return { entry: made[0]!.xid, rows: rows.map(({ xid }) => xid) };
  }

  it('is written in the transaction of the change, for whatever is changed', async () => {
    const item = `/api/v1/feedback/${id}`;
    const changes: [string, () => Promise<Json>][] = [
      ['correction', () => world.call('PATCH', item, { body: { kind: 'fault' } })],
      ['feedback', () => world.post(`${item}/take`, {})],
      ['resolution', () => world.post(`${item}/resolution`, RESOLUTION)],
      ['unit', () => world.post('/api/v1/units', { code: 'hn', level: 'province', nameZh: '湖南' })],
      ['person', () => world.post('/api/v1/people', { username: 'an.auditor', roles: ['auditor'] })],
      ['api_key', () => world.post('/api/v1/keys', { name: 'one', scopes: ['loop:read'] })],
      ['dictionary_word', () => world.post('/api/v1/dictionary', { words: [{ word: '铁通' }] })],
      ['routing_rule', () => world.call('PUT', '/api/v1/routing-rules', { body: { rules: [{ name: 'x', unit: 'gd', limitMinutes: 60 }] } })],
      ['source', () => world.call('PUT', '/api/v1/sources/crm', { body: { callbackUrl: 'https://8.8.8.8/x' } })],
      ['webhook', () => world.post('/api/v1/webhooks', { url: 'https://8.8.8.8/hook', events: ['feedback.*'] })],
      ['inbound_source', () => world.call('PUT', '/api/v1/inbound-sources/bss', { body: { check: { type: 'standard' }, mapping: { fields: { text: 't' } } } })],
    ]; // prettier-ignore
    const apart: string[] = [];
    for (const [table, work] of changes) {
      const { entry, rows } = await transactions(work, table);
      if (!rows.includes(entry)) apart.push(table);
    }
    expect(apart).toEqual([]);
  });

  it('is not there when the change is refused, and is there once when a request changes nothing here', async () => {
    const count = async () => (await world.db.query<{ n: number }>('select count(*) as n from audit_entry'))[0]!.n;
    const before = await count();
    expect((await world.post(`/api/v1/feedback/${id}/take`, {})).status).toBe(409);
    expect((await world.call('DELETE', '/api/v1/sources/nowhere')).status).toBe(404);
    expect(await count()).toBe(before);
    const preview = { purpose: 'answer', kind: 'any', language: 'zh' };
    expect((await world.post('/api/v1/templates/preview', preview)).status).toBe(200);
    expect(await count()).toBe(before + 1);
  });

  it('goes with the change or neither does', async () => {
    await world.db.query('create function no_entry() returns trigger language plpgsql as $$ begin raise exception $a$no$a$; end $$'); // prettier-ignore
    await world.db.query(
      'create trigger no_entry before insert on audit_entry for each row execute function no_entry()',
    );
    const refused = await world.post('/api/v1/units', { code: 'xj', level: 'province', nameZh: '新疆' });
    await world.db.query('drop trigger no_entry on audit_entry');
    expect(refused.status).toBe(500);
    expect(await world.db.query(`select from unit where code = 'xj'`)).toEqual([]);
  });

  it('is read, by who belongs to a part of the organisation, of people and keys of that part', async () => {
    const reader = await person(world, 'gd.auditor', { roles: ['auditor'], units: ['gd'] });
    const mine = await keyOf(world, { unit: 'gd-gz', scopes: ['units:write', 'feedback:write'] });
    const theirs = await keyOf(world, { unit: 'sd', scopes: ['feedback:write'] });
    for (const key of [mine, theirs])
      await world.call('PUT', `/api/v1/imports/mappings/of-${key.slice(3, 9)}`, {
        key,
        body: { mapping: { text: 'a' } },
      });
    const both = await person(world, 'gd.and.sd', { roles: ['administrator'], units: ['gd', 'sd'] });
    await world.call('PATCH', '/api/v1/me', { key: '', cookie: both.cookie, body: { language: 'en' } });
    const read = async (query = '') =>
      (await world.call('GET', `/api/v1/audit?limit=200${query}`, { key: '', cookie: reader.cookie })).body
        .items as Json[];
    const actors = new Set((await read()).map(({ actor }) => actor));
    expect([...actors]).toEqual([`key:${mine.split('_')[1]}`]);
    expect(await read(`&actor=key:${theirs.split('_')[1]}`)).toEqual([]);
    expect(await read('&action=key.made&subject=key:1')).toEqual([]);
    const all = (await world.get('/api/v1/audit?limit=200')).body.items as Json[];
    expect(new Set(all.map(({ actor }) => actor)).size).toBeGreaterThan(2);
  });
});
