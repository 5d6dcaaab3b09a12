import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Huiyin } from '@huiyin/client';
import type { Instance } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectCleanStop, House, until } from './house.js';
import type { Json } from './support/call.js';
import { LossyRoad } from './support/lossy-road.js';
import { blocksOf, isThere, ROOT, Running, start, typescript } from './support/recipes.js';

const TICKETS = 120;

/** Of docs/examples: how each is started. */
const EXAMPLES = {
  python: {
    there: isThere('python3'),
    source: 'crm-python',
    command: (...args: string[]) => ['python3', join(ROOT, 'docs/examples/sync.py'), 'crm.db', ...args],
    runs: [['push'], ['follow']],
  },
  typescript: {
    there: true,
    source: 'crm-typescript',
    command: (...args: string[]) => [...typescript(join(ROOT, 'docs/examples/sync.ts')), 'crm.ndjson', ...args],
    runs: [['run']],
  },
} as const;

describe('an integration that stands on docs/examples', () => {
  let house: House;
  let instance: Instance;
  let road: LossyRoad;

  const killHuiyin = async (): Promise<void> => {
    for (const pid of [instance.pid, ...Object.values(instance.childPids), instance.postgresPid]) {
      process.kill(pid, 'SIGKILL');
    }
    await instance.ended;
  };

  beforeAll(async () => {
    house = await House.make();
    instance = await house.start().ready();
    road = await LossyRoad.to(house.port);
  }, 300_000);
  afterAll(async () => {
    await road.close();
    await instance.stop('SIGKILL');
    await house.folder.remove();
  });

  it.each(Object.entries(EXAMPLES).filter(([, { there }]) => there))(
    'in %s: killed after the answer and before it is written down, Huiyin killed too: every ticket is one item, and knows where it is',
    async (name, { source, command, runs }) => {
      const cwd = join(house.folder.path, name);
      mkdirSync(cwd);
      const env = { HUIYIN_URL: road.url, HUIYIN_KEY: house.credentials().apiKey };
      const launch = (...args: string[]): Running => new Running(command(...args), { cwd, env });
      const report = async (): Promise<Json[]> => JSON.parse((await launch('report').ended).out) as Json[];
      expect(await launch('add', String(TICKETS)).ended).toMatchObject({ code: 0 });

      // The first answer is there, and the integrator dies before it has it.
      let running: Running[] = [];
      let batches = 0;
      road.after = async (path) => {
        if (path !== '/api/v1/feedback/batch' || batches++ > 0) return;
        await Promise.all(running.map((one) => one.kill()));
      };
      running = runs.map((args) => launch(...args));
      await Promise.all(running.map(({ ended }) => ended));
      expect((await report()).filter(({ feedbackId }) => feedbackId)).toEqual([]);

      // Now Huiyin dies, with a request under way, and comes back.
      let killed: Promise<void> | undefined;
      road.before = async (path) => {
        if (path === '/api/v1/feedback/batch' && batches === 2) await (killed ??= killHuiyin());
      };
      running = runs.map((args) => launch(...args));
      await until(() => killed !== undefined);
      await killed;
      road.before = () => undefined;
      instance = await house.start().ready();

      await until(async () => (await report()).every(({ stage }) => stage === 'resolve'));
      await Promise.all(running.map((one) => one.kill()));
      expect(running.map(({ out }) => out).join('')).toMatch(/pushed 50 of them known: 50/);
      road.after = () => undefined;

      const huiyin = new Huiyin({ url: instance.url, key: env.HUIYIN_KEY });
      const items = new Map<string, string>();
      let count = 0;
      for await (const { id } of huiyin.all('/api/v1/feedback', { query: { limit: 200 } })) {
        const item = await huiyin.feedback(id);
        if (item.source !== source) continue;
        count++;
        items.set(item.externalId ?? '', id);
      }
      const known = (await report()).map(({ id, feedbackId }) => [id, feedbackId] as const);
      expect(count).toBe(TICKETS);
      expect(new Map(known)).toEqual(items);
    },
    300_000,
  );

  it('is tried with a sandbox key, which can write nothing but trial data and sees nothing else', async () => {
    const recipe = blocksOf('integrate.md').find(({ text }) => text.includes('--source sandbox'));
    const cli = join(ROOT, 'dist/apps/cli/src/main.js');
    const text = `npm() { shift 3; "${process.execPath}" "${cli}" "$@"; }\n${recipe?.text}`;
    const env = { HUIYIN_DATA_DIR: house.dataDir, PORT: String(house.port), HUIYIN_LOG_LEVEL: 'warn' };
    const { code, out, err } = await start({ language: 'bash', name: '', text }, house.folder.path, env).ended;
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const key = /hy_\S+/.exec(out)?.[0] ?? '';
    const huiyin = new Huiyin({ url: instance.url, key });
    const others = await house.accept('不是试验数据');
    const { id } = await huiyin.submit({ text: '联调第一条', externalId: 'T-1' });
    expect(await huiyin.feedback(id)).toMatchObject({ source: 'sandbox', text: '联调第一条' });
    await expect(huiyin.submit({ text: '冒名', source: 'crm' })).rejects.toMatchObject({ code: 'outside-binding' });
    await expect(huiyin.feedback(others)).rejects.toMatchObject({ status: 404 });
  });

  it('leaves nothing running', () => expectCleanStop(instance));
});
