import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import type { Instance, TestDatabase } from '@huiyin/testing';
import { createTestDatabase } from '@huiyin/testing';
import { House, until } from './house.js';
import { cookieOf, send, type Answer, type Call, type Json } from './support/call.js';
import { dumpOf, found } from './support/dump.js';
import { listen } from './support/listening.js';
import { TEST_KEYS } from './support/loop-world.js';
import { Receiver } from './support/receiver.js';

const PHONE = '13912348765';
const EMAIL = 'canary.bird@example.com';
const IDENTITY = '11010519491231002X';
const CARD = '4532015112830366';
const NAME = '欧阳金丝雀';
const SPELLINGS = ['139 1234 8765', '139-1234-8765', encodeURIComponent(EMAIL), encodeURIComponent(NAME)];
/** What nobody may find in the clear, in any spelling in which it was planted. */
const PERSONAL = [PHONE, EMAIL, IDENTITY, CARD, NAME, ...SPELLINGS];
const WORDS = `我是${NAME}，身份证${IDENTITY}，卡号${CARD}，请回电139 1234 8765或${EMAIL}`;
const CUSTOMER = { name: NAME, phone: `+86 139-1234-8765`, email: EMAIL };

let house: House;
let instance: Instance;
let test: TestDatabase;
let db: Database;
let receiver: Receiver;
/** What came in by each door. */
const items: string[] = [];
/** Keys and tokens, which nobody may find anywhere. */
const secrets: string[] = [];
const heard: string[] = [];
let stopListening: () => void;

function call(method: string, path: string, how: Call = {}): Promise<Answer> {
  return send(method, `${instance.url}${path}`, { key: house.credentials().apiKey, ...how });
}

async function got(method: string, path: string, body: unknown, status: number): Promise<Json> {
  const answer = await call(method, path, { body });
  expect({ path, status: answer.status, text: answer.text }).toMatchObject({ status });
  return answer.body;
}

beforeAll(async () => {
  house = await House.make();
  test = await createTestDatabase();
  receiver = await Receiver.start();
  const env = {
    DATABASE_URL: test.url,
    HUIYIN_LOG_LEVEL: 'debug',
    HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8',
    HUIYIN_KEYS: TEST_KEYS,
  };
  instance = await house.start({ env }).ready();
  const limits = { statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000, applicationName: 'spec' };
  db = new Database({ url: test.url, poolSize: 2, ...limits }, new SystemClock());
  await everyDoor();
  await allTheWay();
  await everyMistake();
  await until(() => receiver.received.length > 3);
}, 240_000);
afterAll(async () => {
  stopListening?.();
  await instance.stop();
  await Promise.all([db.close(), receiver.stop(), house.folder.remove()]);
  await test.drop();
}, 60_000);

/** One by one, in a batch, as a file, pushed by another system. */
async function everyDoor(): Promise<void> {
  const { apiKey } = house.credentials();
  const hook = await got('POST', '/api/v1/webhooks', { url: receiver.url, events: ['feedback.*'] }, 201);
  secrets.push(apiKey.split('_').at(-1)!, hook.secret);
  const ear = await listen(`${instance.url}/api/v1/loop/events`, { authorization: `Bearer ${apiKey}` });
  stopListening = ear.stop;
  void (async () => {
    for (let sent = await ear.next(); sent; sent = await ear.next()) heard.push(JSON.stringify(sent));
  })().catch(() => undefined);
  const piece = { text: `宽带断了，${WORDS}`, customer: CUSTOMER, tags: [PHONE], attributes: { contact: EMAIL } };
  items.push((await got('POST', '/api/v1/feedback', { ...piece, subject: WORDS }, 202)).id);
  const batch = await got(
    'POST',
    '/api/v1/feedback/batch',
    { items: [{ ...piece, externalId: '1', source: 'crm' }] },
    200,
  );
  items.push(batch.results[0].id);
  const form = new FormData();
  form.append(
    'file',
    new Blob([`text,phone,name,email\n"信号弱，${WORDS}",${PHONE},${NAME},${EMAIL}\n,${PHONE},,\n`]),
    'rows.csv',
  );
  const mapping = { text: 'text', 'customer.phone': 'phone', 'customer.name': 'name', 'customer.email': 'email' };
  form.append('mapping', JSON.stringify(mapping));
  const headers = { authorization: `Bearer ${apiKey}` };
  const sent = await fetch(`${instance.url}/api/v1/imports`, { method: 'POST', body: form, headers });
  const { id } = (await sent.json()) as { id: string };
  await until(async () => (await call('GET', `/api/v1/imports/${id}`)).body.state === 'done');
  const fields = { text: 'words', 'customer.phone': 'tel', 'customer.name': 'who' };
  const source = { check: { type: 'bearer', header: 'X-Api-Key' }, mapping: { fields } };
  const { secret } = await got('PUT', '/api/v1/inbound-sources/bss', source, 200);
  secrets.push(secret);
  const body = { words: `停机，${WORDS}`, tel: PHONE, who: NAME };
  const pushed = await call('POST', '/api/v1/inbound/bss', { key: '', body, headers: { 'x-api-key': secret } });
  expect(pushed).toMatchObject({ status: 200 });
}

/** Resolved, answered, asked, commented. */
async function allTheWay(): Promise<void> {
  for (const id of items) {
    await until(async () => (await call('GET', `/api/v1/feedback/${id}`)).body.stage === 'resolve');
    const reply = `${NAME}您好，已致电${PHONE}，另发邮件至${EMAIL}。`;
    await got('POST', `/api/v1/feedback/${id}/resolution`, { action: 'fixed', summary: WORDS, reply }, 202);
    let token: string | undefined;
    await until(async () => {
      const deliveries: Json[] = (await call('GET', `/api/v1/feedback/${id}/deliveries`)).body;
      const survey = deliveries.find(({ purpose, state }) => purpose === 'survey' && state === 'sent');
      token = /\/s\/([\w-]+)/.exec(survey?.body ?? '')?.[1];
      return token !== undefined;
    });
    secrets.push(token!);
    const answer = { solved: false, score: 1, comment: `没解决，${WORDS}` };
    expect(await call('POST', `/s/${token}`, { key: '', body: answer })).toMatchObject({ status: 200 });
  }
}

/** Requests that are wrong, with all of it where a log would show it. */
async function everyMistake(): Promise<void> {
  const { admin } = house.credentials();
  const session = await send('POST', `${instance.url}/api/v1/session`, {
    body: { username: admin.username, password: admin.password },
  });
  const cookie = cookieOf(session.headers);
  secrets.push(admin.password, cookie.split('=')[1]!);
  expect(await call('GET', '/api/v1/me', { key: '', cookie })).toMatchObject({ status: 200 });
  const json = 'application/json';
  await call('POST', '/api/v1/feedback', { raw: `{"text":"${WORDS}`, type: json });
  await call('POST', '/api/v1/feedback', { body: { text: WORDS, [PHONE]: EMAIL, customer: { phone: [PHONE] } } });
  await call('POST', '/api/v1/feedback', { body: { text: `${WORDS}\u0000` }, headers: { 'idempotency-key': PHONE } });
  await call('POST', '/api/v1/feedback', { raw: WORDS, type: `text/${PHONE}` });
  await call('POST', '/api/v1/session', { key: '', body: { username: EMAIL, password: IDENTITY } });
  for (const what of [PHONE, encodeURIComponent(EMAIL), encodeURIComponent(NAME)])
    for (const path of [
      `/api/v1/feedback?q=${what}`,
      `/api/v1/feedback?sort=${what}`,
      `/api/v1/feedback/similar?text=${what}`,
    ])
      await call('GET', path);
  await call('GET', '/api/v1/me', { key: `hy_${PHONE}_${CARD}` });
  await call('POST', '/api/v1/customers/find', { body: { phone: PHONE } });
  await call('POST', `/api/v1/feedback/${items[0]}/reveal`, { body: { reason: `${NAME}来电 ${PHONE}` } });
}

describe('personal data and secrets, planted at every door of a real instance', () => {
  it('are not in what its processes write to their logs, at the level of debugging', () => {
    const logs = instance.out + instance.err;
    expect(logs).toContain('/api/v1/feedback');
    expect(found(logs, [...PERSONAL, ...secrets])).toEqual([]);
  });

  it('are not in the events that anybody may listen to', () => {
    expect(heard.length).toBeGreaterThan(5);
    expect(found(heard.join('\n'), [...PERSONAL, ...secrets])).toEqual([]);
  });

  it('are not in what other systems are told', () => {
    const told = receiver.received.map(({ body, headers }) => JSON.stringify({ body, headers })).join('\n');
    expect(told).toContain('feedback.');
    expect(found(told, [...PERSONAL, ...secrets])).toEqual([]);
  });

  it('are not in metrics, lists, exports, the audit or rejected rows of those who may not see them', async () => {
    const paths = [
      '/metrics',
      '/api/v1/feedback?limit=200',
      '/api/v1/audit?limit=200',
      '/api/v1/clusters',
      '/api/v1/imports',
    ];
    const exported = ['csv'].map((format) => `/api/v1/feedback/export?format=${format}`);
    const seen = await Promise.all([...paths, ...exported].map((path) => call('GET', path)));
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
    expect(found(seen.map(({ text }) => text).join('\n'), [...PERSONAL, ...secrets])).toEqual([]);
  });

  it('are not in the database, table by table', async () => {
    const dump = await dumpOf(db);
    expect(dump).toContain('宽带断了');
    // The link of a survey stays in what the log channel keeps: there is no other place to read it.
    const inLogChannel = (line: string) => line.startsWith('delivery ') && line.includes('"log"');
    expect(found(dump, PERSONAL)).toEqual([]);
    expect(found(dump, secrets).filter((line) => !inLogChannel(line))).toEqual([]);
  });

  it('are found by this very search where they are in the clear: it would see them', () => {
    expect(found(`{"to":"${PHONE}"}\n${Buffer.from(EMAIL).toString('base64')}\nnothing`, PERSONAL)).toHaveLength(2);
  });
});
