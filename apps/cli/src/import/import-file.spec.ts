import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Intake } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { UnitDirectory } from '@huiyin/org';
import { makeKeyring, Vault } from '@huiyin/privacy';
import { createTestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ImportOptions, type ImportResult, importFile } from './import-file.js';
import { fileOf, rejectsOf } from './options.js';
import { Rejects } from './rejects.js';

const LIMITS = { poolSize: 2, statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };

describe('the import of a file', () => {
  let folder: string;
  let db: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
    const made = await createTestDatabase();
    drop = made.drop;
    db = new Database({ url: made.url, ...LIMITS }, new SystemClock());
  });
  afterAll(async () => {
    await db.close();
    await drop();
    rmSync(folder, { recursive: true });
  });

  function written(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  async function run(
    path: string,
    values: { map?: string[]; source?: string },
    options: Partial<ImportOptions> = {},
  ): Promise<{ result: ImportResult; told: string[] }> {
    const file = fileOf({ positionals: [path], values: { encoding: 'utf-8', timezone: '+08:00', ...values } });
    const rejects = options.rejects ?? new Rejects(undefined);
    const door = { intake: new Intake(db, new Vault(makeKeyring())), units: new UnitDirectory(db) };
    const stop = new AbortController().signal;
    const result = await importFile(file, { door, rejects, stop, progress: () => undefined, ...options });
    await rejects.close();
    return { result, told: rejects.told() };
  }

  async function onRecord(source: string): Promise<Record<string, unknown>[]> {
    return db.query(
      `select w.text, w.subject, w.external_id as "externalId", w.occurred_at as "occurredAt", w.customer, w.tags, f.channel, f.stage,
         u.code as unit, w.accepted_by as "acceptedBy"
       from feedback_words w join feedback f on f.id = w.feedback_id left join unit u on u.id = f.unit_id
       where w.source = $1 order by w.number`,
      [source],
    );
  }

  it('puts its rows on record as the API would, ready for the loop', async () => {
    const csv = '编号,标题,内容,时间,电话,单位\n1,宽带,"网速慢,而且贵",2019/2/28 11:25:05,13800001234,group\n';
    const map = ['text=内容,subject=标题,externalId=编号,occurredAt=时间,customer.phone=电话,unit=单位'];
    const { result } = await run(written('one.csv', csv), { map, source: 'one' });
    expect(result).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: 0,
      complete: true,
      madeIds: 0,
      unseen: [],
      untaken: [],
    });
    expect(await onRecord('one')).toEqual([
      {
        text: '网速慢,而且贵',
        subject: '宽带',
        externalId: '1',
        occurredAt: '2019-02-28T03:25:05.000000Z',
        customer: { phone: '138****1234' },
        tags: [],
        channel: 'other',
        stage: 'collect',
        unit: 'group',
        acceptedBy: 'system',
      },
    ]);
  });

  it('adds nothing the second time, also when rows have no id of their own', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) =>
      JSON.stringify({ words: `声音 ${index % 1_100}`, city: '深圳' }),
    );
    const path = written('many.jsonl', rows.join('\n'));
    const options = { map: ['text=words'], source: 'many' };
    expect((await run(path, options)).result).toMatchObject({ accepted: 1_100, duplicates: 100, madeIds: 1_200 });
    expect((await run(path, options)).result).toMatchObject({ accepted: 0, duplicates: 1_200, rejected: 0 });
    // Another mapping of the same rows is no other feedback.
    expect((await run(path, { map: ['text=words,customer.region=city'], source: 'many' })).result.accepted).toBe(0);
    expect((await run(path, { ...options, source: 'others' })).result.accepted).toBe(1_100);
  });

  it('leaves bad rows out and says why, row by row, in a file that only its owner may read', async () => {
    const lines = [
      '{"text":"good","externalId":"1"}',
      '{"text":" ","externalId":"2"}',
      'not json',
      '{"text":"x","unit":"nowhere"}',
      '{"text":"x","kind":"rant","occurredAt":"2026-02-30"}',
      '{"text":"a\\u0000b"}',
      '{"text":"half \\ud83d"}',
      '{"text":"x","attributes":{"constructor":1}}',
      '{"text":"fine","externalId":"9","tags":["a"],"note":"?"}',
    ];
    const path = written('bad.jsonl', lines.join('\n'));
    const rejects = new Rejects(join(folder, 'rejects.jsonl'));
    const { result, told } = await run(path, { source: 'bad' }, { rejects });
    expect(result).toMatchObject({ accepted: 2, duplicates: 0, rejected: 7, untaken: [] });
    expect(told).toEqual([expect.stringContaining('rejects.jsonl')]);
    expect(statSync(join(folder, 'rejects.jsonl')).mode & 0o777).toBe(0o600);
    const kept = readFileSync(join(folder, 'rejects.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(kept.map(({ row, reason }) => `${row} ${reason}`).sort()).toEqual([
      '2 text must be 1 to 10,000 characters, and not only blanks',
      expect.stringMatching(/^3 is no JSON: /),
      '4 unit no such unit',
      expect.stringMatching(/^5 kind must be one of .*; occurredAt must be a time/),
      '6 text contains a NUL character',
      '7 text contains half of a surrogate pair',
      '8 attributes.constructor not a name for a field',
    ]);
    expect(kept[0].data).toEqual({ text: ' ', externalId: '2' });
    expect((await onRecord('bad')).map(({ text }) => text).sort()).toEqual(['fine', 'good']);
  });

  it('shows the first ten bad rows when no file is asked for', async () => {
    const { result, told } = await run(written('worse.csv', `text,kind\n${'x,rant\n'.repeat(25)}`), {
      source: 'worse',
    });
    expect(result.rejected).toBe(25);
    expect(told).toHaveLength(11);
    expect([told[0], told[10]]).toEqual([
      expect.stringMatching(/^row 2: kind must be/),
      expect.stringContaining('15 more'),
    ]);
  });

  it('finishes the rows under way when it is stopped, and goes on where it was the next time', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index},row ${index}`);
    const path = written('long.csv', `externalId,text\n${rows.join('\n')}\n`);
    const stop = new AbortController();
    const { result } = await run(path, { source: 'long' }, { stop: stop.signal, progress: () => stop.abort() });
    expect(result.complete).toBe(false);
    expect(result.accepted).toBeGreaterThan(0);
    expect(result.accepted).toBeLessThan(5_000);
    expect(await onRecord('long')).toHaveLength(result.accepted);
    const again = await run(path, { source: 'long' });
    expect(again.result).toMatchObject({
      accepted: 5_000 - result.accepted,
      duplicates: result.accepted,
      complete: true,
    });
  });

  it('tells of columns that are not there, of those not taken, and which there are', async () => {
    const path = written('columns.csv', 'text,city\nx,y\n');
    await expect(run(path, { map: ['text=words'], source: 's' })).rejects.toThrow(
      'no column "words" for the text; write',
    );
    await expect(run(path, { map: ['text=text,tags=tag'], source: 's' })).rejects.toThrow(
      'no column "tag"; correct --map. There are: text, city',
    );
    await expect(run(path, { map: ['tags=city'], source: 's' })).rejects.toThrow('Add text=<column> to --map');
    expect((await run(path, { source: 'columns' })).result).toMatchObject({ accepted: 1, untaken: ['city'] });
    const jsonl = written('columns.jsonl', '{"text":"x"}\n');
    expect((await run(jsonl, { map: ['text=text,tags=tag'], source: 's' })).result.unseen).toEqual(['tag']);
    await expect(run(written('list.jsonl', '[1]\n'), { source: 's' })).rejects.toThrow('is no JSONL');
  });

  it('is refused with what to write instead', () => {
    const file = (values: object, ...positionals: string[]) =>
      fileOf({ positionals, values: { encoding: 'utf-8', timezone: '+08:00', source: 's', ...values } });
    expect(() => file({})).toThrow('Which file?');
    expect(() => file({}, 'a.csv', 'b.csv')).toThrow('One file at a time');
    expect(() => file({ source: undefined }, 'a.csv')).toThrow('Add --source <name>');
    expect(() => file({ channel: 'pigeon' }, 'a.csv')).toThrow('--channel must be one of hotline,');
    expect(() => file({ format: 'xlsx' }, 'a.csv')).toThrow('--format is jsonl or csv');
    expect(() => file({ encoding: 'latin1' }, 'a.csv')).toThrow('--encoding is utf-8 or gb18030');
    expect(() => rejectsOf(file({}, 'a.csv'), './a.csv')).toThrow('would overwrite the file itself');
  });
});
