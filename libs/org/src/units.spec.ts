import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { UnitDirectory } from './unit-directory.js';
import type { NewUnit, UnitNode } from './unit.js';
import { Units } from './units.js';

const GUANGDONG: NewUnit[] = [
  { code: 'gd-gz-01', parent: 'gd-gz', level: 'desk', nameZh: '天河营业厅' },
  { code: 'gd-gz', parent: 'gd', level: 'city', nameZh: '广州', nameEn: 'Guangzhou', region: '4401' },
  { code: 'gd-sz', parent: 'gd', level: 'city', nameZh: '深圳', nameEn: 'Shenzhen', region: '4403' },
  { code: 'gd', level: 'province', nameZh: '广东', nameEn: 'Guangdong', region: '44' },
  { code: 'gx', level: 'province', nameZh: '广西', nameEn: 'Guangxi', region: '45' },
];

describe('the tree of units', () => {
  let test: TestDatabase;
  let database: Database;
  let units: Units;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = new Database(
      {
        url: test.url,
        poolSize: 3,
        statementTimeoutMs: 10_000,
        idleTransactionTimeoutMs: 10_000,
        applicationName: 'spec',
      },
      new SystemClock(),
    );
    units = new Units(database);
  });

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  beforeEach(async () => {
    await database.query(`delete from unit where parent_id is not null`);
    await units.importAll(GUANGDONG);
  });

  const shape = ({ code, children }: UnitNode): string =>
    children.length > 0 ? `${code}(${children.map(shape).join(' ')})` : code;
  const drawn = async () => shape(await units.tree());
  const id = async (code: string) => (await units.get(code)).id;
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

  it('always has a root, so that there is somebody for everything', async () => {
    await database.query(`delete from unit where parent_id is not null`);
    expect(await units.tree()).toMatchObject({ code: 'group', nameZh: '集团', parentId: null, children: [] });
    await expect(
      database.query(`insert into unit (code, path, level, name_zh, name_en) values ('b', '', 'group', '', '')`),
    ).rejects.toThrow('unit_one_root_key');
  });

  it('is imported from rows in any order, and again without changing anything', async () => {
    expect(await drawn()).toBe('group(gd(gd-gz(gd-gz-01) gd-sz) gx)');
    expect(await units.importAll(GUANGDONG)).toEqual({ created: 0, updated: 0, unchanged: 5 });
    const changed = GUANGDONG.map((unit) => (unit.code === 'gd-sz' ? { ...unit, nameEn: 'Shum Chun' } : unit));
    const more = [...changed, { code: 'gx-nn', parent: 'gx', level: 'city' as const, nameZh: '南宁' }];
    expect(await units.importAll(more)).toEqual({ created: 1, updated: 1, unchanged: 4 });
  });

  it('knows who is above and who is under a unit, and nobody whose number only begins alike', async () => {
    expect(codes(await units.ancestorsOf(await id('gd-gz-01')))).toEqual(['group', 'gd', 'gd-gz']);
    expect(codes(await units.subtree(await id('gd')))).toEqual(['gd', 'gd-gz', 'gd-sz', 'gd-gz-01']);
    expect(await units.ancestorsOf(await id('group'))).toEqual([]);
    expect(await units.subtree(-1)).toEqual([]);
    const many = Array.from({ length: 120 }, (_, i) => ({ code: `d${i}`, level: 'desk' as const, nameZh: `台席${i}` }));
    await units.importAll(many);
    for (const unit of await units.list()) {
      expect(unit.path).toMatch(new RegExp(`^/(\\d+/)*${unit.id}/$`));
      if (unit.level === 'desk') expect(await units.subtree(unit.id)).toHaveLength(1);
    }
  });

  it('creates, changes and moves a unit with all that is under it', async () => {
    const made = await units.create({ code: 'gd-zh', parent: 'gd', level: 'city', nameZh: '珠海' });
    expect(made).toMatchObject({ code: 'gd-zh', nameEn: '珠海', active: true, region: null });
    await units.update('gd-gz', { parent: 'gx', nameEn: 'Canton' });
    expect(await drawn()).toBe('group(gd(gd-sz gd-zh) gx(gd-gz(gd-gz-01)))');
    expect(codes(await units.ancestorsOf(await id('gd-gz-01')))).toEqual(['group', 'gx', 'gd-gz']);
    expect(await units.get('gd-gz')).toMatchObject({ nameEn: 'Canton', nameZh: '广州', region: '4401' });
    expect(await units.update('gd-gz', { active: false, region: null })).toMatchObject({ active: false, region: null });
    expect(await units.update('group', { nameZh: '总部' })).toMatchObject({ nameZh: '总部', parentId: null });
  });

  it('refuses what would not be a tree, and changes nothing then', async () => {
    const before = await drawn();
    const refused: [Promise<unknown>, object][] = [
      [units.create(GUANGDONG[1]!), { code: 'already-exists' }],
      [
        units.create({ code: 'x', parent: 'nowhere', level: 'city', nameZh: 'x' }),
        { code: 'unknown-unit', fields: [{ field: 'parent' }] },
      ],
      [units.create({ code: 'x', parent: 'gd-gz', level: 'province', nameZh: 'x' }), { fields: [{ field: 'level' }] }],
      [units.create({ code: 'x', level: 'group', nameZh: 'x' }), { fields: [{ field: 'level' }] }],
      [units.create({ code: 'a b', level: 'city', nameZh: 'x' }), { fields: [{ field: 'code' }] }],
      [units.create({ code: 'x', level: 'city', nameZh: 'nul\0' }), { fields: [{ field: 'nameZh' }] }],
      [units.update('gd-gz', { parent: 'gd-gz' }), { fields: [{ field: 'parent' }] }],
      [units.update('gd', { parent: 'gd-gz' }), { fields: [{ field: 'parent' }] }],
      [units.update('gd', { level: 'desk' }), { fields: [{ field: 'level' }] }],
      [units.update('group', { parent: 'gd' }), { fields: [{ field: 'parent' }] }],
      [units.update('nowhere', {}), { code: 'not-found' }],
      [units.importAll([GUANGDONG[0]!, GUANGDONG[0]!]), { fields: [{ field: 'units[1].code' }] }],
      [
        units.importAll([GUANGDONG[1]!, { ...GUANGDONG[2]!, parent: 'hn' }]),
        { fields: [{ field: 'units[1].parent' }] },
      ],
    ];
    for (const [refusal, error] of refused) await expect(refusal).rejects.toMatchObject(error);
    expect(await drawn()).toBe(before);
  });

  it('takes edits of the same moment one after the other', async () => {
    const swaps = [
      units.update('gd-gz', { level: 'city', parent: 'gd-sz' }),
      units.update('gd-sz', { parent: 'gd-gz' }),
    ];
    const ends = await Promise.allSettled(swaps);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is looked up without a query once the directory has been loaded', async () => {
    let now = 0;
    const directory = new UnitDirectory(database, () => now);
    expect(() => directory.byCode('gd')).toThrow('load()');
    await directory.load();
    const desk = directory.byCode('gd-gz-01')!;
    expect(directory.byId(desk.id)).toBe(desk);
    expect(directory.root.code).toBe('group');
    expect(codes(directory.ancestorsOf(desk))).toEqual(['group', 'gd', 'gd-gz']);
    expect(codes(directory.subtreeOf(directory.byCode('gd')!)).sort()).toEqual(['gd', 'gd-gz', 'gd-gz-01', 'gd-sz']);

    await units.create({ code: 'hn', level: 'province', nameZh: '湖南' });
    expect(directory.byCode('hn')).toBeUndefined();
    expect([...(await directory.resolve(['hn', 'gd', 'nowhere', 'nul\0'])).keys()].sort()).toEqual(['gd', 'hn']);
    now = 5_001;
    directory.byCode('gd');
    await directory.load();
    expect(directory.byCode('hn')).toMatchObject({ nameZh: '湖南' });
  });
});
