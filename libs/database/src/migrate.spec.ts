import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '@huiyin/loop';
import { type TestDatabase, createEmptyDatabase } from '@huiyin/testing';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { Database } from './database.js';
import { migrate, migrationState } from './migrate.js';

class First1 implements MigrationInterface {
  readonly name = 'First1700000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table first ()');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first');
  }
}

class Second2 implements MigrationInterface {
  readonly name = 'Second1700000000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table second ()');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table second');
  }
}

describe('migrating', () => {
  let empty: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    empty = await createEmptyDatabase();
    database = new Database(
      {
        url: empty.url,
        poolSize: 1,
        statementTimeoutMs: 5000,
        idleTransactionTimeoutMs: 5000,
        applicationName: 'test',
      },
      new SystemClock(),
    );
  });
  afterAll(async () => {
    await database.close();
    await empty.drop();
  });

  it('tells what has not run yet', async () => {
    expect(await migrationState(database, [First1])).toEqual({ pending: ['First1700000000001'], unknown: [] });
  });

  it('runs every migration once when several starters come at once', async () => {
    const runs = await Promise.all([
      migrate(empty.url, [First1]),
      migrate(empty.url, [First1]),
      migrate(empty.url, [First1]),
    ]);
    expect(runs.flat()).toEqual(['First1700000000001']);
  });

  it('runs only what is new', async () => {
    expect(await migrate(empty.url, [First1, Second2])).toEqual(['Second1700000000002']);
    expect(await migrationState(database, [First1, Second2])).toEqual({ pending: [], unknown: [] });
  });

  it('refuses a database that is newer than the code in one line', async () => {
    await expect(migrate(empty.url, [First1])).rejects.toThrow(
      /^The database is newer than this Huiyin \(it has had Second1700000000002\); start the newer version/,
    );
  });

  it('says where it cannot connect, without the password', async () => {
    const wrong = empty.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(migrate(wrong, [First1])).rejects.toThrow(
      /^Cannot connect to the database test_\w+ on 127\.0\.0\.1:\d+ \(password authentication failed.*\); check DATABASE_URL/,
    );
    await expect(migrate(wrong, [First1])).rejects.not.toThrow('wrong@');
  });
});
