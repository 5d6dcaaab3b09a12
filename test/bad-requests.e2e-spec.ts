import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call } from './support/call.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';

const NOBODY = '01a00000-0000-7000-8000-000000000000';
const LIST = '/api/v1/feedback';

/** A cursor as our own would be, with other content. */
const cursor = (...content: unknown[]) => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('a request that cannot be answered', () => {
  let world: LoopWorld;
  let id: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    id = await world.collect('信号弱');
    await world.settle();
  });
  afterAll(() => world.stop());

  async function expectProblem(method: string, path: string, how: Call, wanted: object): Promise<void> {
    const { status, headers, body } = await world.call(method, path, how);
    expect({ status, code: body.code }).toEqual(wanted);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status, detail: expect.any(String), requestId: expect.any(String) });
  }

  it.each([
    ['limit=0', 'limit'],
    ['limit=', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=201', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1e99', 'limit'],
    ['limit=99999999999999999999999999', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['stage=heaven', 'stage'],
    ['stage=resolve&stage=route', 'stage'],
    ['state=asleep', 'state'],
    ['kind=__proto__', 'kind'],
    ['sort=id;drop', 'sort'],
    ['cluster=7', 'cluster'],
    ['from=yesterday', 'from'],
    ['from=2026-02-30T00:00:00Z', 'from'],
    ['from=2026-01-01T00:00:00%2B20:00', 'from'],
    ['to=-271821-04-20T00:00:00Z', 'to'],
    ['q=', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['colour=red', 'colour'],
    ['q[a]=1', 'q[a]'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('has the wrong query %j: 400 with the field', async (query, field) => {
    const { status, body } = await world.get(`${LIST}?${query}`);
    expect({ status, code: body.code, field: body.errors?.[0]?.field }).toEqual({
      status: 400,
      code: 'validation-failed',
      field,
    });
  });

  it.each([
    'x',
    '%F0%9F%98%80',
    cursor(),
    cursor(null),
    cursor(null, 'x'),
    cursor(null, `${NOBODY}'--`),
    cursor('2026-02-30T00:00:00.000000Z', NOBODY),
    cursor('2026-99-99T00:00:00.000000Z', NOBODY),
    cursor('1', NOBODY),
    cursor('+275760-09-13T00:00:00.000Z', NOBODY),
    cursor({}, NOBODY),
    cursor(7, [NOBODY]),
  ])('has the cursor %j: 400', async (wrong) => {
    for (const sort of ['newest', 'limit'])
      await expectProblem('GET', `${LIST}?sort=${sort}&cursor=${wrong}`, {}, { status: 400, code: 'bad-cursor' });
  });

  it('names a unit that is not there: 422, in every list', async () => {
    for (const path of [LIST, '/api/v1/loop/stages'])
      await expectProblem('GET', `${path}?unit=nowhere`, {}, { status: 422, code: 'unknown-unit' });
  });

  it.each([
    NOBODY,
    'HY-2026-999999',
    'HY-0000-000001',
    'HY-2026-999999999999999999',
    'HY-2026-1',
    '7',
    'null',
    '..%2f..%2fetc%2fpasswd',
    "'%20or%201=1--",
    '%F0%9F%98%80',
    'a'.repeat(256),
    'a'.repeat(257),
    'a'.repeat(5_000),
    '%zz',
    '%C3%28',
    '%ED%A0%80',
  ])('names the item %j: 404', async (name) => {
    const wanted = { status: 404, code: 'not-found' };
    for (const path of ['', '/journey', '/deliveries'])
      await expectProblem('GET', `${LIST}/${name}${path}`, {}, wanted);
    await expectProblem('POST', `${LIST}/${name}/resolution`, { body: RESOLUTION }, wanted);
  });

  it.each(['/api/v1/feedback/%00', '/api/v1/feedback?q=%00', '/s/%00', '/%00'])(
    'has NUL in its address: 400 at %j',
    (path) => expectProblem('GET', path, {}, { status: 400, code: 'validation-failed' }),
  );

  it.each([
    ['PUT', LIST],
    ['DELETE', LIST],
    ['PATCH', `${LIST}/${NOBODY}`],
    ['OPTIONS', LIST],
    ['PROPFIND', LIST],
    ['GET', `${LIST}/batch/x/y`],
    ['GET', '/api/v2/feedback'],
    ['GET', '/.env'],
    ['GET', '//evil.example'],
  ])('goes where there is nothing: %s %s', (method, path) =>
    expectProblem(method, path, {}, { status: 404, code: 'not-found' }),
  );

  it('asks only for the head: it gets the head of the answer', async () => {
    expect(await world.call('HEAD', LIST)).toMatchObject({ status: 200, text: '' });
    expect(await world.call('HEAD', `${LIST}/${NOBODY}`)).toMatchObject({ status: 404, text: '' });
  });

  it('has a resolution that says too little, or for an item that does not wait for one: nothing is stored', async () => {
    const before = await world.rows('resolution', 'stage_visit');
    const path = `${LIST}/${id}/resolution`;
    for (const field of ['action', 'summary', 'reply']) {
      const { status, body } = await world.post(path, { ...RESOLUTION, [field]: undefined });
      expect({ status, field: body.errors[0].field }).toEqual({ status: 400, field });
    }
    const unknown = await world.post(path, { ...RESOLUTION, price: 1 });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'price' }] } });
    const fresh = await world.collect('刚刚提交');
    const early = await world.post(`${LIST}/${fresh}/resolution`, RESOLUTION);
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'not-waiting', detail: expect.stringContaining('collect') },
    });
    expect(await world.rows('resolution', 'stage_visit')).toEqual(before);
    for (const stage of ['collect', 'analyze', 'route'] as const) await world.lane(stage).drain();
    expect(await world.post(`${LIST}/${fresh}/resolution`, RESOLUTION)).toMatchObject({ status: 409 });
    await world.settle();
    await world.post(`${LIST}/${fresh}/dismissal`, { reason: '测试' });
    const closed = await world.post(`${LIST}/${fresh}/resolution`, RESOLUTION);
    expect(closed).toMatchObject({ status: 409, body: { detail: expect.stringContaining('is closed') } });
    expect(await world.rows('resolution')).toEqual(before.slice(0, 1));
    await world.resolve(id);
    expect(await world.post(path, RESOLUTION)).toMatchObject({ status: 409, body: { code: 'not-waiting' } });
  });

  it('has a resolution from two people at once: one of them is too late', async () => {
    const both = await world.collect('两人同时办理');
    await world.settle();
    const [before = 0] = await world.rows('resolution');
    const answers = await Promise.all([1, 2, 3].map(() => world.post(`${LIST}/${both}/resolution`, RESOLUTION)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    expect(await world.rows('resolution')).toEqual([before + 1]);
  });

  it('comes with a key that is garbled, unknown, wrong, revoked or expired: 401', async () => {
    const [, keyId, secret] = world.key.split('_');
    const made = async (body: object) =>
      (await world.post('/api/v1/keys', { name: 'x', scopes: ['feedback:read'], ...body })).body;
    const revoked = await made({});
    await world.call('DELETE', `/api/v1/keys/${revoked.id}`);
    const expiring = await made({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await world.call('GET', LIST, { key: expiring.key })).toMatchObject({ status: 200 });
    await world.db.query(`update api_key set expires_at = loop_now() - interval '1 second' where id = $1`, [
      expiring.id,
    ]);
    const other = await LoopWorld.start();
    for (const key of [
      'x',
      'hy__',
      `hy_${keyId}_`,
      `hy_${keyId}_${secret}x`,
      `hy_${keyId}_${'A'.repeat(43)}`,
      other.key,
      revoked.key,
      'a'.repeat(4_000),
    ])
      await expectProblem('GET', LIST, { key }, { status: 401, code: 'unauthenticated' });
    await other.stop();
  });

  it('abuses its headers: they change nothing', async () => {
    const headers = {
      'x-request-id': `a\tb${'c'.repeat(500)}`,
      'x-http-method-override': 'DELETE',
      'x-forwarded-user': 'admin',
    };
    const answer = await world.call('GET', `${LIST}/${id}`, { headers });
    expect(answer).toMatchObject({ status: 200, body: { id } });
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    await expectProblem('GET', LIST, { key: '', headers }, { status: 401, code: 'unauthenticated' });
  });

  it.each([
    ['no HTTP', 'HELO\r\n\r\n', '400', 'malformed-body'],
    ['a header that is none', 'GET /livez HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n', '400', 'malformed-body'],
    [
      'two lengths',
      'POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      '400',
      'malformed-body',
    ],
    ['NUL in its first line', 'GET /livez?\u0000 HTTP/1.1\r\nHost: x\r\n\r\n', '400', 'malformed-body'],
    ['20 KB of header', `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '413', 'body-too-large'],
  ])('is %s: a problem, and the line is cut', async (_what, request, status, code) => {
    const told = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(world.address()).port), '127.0.0.1', () => socket.write(request));
      socket
        .on('data', (chunk) => (text += chunk.toString()))
        .once('end', () => resolve(text))
        .once('error', reject);
    });
    expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*application/problem\\+json[^]*"code":"${code}"`));
  });
});
