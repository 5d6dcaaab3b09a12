import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptPieces, Intake } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { UnitDirectory } from '@huiyin/org';
import { makeKeyring, Vault } from '@huiyin/privacy';
import { createTestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportOf, exportToFile } from './export-file.js';

const LIMITS = { poolSize: 2, statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
const NOTHING = { kind: undefined, from: undefined, to: undefined, language: undefined };

describe('the export of feedback into a file', () => {
  let folder: string;
  let db: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-export-'));
    const made = await createTestDatabase();
    drop = made.drop;
    db = new Database({ url: made.url, ...LIMITS }, new SystemClock());
    const door = { intake: new Intake(db, new Vault(makeKeyring())), units: new UnitDirectory(db) };
    const pieces = Array.from({ length: 1_200 }, (_, index) => ({
      text: `第 ${index} 条,回电 13800001234`,
      kind: index % 2 === 0 ? 'complaint' : 'praise',
    }));
    await acceptPieces(pieces, 'system', door);
  });
  afterAll(async () => {
    await db.close();
    await drop();
    rmSync(folder, { recursive: true });
  });

  const wanted = (name: string, values: object = {}) =>
    exportOf({ positionals: [join(folder, name)], values: { ...NOTHING, ...values } });
  const going = () => new AbortController().signal;
  const audit = () =>
    db.query<{ phase: string; rows?: number; complete?: boolean }>(
      `select details->>'phase' as phase, (details->>'rows')::int as rows, (details->>'complete')::bool as complete
       from audit_entry where action = 'feedback.exported' order by id`,
    );

  it('holds what was asked for, masked, and is on the audit from begin to end', async () => {
    expect(await exportToFile(db, wanted('some.ndjson', { kind: 'praise' }), going())).toBe(600);
    const lines = readFileSync(join(folder, 'some.ndjson'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(600);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ kind: 'praise', text: '第 1 条,回电 138****1234' });
    expect(await audit()).toEqual([
      { phase: 'begun', rows: null, complete: null },
      { phase: 'ended', rows: 600, complete: true },
    ]);
    expect(await exportToFile(db, wanted('all.csv', { language: 'en' }), going())).toBe(1_200);
    expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toContain('Reference,Received,');
  });

  it('may be read by its owner only, also where a file lay that all could read', async () => {
    writeFileSync(join(folder, 'open.csv'), 'before', { mode: 0o644 });
    await exportToFile(db, wanted('open.csv'), going());
    expect(statSync(join(folder, 'open.csv')).mode & 0o777).toBe(0o600);
  });

  it('leaves what lay there, and nothing else, when it is stopped or cannot be written', async () => {
    writeFileSync(join(folder, 'kept.csv'), 'before');
    const stop = new AbortController();
    stop.abort();
    expect(await exportToFile(db, wanted('kept.csv'), stop.signal)).toBeUndefined();
    expect(readFileSync(join(folder, 'kept.csv'), 'utf8')).toBe('before');
    const before = (await audit()).length;
    await expect(exportToFile(db, wanted('nowhere/a.csv'), going())).rejects.toThrow('cannot be written (ENOENT)');
    expect(await audit()).toHaveLength(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused with what to write instead', () => {
    const line = (values: object, ...positionals: string[]) =>
      exportOf({ positionals, values: { ...NOTHING, ...values } });
    expect(() => line({})).toThrow('Into which file? Its name ends in csv, xlsx, ndjson.');
    expect(() => line({}, 'a.txt')).toThrow('Its name ends in');
    expect(() => line({}, 'a.csv', 'b.csv')).toThrow('what is "b.csv"?');
    expect(() => line({ language: 'fr' }, 'a.csv')).toThrow('--language is');
    expect(() => line({ kind: 'rant' }, 'a.csv')).toThrow('--kind must be one of');
    expect(() => line({ from: 'yesterday' }, 'a.csv')).toThrow('--from must be a time');
  });
});
