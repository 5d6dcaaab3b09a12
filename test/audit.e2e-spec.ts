import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordAudit, verifyAudit } from '@huiyin/org';
import { Vault } from '@huiyin/privacy';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { LoopWorld } from './support/loop-world.js';

let world: LoopWorld;
let key: Buffer;

beforeAll(async () => {
  world = await LoopWorld.start();
  key = world.worker.app.get(Vault).derive('audit chain');
});
afterAll(() => world.stop());

const entry = (subject: string) => ({ actor: 'key:spec', action: 'unit.changed', subject }) as const;

/** With the triggers off, as somebody with the rights of the owner could do it. */
async function behindItsBack(sql: string): Promise<void> {
  await world.db.query('alter table audit_entry disable trigger user');
  await world.db.query(sql);
  await world.db.query('alter table audit_entry enable trigger user');
}

describe('the audit', () => {
  beforeEach(async () => {
    await behindItsBack('delete from audit_entry');
    for (let i = 1; i <= 5; i++) await recordAudit(world.db, entry(`unit:${i}`));
    await world.chainAudit();
  });

  it('refuses to be changed, thinned out or emptied', async () => {
    for (const sql of [
      `update audit_entry set actor = 'key:other'`,
      `update audit_entry set hash = null, seq = null`,
      'delete from audit_entry',
      'truncate audit_entry',
    ])
      await expect(world.db.query(sql)).rejects.toThrow(/append-only/);
    expect(await verifyAudit(world.db, key)).toMatchObject({ checked: 5, loose: 0, broken: null });
  });

  it.each([
    ['an entry that was changed', `update audit_entry set subject = 'unit:9' where subject = 'unit:3'`, 3],
    ['an entry that was taken out', `delete from audit_entry where subject = 'unit:2'`, 3],
    ['details that were changed', `update audit_entry set details = '{"a":1}' where subject = 'unit:4'`, 4],
    [
      'entries that changed places',
      `update audit_entry a set actor = a.actor, at = b.at from audit_entry b where a.subject = 'unit:1' and b.subject = 'unit:5'`,
      1,
    ],
  ])('shows %s', async (_, sql, seq) => {
    await behindItsBack(sql);
    expect((await verifyAudit(world.db, key)).broken).toMatchObject({ seq });
  });

  it('cannot be mended without the key that is not in the database', async () => {
    await behindItsBack(`update audit_entry set subject = 'unit:9' where subject = 'unit:5'`);
    const verdict = await verifyAudit(world.db, Buffer.alloc(32));
    expect(verdict.broken).toMatchObject({ seq: 1 });
  });

  it('lets writers go on beside each other, and chains in the order of commits', async () => {
    let late: Promise<number> | undefined;
    await world.db.transaction(async (slow) => {
      await recordAudit(slow, entry('slow'));
      await recordAudit(world.db, entry('quick'));
      // The slow one began first and is not over: nothing behind it may be chained.
      late = world.worker.upkeep.chain();
      expect(await late).toBe(0);
    });
    await world.chainAudit();
    const rows = await world.db.query('select subject from audit_entry order by seq desc limit 2');
    expect(rows).toEqual([{ subject: 'quick' }, { subject: 'slow' }]);
    expect(await verifyAudit(world.db, key)).toMatchObject({ checked: 7, broken: null });
  });

  it('is chained once when several processes are at it', async () => {
    for (let i = 0; i < 40; i++) await recordAudit(world.db, entry(`many:${i}`));
    const other = await world.runAnotherWorker();
    await Promise.all([world.worker.upkeep.chain(), world.worker.upkeep.chain()]);
    await world.untilCount('audit_entry where seq is null and $1::text is null', [null], 0);
    await other();
    expect(await verifyAudit(world.db, key)).toMatchObject({ checked: 45, loose: 0, broken: null });
  });

  it('holds every request that changes something, and none that only reads or comes in', async () => {
    await world.post('/api/v1/units', { code: 'gd', parent: 'hq', level: 'province', nameZh: '广东', nameEn: 'GD' });
    const id = await world.collect('信号不好');
    await world.settle();
    await world.get('/api/v1/feedback');
    await world.resolve(id);
    const refused = await world.call('POST', `/api/v1/feedback/${id}/take`, {
      key: await world.keyWith('feedback:read'),
    });
    expect(refused.status).toBe(403);
    const { body } = await world.get('/api/v1/audit?action=request.made');
    const made = body.items.map(({ subject, details }: { subject: string; details: object }) => ({
      subject,
      ...details,
    }));
    expect(made[0]).toMatchObject({ subject: 'POST /api/v1/feedback/:idOrReference/resolution', idOrReference: id });
    expect(made.filter(({ subject }: { subject: string }) => /GET|feedback$|take/.test(subject))).toEqual([]);
  });

  it('holds a change whose sender hung up before the answer', async () => {
    const unit = { code: 'gx', parent: 'group', level: 'province', nameZh: '广西', nameEn: 'GX' };
    const server = world.apis[0]!.getHttpServer();
    await world.db.transaction(async (tx) => {
      await tx.query('lock table unit in exclusive mode');
      const arrived = new Promise<Socket>((resolve) => server.once('request', ({ socket }) => resolve(socket)));
      const asked = request(world.address('/api/v1/units'), {
        method: 'POST',
        headers: { authorization: `Bearer ${world.key}`, 'content-type': 'application/json' },
      }).on('error', () => undefined);
      asked.end(JSON.stringify(unit));
      await world.untilCount('pg_locks where not granted and $1::text is null', [null], 1);
      const gone = once(await arrived, 'close');
      asked.destroy();
      await gone;
    });
    await world.untilCount('audit_entry where subject = $1', ['POST /api/v1/units'], 1);
  });

  it('is read by those who may, page after page', async () => {
    const key = await world.keyWith('audit:read');
    const first = await world.call('GET', '/api/v1/audit?actor=key:spec&limit=3', { key });
    expect(first.body.items.map(({ subject }: { subject: string }) => subject)).toEqual(['unit:5', 'unit:4', 'unit:3']);
    const next = await world.call('GET', `/api/v1/audit?actor=key:spec&limit=3&cursor=${first.body.nextCursor}`, {
      key,
    });
    expect(next.body).toMatchObject({ items: [{ subject: 'unit:2' }, { subject: 'unit:1' }], nextCursor: null });
    expect(await world.call('GET', '/api/v1/audit?cursor=x', { key })).toMatchObject({ status: 400 });
    expect(await world.call('GET', '/api/v1/audit', { key: await world.keyWith('feedback:read') })).toMatchObject({
      status: 403,
    });
  });
});
