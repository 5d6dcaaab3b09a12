import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House, expectCleanStop, until } from './house.js';
import type { Json } from './support/call.js';
import { Robot } from './support/robot.js';

describe('a worker that is killed while staff are being told', () => {
  let house: House;
  let robot: Robot;

  beforeAll(async () => {
    house = await House.make();
    robot = await Robot.start('wecom');
  }, 180_000);
  afterAll(async () => {
    await robot.stop();
    await house.folder.remove();
  });

  it('is followed by one that tells them', async () => {
    const env = { HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8', HUIYIN_DELIVERY_LEASE_SECONDS: '5' };
    const instance = await house.start({ env }).ready();
    const call = async (method: string, path: string, body?: object): Promise<Json> => {
      const headers = { authorization: `Bearer ${house.credentials().apiKey}`, 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return (await fetch(`${instance.url}${path}`, { method, headers, ...sent })).json();
    };
    // Of the first message nobody knows how it ends: the robot has it and says nothing.
    robot.answer = (response) => void (robot.messages.length > 1 && robot.say(response, 0));
    const channel = { name: '值班群', kind: 'wecom', url: robot.url, events: ['item.assigned'] };
    const { id } = await call('POST', '/api/v1/notice-channels', channel);
    await house.accept('断电的时候正在通知');
    await robot.until(1);
    process.kill(instance.childPids['The worker'] ?? 0, 'SIGKILL');
    await robot.until(2);
    expect(robot.messages[1]!.text).toBe(robot.messages[0]!.text);
    const items = async (): Promise<Json> => (await call('GET', `/api/v1/notice-channels/${id}/attempts`)).items;
    await until(async () => (await items())[0].status === 200);
    const error = 'The sender stopped before it wrote down how this ended.';
    expect(await items()).toMatchObject([
      { status: 200, code: 0, error: null },
      { status: null, error },
    ]);
    expect(await call('GET', `/api/v1/notice-channels/${id}`)).toMatchObject({ waiting: 0, failures: 0 });
    await expectCleanStop(instance);
  }, 90_000);
});
