import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { importPeople, type PersonRowText } from './people-import.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { Units } from './units.js';

const ROWS: readonly PersonRowText[] = [
  { username: 'Wang.Fang', displayName: '王芳', roles: 'case-owner', units: 'gd; sd', language: 'zh' },
  {
    username: 'li',
    displayName: '',
    roles: 'frontline auditor',
    units: '',
    password: 'quiet-lantern-harbour',
    mustChange: 'no',
  },
  { username: 'x', roles: 'frontline' },
  { username: 'zhao', roles: 'boss' },
  { username: 'qian', units: 'nowhere' },
  { username: 'sun', password: '123456' },
  { username: 'zhou', mustChange: 'perhaps' },
  { username: 'wang.fang', roles: 'administrator' },
  { username: 'wu', roles: 'quality', language: 'fr' },
];

describe('a list of people', () => {
  let test: TestDatabase;
  let db: Database;
  let people: People;

  beforeAll(async () => {
    test = await createTestDatabase();
    const limits = { statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
    db = new Database({ url: test.url, poolSize: 3, ...limits }, new SystemClock());
    people = new People(db);
    for (const code of ['gd', 'sd']) await new Units(db).create({ code, level: 'province', nameZh: code });
  });
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  it('adds those whose lines are good and tells of every other line why not', async () => {
    const done = await importPeople(people, ROWS);
    expect(done.map(({ state }) => state)).toEqual(['created', 'created', ...Array<string>(7).fill('rejected')]);
    const reasons = done.map((one) => (one.state === 'rejected' ? one.reason : ''));
    for (const [index, word] of [
      /username/,
      /boss/,
      /nowhere/,
      /12 characters/,
      /mustChange/,
      /twice/,
      /language/,
    ].entries())
      expect(reasons[index + 2]).toMatch(word);
    expect(await people.getByUsername('wang.fang')).toMatchObject({
      displayName: '王芳',
      roles: ['case-owner'],
      units: [{ code: 'gd' }, { code: 'sd' }],
      mustChangePassword: true,
    });
    expect(await people.getByUsername('li')).toMatchObject({
      displayName: 'li',
      roles: ['frontline', 'auditor'],
      units: [],
      mustChangePassword: false,
    });
  });

  it('changes nothing when it comes again: sessions and passwords stay', async () => {
    const { id } = await people.getByUsername('li');
    const sessions = new Sessions(db, 12);
    const session = (await sessions.start(id))!;
    const before = await people.list();
    const done = await importPeople(people, ROWS);
    expect(done.map(({ state }) => state).slice(0, 2)).toEqual(['unchanged', 'unchanged']);
    expect(await people.list()).toEqual(before);
    expect(await sessions.authenticate(session.token)).not.toBeNull();
  });

  it('changes what a line says and leaves what it does not', async () => {
    const rows = [
      { username: 'wang.fang', roles: 'quality', units: '' },
      { username: 'li', units: '-', language: 'en' },
    ];
    expect((await importPeople(people, rows)).map(({ state }) => state)).toEqual(['changed', 'changed']);
    expect(await people.getByUsername('wang.fang')).toMatchObject({
      roles: ['quality'],
      units: [{ code: 'gd' }, { code: 'sd' }],
    });
    expect(await people.getByUsername('li')).toMatchObject({ language: 'en', roles: ['frontline', 'auditor'] });
  });
});
