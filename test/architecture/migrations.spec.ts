import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { ANALYZE_ENTITIES } from '@huiyin/analyze';
import { BUS_ENTITIES } from '@huiyin/bus';
import { COLLECT_ENTITIES } from '@huiyin/collect';
import { migrationDataSource } from '@huiyin/database';
import { DELIVER_ENTITIES } from '@huiyin/deliver';
import { ORG_ENTITIES } from '@huiyin/org';
import { PRIVACY_ENTITIES } from '@huiyin/privacy';
import { RECOLLECT_ENTITIES } from '@huiyin/recollect';
import { RESOLVE_ENTITIES } from '@huiyin/resolve';
import { ROUTE_ENTITIES } from '@huiyin/route';
import { MAIL_ENTITIES } from '@huiyin/mail';
import { BOARD_ENTITIES } from '@huiyin/board';
import { JOURNEY_ENTITIES } from '@huiyin/journey';
import { NOTICE_ENTITIES } from '@huiyin/notices';
import { WEBHOOK_ENTITIES } from '@huiyin/webhooks';
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
    expect(inAnyOrder(await schemaOf(database.url))).toBe(inAnyOrder(first));
  });

  it('leave the same schema when each is taken back and run again before the next', async () => {
    const schemas: string[] = [];
    for (const [index] of MIGRATIONS.entries()) {
      const upTo = await migrationDataSource(database.url, MIGRATIONS.slice(0, index + 1)).initialize();
      const before = await schemaOf(database.url);
      await upTo.runMigrations();
      schemas.push(await schemaOf(database.url));
      await upTo.undoLastMigration();
      expect(inAnyOrder(await schemaOf(database.url))).toBe(inAnyOrder(before));
      await upTo.runMigrations();
      expect(inAnyOrder(await schemaOf(database.url))).toBe(inAnyOrder(schemas.at(-1)!));
      await upTo.destroy();
    }
    expect(schemas).toHaveLength(MIGRATIONS.length);
  });
});

/** A schema with its lines sorted: a column that was dropped and came back stands last in its table. */
const inAnyOrder = (schema: string): string => schema.replaceAll(/,$/gm, '').split('\n').sort().join('\n');

/** What the migrations say of the tables and TypeORM has no words for. */
const BEYOND_TYPEORM = [
  'feedback: with (fillfactor=80)',
  "CREATE INDEX analysis_search_idx ON analysis USING gin (search) WITH (gin_pending_list_limit='16384');",
  'CREATE UNIQUE INDEX burst_open_key ON burst USING btree (cluster_id, category, region) NULLS NOT DISTINCT WHERE (ended_at IS NULL);',
  'CREATE INDEX cluster_figures_idx ON cluster USING btree (figures_at NULLS FIRST) WHERE (merged_into IS NULL);',
  'CREATE INDEX cluster_growth_idx ON cluster USING btree (growth DESC, id) WHERE (merged_into IS NULL);',
  'CREATE INDEX cluster_impact_idx ON cluster USING btree (impact DESC, id) WHERE (merged_into IS NULL);',
  'CREATE INDEX cluster_seen_idx ON cluster USING btree (last_seen_at DESC, id);',
  'CREATE INDEX cluster_size_idx ON cluster USING btree (size DESC, id);',
  "CREATE INDEX cluster_suggestion_open_idx ON cluster_suggestion USING btree (score DESC, id) WHERE (state = 'open'::text);",
  'CREATE INDEX unit_path_idx ON unit USING btree (path text_pattern_ops);',
];

const ENTITIES = [
  ...ORG_ENTITIES,
  ...PRIVACY_ENTITIES,
  ...BUS_ENTITIES,
  ...COLLECT_ENTITIES,
  ...ANALYZE_ENTITIES,
  ...ROUTE_ENTITIES,
  ...RESOLVE_ENTITIES,
  ...DELIVER_ENTITIES,
  ...RECOLLECT_ENTITIES,
  ...WEBHOOK_ENTITIES,
  ...JOURNEY_ENTITIES,
  ...NOTICE_ENTITIES,
  ...BOARD_ENTITIES,
  ...MAIL_ENTITIES,
];

/** TypeORM looks up here what generated columns are generated from; this lets it see what the catalogue says. */
const GENERATED_COLUMNS = `
  create view typeorm_metadata as
    select 'GENERATED_COLUMN' as type, current_database()::text as database, n.nspname::text as schema,
      c.relname::text as table, a.attname::text as name, pg_get_expr(d.adbin, d.adrelid) as value
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attgenerated <> ''`;

async function entitySource(url: string): Promise<DataSource> {
  const unconnected = new DataSource({ type: 'postgres', url, entities: ENTITIES });
  // TypeORM refuses types that it does not know; of this one it needs to know no more than the name.
  unconnected.driver.supportedDataTypes.push('xid8' as never);
  return unconnected.initialize();
}

/** The statements by which TypeORM would bring the tables of a migrated database into line with the entities. */
async function proposals(url: string): Promise<string[]> {
  const entities = await entitySource(url);
  await entities.query(GENERATED_COLUMNS);
  const { upQueries } = await entities.driver.createSchemaBuilder().log();
  await entities.destroy();
  return upQueries.map(({ query }) => query);
}

/** What the entities make of a database that has only our functions; see `tableLines`. */
async function madeByEntities(): Promise<string[]> {
  const bare = await createTestDatabase();
  const entities = await entitySource(bare.url);
  await entities.synchronize(true);
  await entities.destroy();
  const lines = await tableLines(bare.url);
  await bare.drop();
  return lines;
}

/** Every column, constraint, option and index of the tables, a line each. */
async function tableLines(url: string): Promise<string[]> {
  const schema = await schemaOf(url);
  const tables = [...schema.matchAll(/^create table (\S+) \(\n([\s\S]*?)\n\)(.*);$/gm)];
  const lines = tables.flatMap(([, table, body = '', options = '']) =>
    [...body.split(',\n'), options].filter(Boolean).map((line) => `${table}: ${line.trim()}`),
  );
  // TypeORM writes a smallint's default as text, which means the same.
  const columns = lines.map((line) => line.replace(/default '(\d+)'::smallint/, 'default $1'));
  return [...columns, ...(schema.match(/^CREATE .*INDEX .*;$/gm) ?? [])];
}

async function run(url: string, change: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(change);
  await client.end();
}

describe('the entities', () => {
  let made: string[];

  /** The lines that only the entities or only the database has. */
  async function differences(): Promise<{ entities: string[]; database: string[] }> {
    const migrated = await tableLines(database.url);
    return {
      entities: made.filter((line) => !migrated.includes(line)),
      database: migrated.filter((line) => !made.includes(line)),
    };
  }

  beforeAll(async () => {
    made = await madeByEntities();
  });

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(() => database.drop());

  it('are all listed by their libraries', async () => {
    const files = readdirSync(`${ROOT}libs`, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.entity.ts')))
      await import(pathToFileURL(`${ROOT}libs/${file}`).href);
    const found = getMetadataArgsStorage().tables.map(({ target }) => target);
    expect(found.filter((target) => !ENTITIES.includes(target as (typeof ENTITIES)[number]))).toEqual([]);
  });

  it('are exactly one for each table', async () => {
    const tables = [...(await schemaOf(database.url)).matchAll(/^create table (\S+) /gm)].map(([, table]) => table);
    const described = getMetadataArgsStorage().tables.map(({ name }) => name);
    expect(described.sort()).toEqual(tables.sort());
  });

  it('leave TypeORM nothing to change in what the migrations made', async () => {
    expect(await proposals(database.url)).toEqual([]);
  });

  it('make by themselves what the migrations made, but for what TypeORM has no words for', async () => {
    expect(await differences()).toEqual({ entities: [], database: BEYOND_TYPEORM });
  });

  it.each([
    ['has one more column', 'alter table feedback add planted text'],
    ['has one column less', 'alter table delivery drop proof'],
    ['has another name for a column', 'alter table analysis rename model to version'],
    ['has another type for a column', 'alter table survey alter score type int'],
    ['lets a column be null', 'alter table resolution alter reply drop not null'],
    ['has another default', 'alter table feedback alter priority set default 4'],
    ['has a generated column less', 'alter table stage_visit alter waiting drop expression'],
    [
      'generates a column from others',
      'alter table stage_visit drop working, add working interval not null generated always as (left_at - entered_at) stored',
    ],
    ['has a foreign key less', 'alter table escalation drop constraint escalation_feedback_fkey'],
    ['has a check less', 'alter table feedback drop constraint feedback_kind_check'],
    ['has an index less', 'drop index feedback_lane_idx'],
  ])('are found out by TypeORM when the database %s', async (_, change) => {
    await run(database.url, change);
    expect(await proposals(database.url)).not.toEqual([]);
    expect(await differences()).not.toEqual({ entities: [], database: BEYOND_TYPEORM });
  });

  it.each([
    [
      'a check',
      'alter table survey drop constraint survey_score_check, add constraint survey_score_check check (score > 0)',
    ],
    ['a foreign key', 'alter table survey_token alter constraint survey_token_survey_fkey deferrable'],
    [
      'the condition of an index',
      'drop index feedback_parked_idx; create index feedback_parked_idx on feedback (stage, id)',
    ],
    [
      'the order in an index',
      'drop index stage_visit_feed_idx; create index stage_visit_feed_idx on stage_visit (event_id, xid)',
    ],
  ])('are found out when the database says otherwise of %s, which TypeORM does not see', async (_, change) => {
    await run(database.url, change);
    const { entities, database: found } = await differences();
    expect(entities).toHaveLength(1);
    expect(found).toHaveLength(BEYOND_TYPEORM.length + 1);
  });
});
