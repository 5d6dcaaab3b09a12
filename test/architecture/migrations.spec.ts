import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrationDataSource } from '@huiyin/database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { MIGRATIONS } from '../../migrations/index.js';
import { schemaOf } from '../../scripts/generate/migrated-schema.js';
import { ROOT } from './planted.js';

let database: TestDatabase;
let source: DataSource;

describe('the migrations', () => {
  beforeEach(async () => {
    database = await createEmptyDatabase();
    source = await migrationDataSource(database.url, MIGRATIONS).initialize();
  });

  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  it('are all listed, oldest first', async () => {
    const files = readdirSync(`${ROOT}migrations`).filter((file) => /^\d+-.+\.ts$/.test(file));
    const modules = await Promise.all(
      files.sort().map((file) => import(`../../migrations/${file.replace('.ts', '.js')}`)),
    );
    expect(MIGRATIONS).toEqual(modules.flatMap((module: object) => Object.values(module)));
  });

  it('go up, down and up again and leave the same schema', async () => {
    const empty = await schemaOf(database.url);
    await source.runMigrations();
    const first = await schemaOf(database.url);
    expect(first).toContain('create table stage_visit');
    for (const _ of MIGRATIONS) await source.undoLastMigration();
    expect(await schemaOf(database.url)).toBe(empty);
    await source.runMigrations();
    expect(await schemaOf(database.url)).toBe(first);
  });

  it('leave the same schema when each is taken back and run again before the next', async () => {
    const schemas: string[] = [];
    for (const [index] of MIGRATIONS.entries()) {
      const upTo = await migrationDataSource(database.url, MIGRATIONS.slice(0, index + 1)).initialize();
      const before = await schemaOf(database.url);
      await upTo.runMigrations();
      schemas.push(await schemaOf(database.url));
      await upTo.undoLastMigration();
      expect(await schemaOf(database.url)).toBe(before);
      await upTo.runMigrations();
      expect(await schemaOf(database.url)).toBe(schemas.at(-1));
      await upTo.destroy();
    }
    expect(schemas).toHaveLength(MIGRATIONS.length);
  });
});

describe('the entities', () => {
  it('say of their tables exactly what the migrations made', async () => {
    const folders = readdirSync(`${ROOT}libs`, { recursive: true, encoding: 'utf8' });
    const files = folders.filter((file) => file.endsWith('.entity.ts'));
    for (const file of files) await import(pathToFileURL(`${ROOT}libs/${file}`).href);
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target);
    const migrated = await createTestDatabase();
    const entitySource = await new DataSource({ type: 'postgres', url: migrated.url, entities }).initialize();
    const drift = await entitySource.driver.createSchemaBuilder().log();
    await entitySource.destroy();
    await migrated.drop();
    expect(entities.length).toBeGreaterThanOrEqual(files.length);
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
