import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorker } from '../apps/worker/src/worker.js';
import type { Json } from './support/call.js';
import { DAY, HOUR, type LoopWorld } from './support/loop-world.js';
import { NoticeWorld } from './support/notice-world.js';

const MINUTE = 60_000;

describe('notices whose robot is in trouble', () => {
  let notices: NoticeWorld;
  let world: LoopWorld;

  beforeEach(async () => {
    notices = await NoticeWorld.start();
    ({ world } = notices);
  });
  afterEach(() => notices.stop());

  const arrive = async (text = '新的一件') => {
    await world.collect(text);
    await world.settle();
  };

  it('are not taken for sent by a 200 that holds an errcode, and come later, all of them in one', async () => {
    const { id } = await notices.channel({ events: ['item.assigned'] });
    let code = -1;
    notices.wecom.answer = (response) => notices.wecom.say(response, code);
    await arrive();
    await notices.tell();
    expect(await notices.look(id)).toMatchObject({ active: true, waiting: 1, failures: 1, lastError: 'The robot did not take it (errcode -1).' }); // prettier-ignore
    code = 0;
    await arrive();
    await notices.tellLater();
    expect(notices.wecom.messages.at(-1)!.text).toContain('2 件新到');
    expect(await notices.look(id)).toMatchObject({ waiting: 0, failures: 0, lastError: null });
    expect((await notices.attempts(id)).map(({ code: said }: Json) => said)).toEqual([0, -1]);
  });

  it('leave a robot alone for as long as it wants when it has had too many', async () => {
    await notices.channel({ events: ['item.assigned'] });
    await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, events: ['item.assigned'] });
    notices.wecom.answer = (response) => notices.wecom.say(response, 45009);
    notices.dingtalk.answer = (response) => notices.dingtalk.say(response, 130101);
    await arrive();
    await notices.tell();
    await notices.tellLater(50_000);
    expect([notices.wecom.messages, notices.dingtalk.messages].map(({ length }) => length)).toEqual([1, 1]);
    await notices.tellLater(15_000);
    expect([notices.wecom.messages, notices.dingtalk.messages].map(({ length }) => length)).toEqual([2, 1]);
    await notices.tellLater(10 * MINUTE);
    expect(notices.dingtalk.messages).toHaveLength(2);
  });

  it('never send one robot more than twenty messages a minute, however many channels and workers there are', async () => {
    for (let count = 0; count < 25; count++) await notices.channel({ events: ['item.assigned'] });
    await arrive();
    const another = await createWorker(world.config, world.clock);
    for (let round = 0; round < 5; round++) await Promise.all([notices.tell(), another.notices.drain()]);
    expect(notices.wecom.messages).toHaveLength(20);
    const { id } = (await world.get('/api/v1/notice-channels')).body[0];
    expect(await world.post(`/api/v1/notice-channels/${id}/test`, {})).toMatchObject({ status: 429, body: { code: 'too-many-requests' } }); // prettier-ignore
    world.clock.advance(55_000);
    await Promise.all([notices.tell(), another.notices.drain()]);
    expect(notices.wecom.messages).toHaveLength(20);
    await notices.tellLater(20_000);
    await another.app.close();
    expect(notices.wecom.messages).toHaveLength(25);
  });

  it.each([
    ['is removed from its group', { errcode: 93000 }, 'gone', 'The robot is not there any more'],
    ['has an address that leads nowhere', { status: 404 }, 'gone', 'The address is of no robot (HTTP 404).'],
    ['refuses what it is sent', { errcode: 40058 }, 'refused', 'errcode 40058'],
  ])('are kept when it %s: its channel is switched off, and the others are told', async (_, said, reason, error) => {
    const { id } = await notices.channel({ name: '值班群', events: ['item.assigned'] });
    await notices.channel({ kind: 'email', url: undefined, address: 'chief@op.example', events: ['notices.off'] });
    notices.wecom.answer = (response) =>
      'errcode' in said ? notices.wecom.say(response, said.errcode) : response.writeHead(said.status).end();
    await arrive();
    await notices.tell();
    await notices.tell();
    expect(await notices.look(id)).toMatchObject({ active: false, offReason: reason, lastError: expect.stringContaining(error), waiting: 1 }); // prettier-ignore
    expect(notices.smtp.latest('chief@op.example').text).toContain('通知渠道已停用 值班群');
    const audit = await world.db.query('select actor, details from audit_entry where subject = $1 order by id', [`notice-channel:${id}`]); // prettier-ignore
    expect(audit.at(-1)).toMatchObject({ actor: 'system', details: { active: false, reason } });
    await notices.tellLater(DAY);
    expect(notices.wecom.messages).toHaveLength(1);
    notices.wecom.answer = null;
    await world.call('PATCH', `/api/v1/notice-channels/${id}`, { body: { active: true } });
    await notices.tell();
    expect(notices.wecom.messages.at(-1)!.text).toContain('1 件新到');
  });

  it('outlast a robot that is away for days, with few tries, until it is given up', async () => {
    const { id } = await notices.channel({ events: ['item.assigned'] });
    notices.wecom.answer = (response) => response.writeHead(502).end();
    await arrive();
    await notices.tell();
    for (let hour = 0; hour < 48; hour++) await notices.tellLater(HOUR);
    expect(await notices.look(id)).toMatchObject({ active: true, waiting: 1 });
    for (let day = 0; day < 5; day++) await notices.tellLater(DAY);
    expect(await notices.look(id)).toMatchObject({ active: false, offReason: 'failing', waiting: 1 });
    expect(notices.wecom.messages.length).toBeLessThan(60);
  });

  it('go by mail only where the server knows somebody', async () => {
    notices.smtp.refused.set('gone@op.example', '550 5.1.1 nobody here');
    const { id } = await notices.channel({ kind: 'email', url: undefined, address: 'gone@op.example', events: ['item.assigned'] }); // prettier-ignore
    await arrive();
    await notices.tell();
    expect(await notices.look(id)).toMatchObject({ active: false, offReason: 'gone', lastError: 'The mail server knows nobody there (550).' }); // prettier-ignore
  });

  it('do not reach an address that is not public, follow no redirect, and wait for nobody', async () => {
    const { id } = await notices.channel({ events: ['item.assigned'] });
    await arrive();
    const strict = await createWorker({ ...world.config, webhookAllow: [] }, world.clock);
    await strict.notices.drain();
    await strict.app.close();
    expect(notices.wecom.messages).toHaveLength(0);
    expect(await notices.look(id)).toMatchObject({ active: true, waiting: 1, lastError: expect.stringContaining('HUIYIN_WEBHOOK_ALLOW') }); // prettier-ignore

    await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, secret: 'SECabc', events: ['item.assigned'] });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    notices.wecom.answer = (response) =>
      void held.then(() => response.writeHead(302, { location: notices.dingtalk.url }).end());
    await arrive('第二件');
    await notices.shown();
    const told = notices.tellLater();
    await notices.dingtalk.until(1);
    release();
    await told;
    expect(notices.dingtalk.messages).toHaveLength(1);
    expect((await notices.attempts(id))[0]).toMatchObject({ status: 302, error: expect.stringContaining('not followed') }); // prettier-ignore
  });

  it('are sent by another worker when the one that sends dies', async () => {
    const { id } = await notices.channel({ events: ['item.assigned'] });
    await arrive();
    await notices.tell();
    // As a killed worker leaves it: taken up, never written down.
    await world.db.query(`update notice set state = 'sending'`);
    await world.db.query(
      `update notice_attempt set lease_until = loop_now() + interval '60 seconds', status = null, code = null`,
    );
    await notices.tellLater(50_000);
    expect(notices.wecom.messages).toHaveLength(1);
    await notices.tellLater(11_000);
    expect(notices.wecom.messages).toHaveLength(2);
    const error = 'The sender stopped before it wrote down how this ended.';
    expect(await notices.attempts(id)).toMatchObject([
      { error: null, notices: 1 },
      { error, notices: 1 },
    ]);
    expect(await notices.look(id)).toMatchObject({ waiting: 0 });
  });
});
