import { chownSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestDatabase } from '@huiyin/testing';
import { House, expectCleanStop, inhabitants, until, untilReady } from './house.js';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

jest.setTimeout(90_000);

let house: House;
beforeAll(async () => {
  house = await House.make();
}, 120_000);
afterAll(() => house.folder.remove());

describe('starting and stopping', () => {
  let accepted: string;

  it('starts on an empty folder, says where it is, and hands over credentials that work', async () => {
    const instance = await house.start().ready();
    const { apiKey, admin, url } = house.credentials();
    expect(statSync(join(house.dataDir, 'credentials.json')).mode & 0o777).toBe(0o600);
    expect(url).toBe(instance.url);
    expect(admin).toEqual({ username: 'admin', password: expect.stringMatching(/.{16,}/) });
    expect(instance.out).toContain(join(house.dataDir, 'credentials.json'));
    expect(instance.out + instance.err).not.toContain(apiKey);
    expect(instance.out + instance.err).not.toContain(admin.password);
    accepted = await house.accept('宽带昨晚断了三个小时。');
    await expectCleanStop(instance);
  });

  it('starts again, with the same key and everything that was accepted', async () => {
    const instance = await house.start().ready();
    expect(await house.textOf(accepted)).toBe('宽带昨晚断了三个小时。');
    expect(instance.out).not.toContain('credentials');
    await expectCleanStop(instance, 'SIGINT');
  });

  it('starts after a SIGKILL of everything at once, Postgres included', async () => {
    const killed = await house.start().ready();
    const kept = await house.accept('killed right after this was accepted');
    for (const pid of inhabitants(house.dataDir)) process.kill(pid, 'SIGKILL');
    await killed.gone;
    const instance = await house.start().ready();
    expect(await house.textOf(kept)).toBe('killed right after this was accepted');
    await expectCleanStop(instance);
  });

  it('takes over what a SIGKILL of the supervisor alone left behind, a frozen worker too', async () => {
    const killed = await house.start().ready();
    const { 'The worker': worker = 0 } = killed.childPids;
    const orphan = killed.postgresPid;
    process.kill(worker, 'SIGSTOP');
    killed.kill('SIGKILL');
    await killed.gone;
    const instance = await house.start().ready();
    expect(instance.postgresPid).not.toBe(orphan);
    expect(inhabitants(house.dataDir)).not.toContain(worker);
    await expectCleanStop(instance);
  });

  it('starts over a postmaster.pid whose process is gone', async () => {
    const pidFile = join(house.dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, `${2 ** 22 + 1}\n${house.dataDir}/postgres\n1790000000\n5432\n\n127.0.0.1\n  0  0\nready\n`);
    await expectCleanStop(await house.start().ready());
  });

  it('starts again what dies while it runs: the API, the worker, Postgres', async () => {
    const instance = await house.start().ready();
    for (const who of ['The API', 'The worker', 'Postgres']) {
      const pid = who === 'Postgres' ? instance.postgresPid : (instance.childPids[who] ?? 0);
      process.kill(pid, 'SIGKILL');
      await until(() => instance.err.includes(`${who} ended (SIGKILL) and is started again.`));
      await untilReady(instance);
    }
    expect(await house.textOf(accepted)).toBe('宽带昨晚断了三个小时。');
    await expectCleanStop(instance);
  });

  it('stops at once when it is told to in the middle of a start', async () => {
    const instance = house.start();
    await until(
      () => existsSync(join(house.dataDir, 'running')) && readdirSync(join(house.dataDir, 'running')).length > 0,
    );
    await expectCleanStop(instance);
  });

  it('uses the Postgres of DATABASE_URL and then starts none of its own', async () => {
    const database = await createTestDatabase();
    const own = join(house.folder.path, 'own');
    const instance = await house.start({ dataDir: own, env: { DATABASE_URL: database.url } }).ready();
    expect(existsSync(join(own, 'postgres'))).toBe(false);
    expect(existsSync(join(own, 'credentials.json'))).toBe(true);
    expect((await instance.stop()).code).toBe(0);
    await database.drop();
  });
});

describe('the account', () => {
  const asRoot = isRoot ? it : it.skip;

  asRoot('may be an ordinary user', async () => {
    const home = join(house.folder.path, 'home');
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    const instance = await house.start({ dataDir: join(home, 'data'), uid: NOBODY }).ready();
    expect(statSync(`/proc/${instance.postgresPid}`).uid).toBe(NOBODY);
    await expectCleanStop(instance);
  });

  asRoot('may be root in a folder that nobody else may enter', async () => {
    const closed = join(house.folder.path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const instance = await house.start({ dataDir: join(closed, 'data') }).ready();
    const cluster = readlinkSync(join(closed, 'data', 'postgres'));
    expect(statSync(`/proc/${instance.postgresPid}`).uid).not.toBe(0);
    await expectCleanStop(instance);
    await expectCleanStop(await house.start({ dataDir: join(closed, 'data') }).ready());
    rmSync(cluster, { recursive: true });
  });
});

describe('npm start', () => {
  const npm = [join(process.execPath, '..', 'npm'), 'start'];

  it('passes a SIGTERM on and ends with 0', async () => {
    const instance = await house.start({ command: npm }).ready();
    expect((await instance.stop()).code).toBe(0);
    expect(inhabitants(house.dataDir)).toEqual([]);
  });

  it('can be given again at once when npm was killed', async () => {
    const killed = await house.start({ command: npm }).ready();
    killed.kill('SIGKILL');
    await killed.gone;
    await expectCleanStop(await house.start().ready());
  });
});
