import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Instance, freePort } from '@huiyin/testing';
import { House, refusal, untilReady } from './house.js';

jest.setTimeout(90_000);

let house: House;
beforeAll(async () => {
  house = await House.make();
}, 120_000);
afterAll(() => house.folder.remove());

describe('what cannot start says so in one line and leaves everything as it was', () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await house.start().ready();
  });
  afterAll(() => instance.stop());

  it('a second instance on the same data directory', async () => {
    const line = await refusal(house.start({ port: await freePort() }));
    expect(line).toBe(
      `huiyin start: Huiyin is already running on the data directory ${house.dataDir} (process ${instance.pid}); stop it first, or set HUIYIN_DATA_DIR and PORT for a second instance.`,
    );
    await untilReady(instance);
  });

  it('a port in use', async () => {
    const taken = await freePort();
    const stranger = createServer().listen(taken, '127.0.0.1');
    await once(stranger, 'listening');
    const other = join(house.folder.path, 'other');
    expect(await refusal(house.start({ dataDir: other, port: taken }))).toMatch(
      new RegExp(
        `^huiyin start: Port ${taken} on 127.0.0.1 is in use by another program; .* PORT=${taken + 1} npm start$`,
      ),
    );
    expect(existsSync(join(other, 'postgres'))).toBe(false);
    stranger.close();
  });

  it('a bad setting', async () => {
    expect(await refusal(house.start({ env: { HUIYIN_BATCH_SIZE: 'many' } }))).toMatch(
      /^huiyin start: HUIYIN_BATCH_SIZE must be a whole number, 1 to 10000, not "many"/,
    );
  });

  it('a database that is not there', async () => {
    const env = { DATABASE_URL: 'postgres://huiyin:hush@no-such-host.invalid/huiyin' };
    const line = await refusal(
      house.start({ dataDir: join(house.folder.path, 'nowhere'), port: await freePort(), env }),
    );
    expect(line).toMatch(
      /^huiyin start: Cannot connect to the database huiyin on no-such-host\.invalid:5432 .* check DATABASE_URL/,
    );
    expect(line).not.toContain('hush');
  });

  it('a data directory that is a file', async () => {
    const file = join(house.folder.path, 'file');
    writeFileSync(file, '');
    expect(await refusal(house.start({ dataDir: file, port: await freePort() }))).toMatch(
      /set HUIYIN_DATA_DIR to a folder/,
    );
  });

  it('of two that start at once on a new folder, exactly one', async () => {
    const both = join(house.folder.path, 'both');
    const two = [
      house.start({ dataDir: both, port: await freePort() }),
      house.start({ dataDir: both, port: await freePort() }),
    ];
    const outcomes = await Promise.allSettled(two.map((each) => each.ready()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const ends = await Promise.all(two.map((each) => each.stop()));
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(ends.map(({ err }) => err).join('')).toMatch(/^huiyin start: Huiyin is already running on .*\n$/);
  });

  it('a command works beside the running instance, on its database', async () => {
    const { code, out } = await house.command('migrate').ended;
    expect({ code, out }).toEqual({ code: 0, out: 'The database is up to date.\n' });
  });

  it('a command that does not exist gets the list of those that do', async () => {
    const { code, err } = await house.command('strat').ended;
    expect(code).toBe(1);
    expect(err).toMatch(/there is no command "strat"[^]*start[^]*migrate/);
  });
});
