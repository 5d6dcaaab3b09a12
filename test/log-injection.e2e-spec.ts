import { request } from 'node:http';
import type { Instance, TestDatabase } from '@huiyin/testing';
import { createTestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './house.js';
import { send } from './support/call.js';
import { TEST_KEYS } from './support/loop-world.js';

/** New lines, colours of a terminal in 7 and 8 bits, a bell, text from right to left. */
const EVIL = '\r\n{"level":60,"msg":"forged"}\u001b[31m\u009b31m\u0007\u2028\u202e';
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/u;

describe('what somebody sends', () => {
  let house: House;
  let test: TestDatabase;
  let instance: Instance;

  beforeAll(async () => {
    house = await House.make();
    test = await createTestDatabase();
    const env = { DATABASE_URL: test.url, HUIYIN_LOG_LEVEL: 'debug', HUIYIN_KEYS: TEST_KEYS };
    instance = await house.start({ env }).ready();
  });
  afterAll(async () => {
    await instance.stop();
    await test.drop();
    await house.folder.remove();
  });

  /** Node's own client, for headers that `fetch` would refuse. */
  function raw(path: string, headers: Record<string, string>): Promise<number> {
    const { hostname, port } = new URL(instance.url);
    return new Promise((answered, failed) => {
      const asked = request({ hostname, port, path, headers, method: 'GET' }, (answer) => {
        answer.resume().on('end', () => answered(answer.statusCode ?? 0));
      });
      asked.on('error', failed).end();
    });
  }

  it('never makes a line of the log, nor anything that a terminal obeys, by whichever field or header it comes', async () => {
    const key = house.credentials().apiKey;
    const sent = encodeURIComponent(EVIL);
    const latin = '\u009b31m \u0085 forged';
    const paths = [`/${sent}`, `/api/v1/feedback/${sent}`, `/s/${sent}`, `/api/v1/imports/mappings/${sent}`, `/%7e${sent}`, `/api/v1/audit?actor=${sent}`]; // prettier-ignore
    for (const path of paths) expect(await raw(path, { authorization: `Bearer ${key}` })).toBeLessThan(500);
    for (const name of ['x-request-id', 'user-agent', 'x-forwarded-for', 'forwarded', 'referer', 'accept-language', 'last-event-id', 'idempotency-key', 'origin', 'cookie', 'x-real-ip', 'host'])
      expect(await raw('/api/v1/me', { authorization: `Bearer ${key}`, [name]: latin })).toBeLessThan(500); // prettier-ignore
    expect(await raw('/api/v1/me', { authorization: `Bearer ${latin}` })).toBe(401);
    const post = (path: string, body: unknown) => send('POST', `${instance.url}${path}`, { key, body });
    for (const field of ['text', 'source', 'externalId', 'product', 'unit', EVIL])
      expect((await post('/api/v1/feedback', { text: 'x', [field]: EVIL })).status).toBeLessThan(500);
    expect((await post('/api/v1/session', { username: EVIL, password: EVIL })).status).toBeLessThan(500);
    expect((await post(`/api/v1/inbound/${sent}`, { a: EVIL })).status).toBeLessThan(500);
    expect((await post('/api/v1/people', { username: EVIL, displayName: EVIL })).status).toBeLessThan(500);
    const lines = (instance.out + instance.err).split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => line.includes('/api/v1/me')).length).toBeGreaterThan(8);
    expect(lines.filter((line) => line.startsWith('{"level":60'))).toEqual([]);
    expect(lines.filter((line) => OBEYED.test(line))).toEqual([]);
    for (const line of lines.filter((one) => one.startsWith('{'))) expect(() => JSON.parse(line)).not.toThrow();
  });
});
