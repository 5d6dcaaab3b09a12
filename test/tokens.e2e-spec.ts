import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailTokens } from '@huiyin/deliver';
import { Vault } from '@huiyin/privacy';
import { Webhook } from 'standardwebhooks';
import type { Answer } from './support/call.js';
import { DAY, LoopWorld } from './support/loop-world.js';
import { LocalProvider } from './support/oidc-provider.js';
import { person } from './support/provinces.js';

const KINDS = ['survey link', 'API key', 'session', 'state of a sign-in', 'cookie of a sign-in', 'webhook secret', 'inbound secret', 'unsubscribe link', 'tag of a reply'] as const; // prettier-ignore
type Kind = (typeof KINDS)[number];
const SOME_DELIVERY = '01a00000-0000-7000-8000-000000000000';

/** Where a token may be shown: how, and which kind belongs there. */
type Door = readonly [name: string, belongs: Kind, show: (token: string) => Promise<Answer>];

describe('a token opens the door that it was made for', () => {
  let world: LoopWorld;
  let provider: LocalProvider;
  const tokens = new Map<Kind, string>();
  const nobody = { key: '' };
  const callback = '/api/v1/session/oidc/callback';

  const doors: readonly Door[] = [
    ['as a bearer key', 'API key', (token) => world.call('GET', '/api/v1/me', { key: token })],
    ['as the session cookie', 'session', (token) => world.call('GET', '/api/v1/me', { ...nobody, cookie: `huiyin_session=${token}` })], // prettier-ignore
    ['as a survey link', 'survey link', (token) => world.call('GET', `/s/${encodeURIComponent(token)}`, nobody)],
    ['as the cookie of a sign-in', 'cookie of a sign-in', (token) => world.call('GET', `${callback}?code=x&state=${tokens.get('state of a sign-in')}`, { ...nobody, cookie: `huiyin_sign_in=${token}` })], // prettier-ignore
    ['as the state of a sign-in', 'state of a sign-in', (token) => world.call('GET', `${callback}?code=x&state=${encodeURIComponent(token)}`, { ...nobody, cookie: `huiyin_sign_in=${tokens.get('cookie of a sign-in')}` })], // prettier-ignore
    ['as the token of an inbound source', 'inbound secret', (token) => world.call('POST', '/api/v1/inbound/token', { ...nobody, body: { text: '宽带断网' }, headers: { 'x-api-key': token } })], // prettier-ignore
    [
      'as an unsubscribe link',
      'unsubscribe link',
      (token) => world.call('POST', `/u/${encodeURIComponent(token)}`, nobody),
    ],
    ['as the secret of an inbound signature', 'webhook secret', (token) => signed(token)],
  ];

  /** Signs a message to the inbound source `std`, whose secret is that of no webhook. */
  async function signed(secret: string): Promise<Answer> {
    const [raw, at] = ['{"text":"宽带断网"}', new Date(performance.timeOrigin + performance.now())];
    const key = Buffer.from(secret).toString('base64');
    const headers = {
      'webhook-id': `m-${secret.length}`,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret.startsWith('whsec_') ? secret : key).sign(`m-${secret.length}`, at, raw),
    };
    return world.call('POST', '/api/v1/inbound/std', { ...nobody, raw, type: 'application/json', headers });
  }

  beforeAll(async () => {
    provider = await LocalProvider.start('http://127.0.0.1:3000/api/v1/session/oidc/callback');
    const oidc = { oidcIssuer: provider.issuer, oidcClientId: 'huiyin', oidcClientSecret: 'a-secret-of-the-tests' };
    world = await LoopWorld.start({ config: { ...oidc, publicUrl: 'http://127.0.0.1:3000' } });
    tokens.set('survey link', (await world.ask('信号弱')).token);
    tokens.set('API key', world.key);
    tokens.set('session', (await person(world, 'token.person', { roles: ['auditor'] })).cookie.split('=')[1]!);
    const begun = await world.call('GET', '/api/v1/session/oidc', nobody);
    tokens.set('state of a sign-in', new URL(begun.headers['location']!).searchParams.get('state')!);
    tokens.set('cookie of a sign-in', /huiyin_sign_in=([^;]+)/.exec(begun.headers['set-cookie']!)![1]!);
    const hook = await world.post('/api/v1/webhooks', { url: 'https://8.8.8.8/hook', events: ['feedback.*'] });
    tokens.set('webhook secret', hook.body.secret);
    const mapping = { fields: { text: 'text' } };
    const define = (name: string, check: object) =>
      world.call('PUT', `/api/v1/inbound-sources/${name}`, { body: { check, mapping } });
    tokens.set('inbound secret', (await define('token', { type: 'bearer', header: 'X-Api-Key' })).body.secret);
    await define('std', { type: 'standard' });
    const mail = new MailTokens(world.worker.app.get(Vault), { publicUrl: '', replyTo: 'care@example.com' });
    const link = mail.unsubscribeUrl('wang@example.com');
    tokens.set('unsubscribe link', link.slice(link.lastIndexOf('/') + 1));
    const tag = /\+([\da-f]+)@/.exec(mail.replyAddress(SOME_DELIVERY)!)![1]!;
    // As the address has it, it could be nothing but hexadecimal: shown in the letters of a link.
    tokens.set('tag of a reply', Buffer.from(tag, 'hex').toString('base64url'));
  });
  afterAll(async () => {
    await world.stop();
    await provider.stop();
  });

  it.each(doors.map(([name, belongs, show]) => ({ name, belongs, show })))(
    '$name: no other',
    async ({ belongs, show }) => {
      const told: Record<string, number> = {};
      for (const kind of KINDS.filter((one) => one !== belongs || belongs === 'webhook secret'))
        told[kind] = (await show(tokens.get(kind)!)).status;
      const wrong = Object.entries(told).filter(([, status]) => ![401, 404].includes(status));
      expect(wrong).toEqual([]);
      expect(Object.keys(told).length).toBeGreaterThanOrEqual(8);
    },
  );

  it('as the tag of a reply: no other, not even a link of mail with a mac of ours', () => {
    const mail = new MailTokens(world.worker.app.get(Vault), { publicUrl: '', replyTo: 'care@example.com' });
    const hex = (token: string) => Buffer.from(token, 'base64url').toString('hex');
    const read = (tag: string) => mail.readReplyAddress(`care+${tag}@example.com`);
    for (const kind of KINDS.filter((one) => one !== 'tag of a reply')) {
      const tag = hex(tokens.get(kind)!);
      for (const shown of [tag, tag.slice(0, 48), tag.slice(-48)]) expect([kind, read(shown)]).toEqual([kind, null]);
    }
    expect(read(hex(tokens.get('tag of a reply')!))).toBe(SOME_DELIVERY);
  });

  it('and that one: the doors of this test are real', async () => {
    const open = async (name: string) => {
      const [, belongs, show] = doors.find(([one]) => one === name)!;
      return (await show(tokens.get(belongs)!)).status;
    };
    expect(await open('as a bearer key')).toBe(200);
    expect(await open('as the session cookie')).toBe(200);
    expect(await open('as a survey link')).toBe(200);
    expect(await open('as the token of an inbound source')).toBe(200);
    expect(await open('as an unsubscribe link')).toBe(200);
  });
});

describe('a survey link', () => {
  let world: LoopWorld;
  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('answers its own question and no other', async () => {
    const [one, other] = [await world.ask('信号弱'), await world.ask('宽带慢')];
    expect(await world.answer(one.token, { solved: true, score: 9 })).toMatchObject({ status: 200 });
    expect((await world.item(other.id)).surveys).toMatchObject([{ answeredAt: null, solved: null }]);
    expect(await world.answer(one.token, { solved: false, score: 1 })).toMatchObject({ status: 409 });
    expect(await world.item(one.id)).toMatchObject({ state: 'closed', surveys: [{ solved: true, score: 9 }] });
  });

  it('does nothing when its time is up, nor with a letter changed, cut off or added', async () => {
    const { id, token } = await world.ask('电视没有信号');
    const changed = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    for (const other of [
      changed,
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase() === token ? 'x' : token.toUpperCase(),
    ])
      expect(await world.answer(other, { solved: true })).toMatchObject({ status: 404 });
    world.clock.advance(60 * DAY);
    expect((await world.answer(token, { solved: true })).status).toBeGreaterThanOrEqual(409);
    expect((await world.item(id)).surveys).toMatchObject([{ answeredAt: null }]);
    world.clock.advance(-60 * DAY);
  });

  it('is not guessed: whoever tries many from one address is stopped', async () => {
    const strict = await LoopWorld.start({ config: { limitAddress: 50 } });
    const statuses: number[] = [];
    for (let tried = 0; tried < 120; tried++)
      statuses.push((await strict.answer(`guess-${tried}`.padEnd(22, 'x'), { solved: true })).status);
    // Two minutes at most lie in the time that this takes.
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(100);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    await strict.stop();
  });
});
