import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedConnection, OperatorError } from '@huiyin/config';
import { temporaryFolder } from '@huiyin/testing';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';

const folder = temporaryFolder();
const dataDir = join(folder.path, 'data');
const pidFile = join(dataDir, 'postgres', 'postmaster.pid');

beforeAll(async () => {
  // As `mktemp -d` makes it, which root's Postgres may not enter.
  await mkdir(dataDir, { mode: 0o700 });
  // As a start leaves it that was killed while it made the cluster.
  await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true });
});
afterAll(() => folder.remove());

describe('the embedded Postgres', () => {
  it('is made at the first start, also after one that was killed half way', async () => {
    const postgres = await EmbeddedPostgres.start({ dataDir });
    await ask(postgres, 'create table word (text text)');
    await ask(postgres, `insert into word values ('回音')`);
    expect(await ask(postgres, `select text from word where text ~ '^\\w+$' order by text`)).toEqual([
      { text: '回音' },
    ]);
    await postgres.stop();
    expect(await postgres.exited).toBe('status 0');
    expect(lstatSync(join(dataDir, 'postgres')).isDirectory()).toBe(true);
  });

  it('is a server for this machine only, with a password, and the application is no superuser', async () => {
    const postgres = await EmbeddedPostgres.start({ dataDir });
    const [facts] = await ask(
      { url: postgres.superuserUrl },
      `select current_setting('listen_addresses') listen, current_setting('unix_socket_directories') sockets,
              current_setting('fsync') fsync, current_setting('server_encoding') encoding`,
    );
    expect(facts).toEqual({ listen: '127.0.0.1', sockets: '', fsync: 'on', encoding: 'UTF8' });
    const [self] = await ask(postgres, 'select rolsuper as super from pg_roles where rolname = current_user');
    expect(self).toEqual({ super: false });
    const stranger = new pg.Client({ connectionString: postgres.url.replace(/:[^:@]+@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
    await postgres.stop();
  });

  it('keeps its data, port and password from start to start', async () => {
    const first = await EmbeddedPostgres.start({ dataDir });
    await first.stop();
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second.url).toBe(first.url);
    expect(await ask(second, 'select text from word')).toEqual([{ text: '回音' }]);
    await second.stop();
  });

  it('starts after a SIGKILL, with everything that was committed', async () => {
    const first = await EmbeddedPostgres.start({ dataDir });
    await ask(first, `insert into word values ('kept')`);
    process.kill(first.pid, 'SIGKILL');
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(await ask(second, `select text from word where text = 'kept'`)).toHaveLength(1);
    await second.stop();
  });

  it('replaces a server that a killed supervisor left running', async () => {
    const orphan = await EmbeddedPostgres.start({ dataDir });
    const next = await EmbeddedPostgres.start({ dataDir });
    expect(await orphan.exited).toBe('status 0');
    expect(next.url).toBe(orphan.url);
    await next.stop();
  });

  it.each([
    ['nobody has', 2 ** 22 + 1],
    ['another program has got since', process.pid],
  ])('starts over a leftover postmaster.pid with a number that %s', async (_who, pid) => {
    writeFileSync(pidFile, `${pid}\n${join(dataDir, 'postgres')}\n1790000000\n5432\n\n127.0.0.1\n  0  0\nready\n`);
    const postgres = await EmbeddedPostgres.start({ dataDir });
    await postgres.stop();
  });

  it('moves to another port when a stranger has taken its own', async () => {
    const { port } = connection();
    const stranger = await listenOn(port);
    const postgres = await EmbeddedPostgres.start({ dataDir });
    expect(connection().port).not.toBe(port);
    expect(postgres.url).toContain(`:${connection().port}/`);
    await postgres.stop();
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('refuses a cluster of another version in one line', async () => {
    const version = join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(version, '14\n');
    const start = EmbeddedPostgres.start({ dataDir });
    await expect(start).rejects.toThrow(OperatorError);
    await expect(start).rejects.toThrow(/was made by Postgres 14, and this Huiyin brings Postgres 18; start it with/);
    writeFileSync(version, '18\n');
  });

  it('refuses a password that is not the cluster’s instead of waiting for ever', async () => {
    const file = join(dataDir, 'postgres.json');
    const good = readFileSync(file);
    writeFileSync(file, JSON.stringify({ ...connection(), superuserPassword: 'wrong' }));
    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow(/refuses the password in postgres.json/);
    writeFileSync(file, good);
  });

  it('gives up a start that is broken off', async () => {
    await expect(EmbeddedPostgres.start({ dataDir, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

function connection(): EmbeddedConnection {
  return JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as EmbeddedConnection;
}

async function ask({ url }: { url: string }, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}
