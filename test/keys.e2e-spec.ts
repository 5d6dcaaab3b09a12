import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  countOld,
  findKeyring,
  forgetOldMasters,
  openVault,
  reseal,
  saveKeyring,
  Vault,
  withNewMaster,
  withoutOldMasters,
} from '@huiyin/privacy';
import { LoopWorld } from './support/loop-world.js';

const PHONE = '13912348765';
let world: LoopWorld;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-keys-'));
  world = await LoopWorld.start({ config: { dataDir, keys: '' } });
});
afterAll(async () => {
  await world.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the keys', () => {
  it('are made at the first start, beside the database, for their owner only', () => {
    const file = join(dataDir, 'keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { masters, root } = JSON.parse(readFileSync(file, 'utf8'));
    expect([masters.length, Buffer.from(root, 'base64').length]).toEqual([1, 32]);
  });

  describe('when they are not there', () => {
    let other: string;
    beforeEach(() => {
      other = mkdtempSync(join(tmpdir(), 'huiyin-keys-'));
    });
    afterEach(() => rmSync(other, { recursive: true }));

    it('stop the start with a line that says what to do, and no others are made', async () => {
      await expect(openVault({ dataDir: other, keys: '' }, world.db)).rejects.toThrow(
        /put back the keys that belong to this database/,
      );
      expect(await findKeyring({ dataDir: other, keys: '' })).toBeUndefined();
    });

    it('are not replaced by those of somebody else', async () => {
      const { TEST_KEYS } = await import('./support/loop-world.js');
      await expect(openVault({ dataDir: other, keys: TEST_KEYS }, world.db)).rejects.toThrow(/HUIYIN_KEYS/);
    });
  });

  it('are rotated while everything goes on: all is sealed anew, the old key is needed no longer', async () => {
    const settings = { dataDir, keys: '' };
    const ids: string[] = [];
    for (let i = 0; i < 3; i++)
      ids.push(await world.collect({ text: `打${PHONE}`, customer: { phone: `1391234876${i}` } }));
    await world.call('PUT', '/api/v1/sources/crm', { body: { callbackUrl: 'https://crm.example/in' } });
    const before = (await findKeyring(settings))!;
    await saveKeyring(settings, withNewMaster(before));
    const vault = new Vault((await findKeyring(settings))!);
    expect(await countOld(world.db, vault)).toBeGreaterThan(3);
    let told = 0;
    const done = await reseal(world.db, vault, (count) => (told = count));
    expect(done).toBe(told);
    expect(await countOld(world.db, vault)).toBe(0);
    expect(await reseal(world.db, vault, () => undefined)).toBe(0);
    await forgetOldMasters(world.db, vault);
    await saveKeyring(settings, withoutOldMasters(vault.ring));
    // The running processes have only the old key in mind, and look again.
    expect((await world.post(`/api/v1/feedback/${ids[0]}/reveal`, {})).body.text).toBe(`打${PHONE}`);
    expect((await world.post('/api/v1/customers/find', { phone: PHONE })).status).toBe(200);
    await expect(openVault({ dataDir, keys: '' }, world.db)).resolves.toBeInstanceOf(Vault);
  });
});
