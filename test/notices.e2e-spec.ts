import { tellOfClusters } from '@huiyin/bus';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { NoticeWorld } from './support/notice-world.js';

const ALL = ['item.overdue', 'cluster.burst', 'item.parked', 'item.handed-back', 'item.assigned', 'webhook.off', 'notices.off']; // prettier-ignore

describe('notices to staff', () => {
  let notices: NoticeWorld;
  let world: LoopWorld;

  beforeEach(async () => {
    notices = await NoticeWorld.start();
    ({ world } = notices);
  });
  afterEach(() => notices.stop());

  it('say in a WeCom group which item is overdue, by how much, and where to find it', async () => {
    const { id } = await notices.channel();
    const [item = ''] = await notices.overdue([{ kind: 'complaint' }]);
    await notices.tell();
    const { reference } = await world.item(item);
    const [{ text, url }] = notices.wecom.messages as [Json];
    expect(text).toContain('**回音：1 件超时，最久 3 小时**');
    expect(text).toContain(`[${reference}](https://fb.example/console/feedback/${reference}) · 投诉`);
    expect(text).toContain('已超 3 小时');
    expect(url.searchParams.get('key')).toBe('robot-key-1');
    expect(await notices.attempts(id)).toMatchObject([{ status: 200, code: 0, error: null, notices: 1, test: false }]);
    await notices.tellLater();
    expect(notices.wecom.messages).toHaveLength(1);
  });

  it('say it in DingTalk with the sign that the robot asks for, and by mail, in the language of the channel', async () => {
    const ding = await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, secret: 'SECabc', language: 'en' }); // prettier-ignore
    await notices.channel({ kind: 'email', url: undefined, address: 'Team@op.example' });
    await notices.overdue([{ kind: 'fault' }]);
    await notices.tell();
    expect(JSON.parse(notices.dingtalk.messages[0]!.body)).toMatchObject({ markdown: { title: 'Huiyin: 1 overdue, the longest by 3 h' } }); // prettier-ignore
    expect(notices.dingtalk.messages[0]!.text).toContain('fault');
    expect(await notices.attempts(ding.id)).toMatchObject([{ status: 200, code: 0, error: null }]);
    const mail = notices.smtp.latest('team@op.example');
    expect(mail).toMatchObject({ subject: '回音：1 件超时，最久 3 小时' });
    expect(mail.text).toContain('https://fb.example/console/feedback/HY-');
  });

  it('are one digest when many wait, the longest over first, and never longer than the robot takes', async () => {
    await notices.channel();
    await notices.overdue([{}], 0);
    await notices.overdue(Array.from({ length: 12 }, () => ({})));
    await notices.tell();
    const [{ text }] = notices.wecom.messages as [Json];
    expect(text).toMatch(/^\*\*回音：13 件超时，最久 \d+ (小时|天)\*\*/);
    expect(text.match(/^> /gm)).toHaveLength(5);
    expect(text).toContain('另有 8 条');
    expect(notices.wecom.messages).toHaveLength(1);
  });

  it('gather what happens within a pause into one message', async () => {
    await notices.channel({ events: ['item.assigned'] });
    for (const text of ['第一件', '第二件', '第三件']) {
      await world.collect(text);
      await world.settle();
      await notices.tell();
    }
    expect(notices.wecom.messages).toHaveLength(1);
    await notices.tellLater();
    expect(notices.wecom.messages[1]!.text).toContain('2 件新到');
  });

  it('tell of what was assigned, handed back, parked, hot or switched off', async () => {
    await notices.channel({ events: ALL });
    const item = await world.collect('请处理');
    await world.settle();
    expect((await world.post(`/api/v1/feedback/${item}/hand-back`, { reason: '不归我们管' })).status).toBeLessThan(300);
    const parked = await world.collect('解析不了');
    await world.db.query(`update feedback set attempts = 4, stage = 'analyze', state = 'ready' where id = $1`, [
      parked,
    ]);
    await world.db.query('alter table analysis add constraint broken check (false) not valid');
    await world.lane('analyze').drain();
    await world.db.query('alter table analysis drop constraint broken');
    const burst = { burstId: 1, clusterId: null, category: 'network.coverage', region: '广州', windowHours: 6, seen: 120, expected: 7.6, score: 30, startedAt: '2026-11-22T00:00:00Z', endedAt: null }; // prettier-ignore
    await world.db.transaction((tx) => tellOfClusters(tx, [{ name: 'cluster.burst', burst }]));
    notices.dingtalk.answer = (response) => response.writeHead(410).end();
    const hook = await world.post('/api/v1/webhooks', { url: notices.dingtalk.url, events: ['feedback.*'], description: 'CRM 广东' }); // prettier-ignore
    expect(hook.status).toBe(201);
    await world.settle();
    await world.collect('再来一件');
    await world.lane('collect').drain();
    await world.worker.webhooks.drain();
    await notices.tell();
    await notices.tellLater();
    const told = notices.wecom.messages.map(({ text }) => text).join('\n');
    for (const part of [
      '**新到**',
      '**退回**',
      '**搁置**',
      '**热点** [网络覆盖](https://fb.example/console/hot) · 广州 · 近 6 小时 120 条，平常约 8 条',
      '**Webhook 已停用** CRM 广东 · 目标已不存在',
    ])
      // prettier-ignore
      expect(told).toContain(part);
    expect(told).not.toContain('不归我们管');
  });

  it('hold nothing of a customer, and neither address nor secret is stored or shown in the open', async () => {
    const made = await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, secret: 'SECabc', events: ALL });
    const mail = await notices.channel({ kind: 'email', url: undefined, address: 'zhang@op.example', events: ALL });
    const customer = { name: '王小明', phone: '13800001234', email: 'wang@example.com' };
    await notices.overdue([{ text: '我叫王小明，手机13800001234，一直没有信号', customer, kind: 'complaint' }]);
    await notices.tell();
    const sent =
      notices.dingtalk.messages.map(({ body }) => body).join() + notices.smtp.mails.map(({ raw }) => raw).join();
    const stored = JSON.stringify(await world.db.query('select * from notice'));
    const text = notices.smtp.mails.map((one) => one.text).join();
    for (const words of [sent, stored, text]) expect(words).not.toMatch(/王小明|13800001234|138\*|wang@|没有信号/);
    expect(text).toContain('投诉');
    const channels = JSON.stringify(await world.db.query('select * from notice_channel'));
    const shown = JSON.stringify((await world.get('/api/v1/notice-channels')).body);
    const audit = JSON.stringify(await world.db.query('select * from audit_entry'));
    for (const words of [channels, shown, audit]) expect(words).not.toMatch(/robot-key-1|SECabc|zhang@/);
    expect(made).toMatchObject({ target: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/…$/), signed: true });
    expect(mail).toMatchObject({ target: 'z***@op.example', signed: false });
    const [entry] = await world.db.query(`select subject, details from audit_entry where action = 'notices.changed' order by id limit 1`); // prettier-ignore
    expect(entry).toMatchObject({ subject: `notice-channel:${made.id}`, details: { made: true, kind: 'dingtalk' } });
  });

  it('of a unit tell what belongs to its subtree; those of a key with a unit what it may see, and others do not know them', async () => {
    for (const code of ['north', 'south'])
      expect((await world.post('/api/v1/units', { code, nameZh: code, level: 'province' })).status).toBe(201);
    const keyOf = async (unit: string) =>
      (await world.post('/api/v1/keys', { name: unit, scopes: ['webhooks:write'], unit })).body.key as string;
    const [north, south] = [await keyOf('north'), await keyOf('south')];
    const rules = ['north', 'south'].map((unit) => ({ name: unit, keyword: unit, unit, limitMinutes: 60 }));
    const put = await world.call('PUT', '/api/v1/routing-rules', { body: { rules } });
    expect({ status: put.status, body: put.text }).toMatchObject({ status: 200 });
    const mine = await notices.channel({ events: ['item.assigned', 'cluster.burst'] }, north);
    await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, secret: 'SECabc', events: ['item.assigned'], unit: 'south' }); // prettier-ignore
    const references: string[] = [];
    for (const unit of ['north', 'south'])
      references.push((await world.post('/api/v1/feedback', { text: `${unit} 的事`, source: unit, externalId: '1' })).body.reference); // prettier-ignore
    await world.settle();
    const burst = { burstId: 1, clusterId: null, category: 'network.coverage', region: null, windowHours: 1, seen: 9, expected: 1, score: 9, startedAt: '2026-11-22T00:00:00Z', endedAt: null }; // prettier-ignore
    await world.db.transaction((tx) => tellOfClusters(tx, [{ name: 'cluster.burst', burst }]));
    await notices.tell();
    await notices.tellLater();
    const told = (robot: typeof notices.wecom) => robot.messages.map(({ text }) => text).join();
    expect(told(notices.wecom)).toContain(references[0]);
    expect(told(notices.wecom)).not.toMatch(new RegExp(`${references[1]}|热点`));
    expect(told(notices.dingtalk)).toContain(references[1]);
    expect(told(notices.dingtalk)).not.toContain(references[0]);
    const path = `/api/v1/notice-channels/${mine.id}`;
    for (const [method, at] of [
      ['GET', path],
      ['PATCH', path],
      ['DELETE', path],
      ['GET', `${path}/attempts`],
      ['POST', `${path}/test`],
    ] as const)
      // prettier-ignore
      expect((await world.call(method, at, { key: south, ...(method === 'GET' ? {} : { body: {} }) })).status).toBe(404);
    expect((await world.call('GET', '/api/v1/notice-channels', { key: south })).body).toEqual([]);
    expect((await world.call('GET', '/api/v1/notice-channels', { key: north })).body).toHaveLength(1);
    const body = { name: 'x', kind: 'wecom', url: notices.wecom.url, events: ['item.overdue'], unit: 'north' };
    const foreign = await world.call('POST', '/api/v1/notice-channels', { key: south, body });
    expect(foreign).toMatchObject({ status: 422, body: { code: 'unknown-unit' } });
    const key = await world.keyWith('feedback:read');
    expect((await world.call('GET', '/api/v1/notice-channels', { key })).status).toBe(403);
  });

  it('are not even written while nobody listens, and do not tell a newcomer of the past', async () => {
    await notices.overdue([{}]);
    await notices.tell();
    const cursors = () => world.db.query<{ moved: boolean }>(`select xid > '0' as moved from feed_cursor where name like 'notices%'`); // prettier-ignore
    expect(await cursors()).toEqual([{ moved: true }, { moved: true }]);
    await notices.channel({ events: ALL });
    await notices.tell();
    expect(notices.wecom.messages).toEqual([]);
    await world.collect('这一件是新的');
    await world.settle();
    await notices.tell();
    expect(notices.wecom.messages[0]!.text).toContain('1 件新到');
  });

  it('can be tried before they are needed, changed, switched off and removed', async () => {
    const { id } = await notices.channel({ kind: 'dingtalk', url: notices.dingtalk.url, secret: 'SECwrong' });
    const path = `/api/v1/notice-channels/${id}`;
    expect((await world.post(`${path}/test`, {})).body).toMatchObject({ status: 200, code: 310000, error: expect.stringContaining('加签') }); // prettier-ignore
    expect(await notices.look(id)).toMatchObject({ active: true, failures: 0 });
    const changed = await world.call('PATCH', path, { body: { secret: 'SECabc', language: 'en', unit: null } });
    expect(changed).toMatchObject({ status: 200, body: { language: 'en', unit: null } });
    expect((await world.post(`${path}/test`, {})).body).toMatchObject({ status: 200, code: 0, error: null });
    expect(notices.dingtalk.messages.at(-1)!.text).toContain('Huiyin: a test');
    expect((await notices.attempts(id)).map(({ test }: Json) => test)).toEqual([true, true]);
    await world.call('PATCH', path, { body: { active: false } });
    await notices.overdue([{}]);
    await notices.tell();
    expect(notices.dingtalk.messages).toHaveLength(2);
    expect(await notices.look(id)).toMatchObject({ active: false, offReason: 'person', waiting: 0 });
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect((await world.get(path)).status).toBe(404);
  });

  it('are refused with a reason where it can be known that they will not do', async () => {
    const strict = await LoopWorld.start();
    const good = { name: 'x', kind: 'wecom', url: 'https://example.com/send?key=1', events: ['item.overdue'] };
    for (const url of [
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://[::ffff:10.0.0.1]/',
      'http://localhost/',
      'http://169.254.169.254/latest',
      'ftp://example.com/',
      'http://a:b@example.com/',
      'nonsense',
    ]) {
      // prettier-ignore
      const { status, body } = await strict.post('/api/v1/notice-channels', { ...good, url });
      expect({ url, status, field: body.errors?.[0]?.field }).toEqual({ url, status: 400, field: 'url' });
    }
    const mail = { ...good, kind: 'email', url: undefined, address: 'a@op.example' };
    expect((await strict.post('/api/v1/notice-channels', mail)).body.errors).toMatchObject([{ field: 'kind' }]);
    await strict.stop();
    for (const wrong of [{ events: [] }, { events: ['feedback.resolved'] }, { kind: 'slack' }, { url: undefined }, { address: 'a@b.example' }, { secret: 'SEC' }, { language: 'fr' }, { name: '' }, { unit: 'nowhere' }, { more: 1 }, { kind: 'email', url: undefined, address: 'a@b.example, c@d.example' }]) // prettier-ignore
      expect({ wrong, status: (await world.post('/api/v1/notice-channels', { ...good, ...wrong })).status }).toEqual({ wrong, status: 'unit' in wrong ? 422 : 400 }); // prettier-ignore
    expect(await world.db.query('select from notice_channel')).toEqual([]);
  });
});
