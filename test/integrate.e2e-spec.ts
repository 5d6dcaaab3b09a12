import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type TemporaryFolder, temporaryFolder } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import typescript from 'typescript';
import { until } from './house.js';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { type Block, blocksOf, isThere, type Ran, ROOT, type Running, start } from './support/recipes.js';

const BLOCKS = blocksOf('integrate.md');
const LANGUAGES = ['bash', 'ts', 'python'] as const;
const PROGRAMS = { bash: 'curl', ts: 'node', python: 'python3' } as const;
const HERE = Object.fromEntries(LANGUAGES.map((language) => [language, isThere(PROGRAMS[language])]));

const COMPILER: typescript.CompilerOptions = {
  target: typescript.ScriptTarget.ES2023,
  module: typescript.ModuleKind.ESNext,
  moduleResolution: typescript.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
};

function block(language: string, name: string): Block {
  const found = BLOCKS.find((one) => one.language === language && one.name.startsWith(`${name} `));
  if (!found) throw new Error(`docs/integrate.md has no block ${language} ${name}`);
  return found;
}

/** A test that needs the program of a language; without it, it is skipped and says so. */
const having = (language: string) => (HERE[language] ? it : it.skip);

describe('the recipes of docs/integrate.md', () => {
  let world: LoopWorld;
  let folder: TemporaryFolder;
  let env: Record<string, string>;
  const ran = new Set<string>();

  const launch = (language: string, name: string, more: Record<string, string> = {}): Running => {
    ran.add(`${language} ${name}`);
    return start(block(language, name), folder.path, { ...env, ...more });
  };
  const run = async (language: string, name: string, more: Record<string, string> = {}): Promise<Ran> => {
    const ended = await launch(language, name, more).ended;
    expect(ended).toEqual({ ...ended, code: 0 });
    return ended;
  };
  const words = async (externalId: string): Promise<Json> =>
    world.db.query('select source, subject from feedback_words where external_id = $1', [externalId]);
  const find = (name: string, role: string): string =>
    BLOCKS.find((one) => one.language === 'json' && one.name === `${name} ${role}`)!.text;

  beforeAll(async () => {
    folder = temporaryFolder();
    world = await LoopWorld.start({ config: { webhookAllow: ['127.0.0.0/8'] } });
    await world.runAnotherWorker();
    env = { HUIYIN_URL: world.address(), HUIYIN_KEY: world.key };
  });
  afterAll(async () => {
    await world.stop();
    await folder.remove();
  });

  it('are the same in both languages', () => {
    expect(blocksOf('integrate.zh-CN.md')).toEqual(BLOCKS);
  });

  describe('push one', () => {
    it.each(LANGUAGES.filter((language) => HERE[language]).map((language, index) => [language, `C-${index + 1}`]))(
      'in %s',
      async (language, externalId) => {
        await run(language, 'push-one');
        const again = await run(language, 'push-one');
        expect(again.out).toMatch(language === 'bash' ? /"duplicate":true/ : /^HY-\d+-\d+ was there/);
        expect(await words(externalId)).toHaveLength(1);
      },
    );
  });

  describe('be told', () => {
    having('bash').each(LANGUAGES.filter((language) => language !== 'bash' && HERE[language]))(
      'with a receiver in %s, which takes what is signed and nothing else; and again after a replay',
      async (language) => {
        const port = await freePort();
        const url = `http://127.0.0.1:${port}/`;
        const made = JSON.parse((await run('bash', 'webhook-create', { RECEIVER_URL: url })).out);
        const receiver = launch(language, 'receiver', { WEBHOOK_SECRET: made.secret, PORT: String(port) });
        const send = (headers: Record<string, string>, body = '{"type":"x","data":{}}') => fetch(url, { method: 'POST', headers, body }); // prettier-ignore
        await until(() => fetch(url, { method: 'POST', body: '{}' }).then(({ status }) => status === 400, () => false)); // prettier-ignore

        await world.collect({ text: '有人在听吗？', source: 'crm', externalId: `told-${language}` });
        const told = new RegExp(`^(\\S+) feedback.collected told-${language}$`, 'gm');
        await until(() => told.test(receiver.out));
        await run('bash', 'webhook-replay', { WEBHOOK_ID: made.id });
        await until(() => (receiver.out.match(told)?.length ?? 0) > 1);
        expect(new Set(receiver.out.match(told)).size).toBe(1);

        const sign = (id: string, seconds: number, body: string, secret: string) => ({ 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64')}` }); // prettier-ignore
        const [body, now] = ['{"type":"x","data":{}}', Math.floor((performance.timeOrigin + performance.now()) / 1_000)]; // prettier-ignore
        expect((await send(sign('m', now, body, made.secret))).status).toBe(204);
        expect((await send(sign('m', now - 3_600, body, made.secret))).status).toBe(400);
        expect((await send(sign('m', now, `${body} `, made.secret))).status).toBe(400);
        expect((await send(sign('m', now, body, `whsec_${Buffer.alloc(24).toString('base64')}`))).status).toBe(400);
        expect((await send({})).status).toBe(400);
        await receiver.kill();
        await world.call('DELETE', `/api/v1/webhooks/${made.id}`);
      },
    );
  });

  describe('a system that cannot be changed', () => {
    it.each([
      ['salesforce', { externalId: '00001026', kind: 'fault', channel: 'hotline', customer: { id: '003Hs00002wxyzIAA', email: 'wang@example.com' } }, (sample: Json) => ({ ...sample, Status: 'Closed', Public_Reply__c: 'We added a station.' })],
      ['zendesk', { externalId: '35436', kind: 'fault', channel: 'email', tags: ['billing', 'october'], customer: { id: '20978392' } }, (sample: Json) => ({ tickets: [{ ...sample.tickets[0], status: 'Solved', latest_public_comment: 'You were refunded.' }] })],
      ['gongdan', { externalId: 'GD20261120000123', kind: 'complaint', channel: 'hotline', phase: 'after-sale', tags: ['加急'], occurredAt: '2026-11-20T16:30:00+08:00', attributes: { acceptStaff: 'GZ0371', sysId: 'BSS-GD' } }, (sample: Json) => ({ ...sample, data: { orders: [{ ...sample.data.orders[0], orderStatus: '已归档', dealType: '已解决', replyContent: '已新增基站。' }] } })],
    ] as const)('%s: the mapping reads the sample, and what is solved', async (name, piece, solved) => {
      const [source, sample] = [JSON.parse(find(name, 'source')), JSON.parse(find(name, 'sample'))] as Json[];
      const stored = await world.call('PUT', `/api/v1/inbound-sources/${name}`, { body: source });
      expect(stored).toMatchObject({ status: 200 });
      const attempt = (body: Json) => world.post(`/api/v1/inbound-sources/${name}/try`, { sample: body });
      expect((await attempt(sample)).body).toMatchObject({ items: [{ type: 'piece', piece }] });
      expect((await attempt(solved(sample))).body).toMatchObject({ items: [{ type: 'solved', solved: { externalId: piece.externalId, reply: expect.any(String) } }] }); // prettier-ignore
    }); // prettier-ignore

    having('bash')('a work order, signed as the recipe says, becomes an item once', async () => {
      await world.call('DELETE', '/api/v1/inbound-sources/gongdan');
      const { body } = await world.call('PUT', '/api/v1/inbound-sources/gongdan', { body: JSON.parse(find('gongdan', 'source')) }); // prettier-ignore
      writeFileSync(join(folder.path, 'gongdan-sample.json'), find('gongdan', 'sample'));
      for (const status of ['accepted', 'duplicate'])
        expect((await run('bash', 'gongdan-push', { INBOUND_SECRET: body.secret })).out).toContain(
          `"status":"${status}"`,
        );
      expect(await words('GD20261120000123')).toEqual([{ source: 'gongdan', subject: '手机上网信号差' }]);
    });
  });

  describe('push many', () => {
    having('bash')('in a batch, row by row', async () => {
      const { out } = await run('bash', 'push-batch');
      expect(JSON.parse(out)).toMatchObject({ accepted: 1, rejected: 1, results: [{ status: 'accepted' }, { status: 'rejected', error: { code: 'validation-failed' } }] }); // prettier-ignore
    });

    having('bash')('as NDJSON', async () => {
      expect(JSON.parse((await run('bash', 'push-ndjson')).out)).toMatchObject({ accepted: 2 });
    });

    it('with the client, in several requests', async () => {
      expect((await run('ts', 'push-many')).out).toMatch(/^H-7 validation-failed .*\n$/);
      expect(await words('H-1200')).toHaveLength(1);
    });

    having('python')('with Python; a second time adds nothing', async () => {
      expect((await run('python', 'push-many')).out).toBe('200 new, 0 known\n');
      expect((await run('python', 'push-many')).out).toBe('0 new, 200 known\n');
    });

    having('bash')('as a file, with the rows that were refused', async () => {
      const { out } = await run('bash', 'import');
      expect(out).toContain('"accepted":1');
      expect(out).toContain('F-2');
      expect(await words('F-1')).toHaveLength(1);
    });
  });

  it('are TypeScript that fits the client', () => {
    const files = BLOCKS.filter(({ language }) => language === 'ts').map(({ name, text }) => {
      const path = join(folder.path, `checked-${name.split(' ')[0]}.ts`);
      writeFileSync(path, text);
      return path;
    });
    const options = { ...COMPILER, paths: { '@huiyin/client': [join(ROOT, 'libs/client/src/index.ts')] } };
    const program = typescript.createProgram(files, options);
    const told = typescript.getPreEmitDiagnostics(program).map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n')); // prettier-ignore
    expect(told).toEqual([]);
    expect(files).toHaveLength(4);
  });

  describe('see what became of it', () => {
    it.each(LANGUAGES.filter((language) => HERE[language]))('in %s', async (language) => {
      const { out } = await run(language, 'status');
      expect(out).toMatch({ bash: /"visits":\[/, ts: /^HY-(.*\n)+HY-/, python: /^HY-/ }[language]);
    });
  });

  it('have all been run', () => {
    const meant = BLOCKS.filter(({ language, name }) => / (run|file)$/.test(name) && HERE[language]);
    expect([...ran].sort()).toEqual(meant.map(({ language, name }) => `${language} ${name.split(' ')[0]}`).sort());
  });
});
