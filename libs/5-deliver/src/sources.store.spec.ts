import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliveryWorld } from './delivery-world.fixture.js';
import { Sources } from './sources.store.js';

describe('a source', () => {
  const url = 'https://crm.example/in';
  let test: TestDatabase;
  let world: DeliveryWorld;
  let sources: Sources;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = new DeliveryWorld(test.url);
    sources = new Sources(world.db, world.vault);
  });
  afterAll(async () => {
    await world.close();
    await test.drop();
  });

  it('gets a secret when it brings none, keeps it when its address changes, and shows it only then', async () => {
    const made = await sources.upsert({ name: 'crm', callbackUrl: url });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const moved = await sources.upsert({ name: 'crm', callbackUrl: `${url}/2` });
    expect(moved).toEqual({ name: 'crm', callbackUrl: `${url}/2`, createdAt: made.createdAt });
    const [stored] = await world.db.query<{ secret: string }>('select secret from source');
    expect(stored!.secret).not.toContain('whsec_');
    expect(world.vault.open(stored!.secret, { table: 'source', column: 'secret', row: 'crm' })).toBe(made.secret);
    const own = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect((await sources.upsert({ name: 'crm', callbackUrl: url, secret: own })).secret).toBe(own);
    expect(await sources.list()).toEqual([{ name: 'crm', callbackUrl: url, createdAt: made.createdAt }]);
    expect([await sources.remove('crm'), await sources.remove('crm')]).toEqual([true, false]);
  });

  it('is called at the address as URLs are written', async () => {
    const { callbackUrl } = await sources.upsert({
      name: 'x'.repeat(100),
      callbackUrl: ' HTTPS://CRM.example:443/回音 ',
    });
    expect(callbackUrl).toBe('https://crm.example/%E5%9B%9E%E9%9F%B3');
  });

  it.each([
    [{ name: ' ', callbackUrl: url }, 'name'],
    [{ name: 'x'.repeat(101), callbackUrl: url }, 'name'],
    [{ name: 'crm', callbackUrl: 'ftp://crm.example/' }, 'callbackUrl'],
    [{ name: 'crm', callbackUrl: 'crm.example' }, 'callbackUrl'],
    [{ name: 'crm', callbackUrl: 'https://me:pw@crm.example/' }, 'callbackUrl'],
    [{ name: 'crm', callbackUrl: `${url}/${'x'.repeat(2_048)}` }, 'callbackUrl'],
    [{ name: 'crm', callbackUrl: url, secret: 'whsec_c2hvcnQ=' }, 'secret'],
    [{ name: 'crm', callbackUrl: url, secret: 'not a secret' }, 'secret'],
    [{ name: 'crm', callbackUrl: url, secret: `whsec_${'A'.repeat(41)}` }, 'secret'],
  ])('is refused as %j', async (source, field) => {
    await expect(sources.upsert(source)).rejects.toMatchObject({ code: 'validation-failed', fields: [{ field }] });
  });
});
