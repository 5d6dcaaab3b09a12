import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const FORM = 'application/x-www-form-urlencoded';

describe("the customer's answer", () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  const post = (token: string, how: Call) => world.call('POST', `/s/${token}`, { key: '', ...how });
  const byForm = (token: string, raw: string) => post(token, { raw, type: FORM });
  const page = (token: string) => world.call('GET', `/s/${token}`, { key: '' });

  it('is asked in the language of the customer', async () => {
    const english = await world.ask('The signal in the lift is very weak, please fix it');
    const chinese = await world.ask('电梯里信号很弱');
    expect((await page(english.token)).text).toMatch(/lang="en"[^]*Is your problem solved\?/);
    expect((await page(chinese.token)).text).toMatch(/lang="zh-CN"[^]*您反映的问题解决了吗/);
  });

  it('is asked by a link of 128 random bits, of which only a hash is kept', async () => {
    const { id, token } = await world.ask('信号弱');
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    const kept = await world.db.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from survey_token t join survey s on s.id = t.survey_id where feedback_id = $1`,
      [id],
    );
    expect(kept).toEqual([{ hash: createHash('sha256').update(token).digest('hex') }]);
  });

  it('may be given by the form on the page', async () => {
    const { id, token } = await world.ask('信号弱');
    const answer = await byForm(token, `solved=true&score=8&comment=${encodeURIComponent('谢谢')}`);
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('谢谢您') });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(await world.item(id)).toMatchObject({
      state: 'closed',
      surveys: [{ solved: true, score: 8, comment: '谢谢' }],
    });
  });

  it('may leave the score and the words out', async () => {
    const { id, token } = await world.ask('信号弱');
    expect(await byForm(token, 'solved=false&score=&comment=+')).toMatchObject({ status: 200 });
    expect(await world.item(id)).toMatchObject({
      stage: 'collect',
      cycle: 2,
      surveys: [{ solved: false, score: null, comment: null }],
    });
  });

  it('is one tap; score and words may be added after it, once, within half an hour', async () => {
    const { id, token } = await world.ask('信号弱');
    const tapped = await byForm(token, 'solved=false');
    expect(tapped).toMatchObject({ status: 200, text: expect.stringMatching(/再次答复您[^]*<textarea/) });
    expect(await world.standing(id)).toBe('collect ready 2');
    const words = encodeURIComponent('二号线还不行 13812345678');
    expect(await byForm(token, `then=false&score=3&comment=${words}`)).toMatchObject({ status: 200 });
    const { surveys } = await world.item(id);
    expect(surveys).toMatchObject([{ solved: false, score: 3, comment: expect.stringContaining('二号线还不行') }]);
    expect(surveys[0].comment).not.toContain('13812345678');
    expect(await byForm(token, 'then=false&score=9')).toMatchObject({ status: 409 });
    expect((await world.item(id)).surveys).toMatchObject([{ score: 3 }]);
  });

  it('is not added to before there is one, nor when half an hour has passed', async () => {
    const { id, token } = await world.ask('信号弱');
    expect(await byForm(token, 'then=true&score=9')).toMatchObject({ status: 409 });
    expect(await world.standing(id)).toBe('recollect waiting 1');
    await byForm(token, 'solved=true');
    expect(await byForm(token, 'then=true&score=eleven')).toMatchObject({
      status: 400,
      text: expect.stringContaining('role="alert"'),
    });
    expect(await byForm(token, 'then=true&score=&comment=')).toMatchObject({ status: 200 });
    world.clock.advance(3_600_000);
    expect(await byForm(token, 'then=true&score=9')).toMatchObject({ status: 409 });
    expect((await world.item(id)).surveys).toMatchObject([{ solved: true, score: null, comment: null }]);
  });

  it('is not given by opening the link, however often', async () => {
    const { id, token } = await world.ask('信号弱');
    for (let times = 0; times < 3; times++) expect(await page(token)).toMatchObject({ status: 200 });
    expect(await world.call('HEAD', `/s/${token}`, { key: '' })).toMatchObject({ status: 200 });
    await world.call('GET', `/s/${token}?solved=true`, { key: '' });
    expect(await world.standing(id)).toBe('recollect waiting 1');
  });

  it('counts once: whoever comes second is told so, by form and by JSON, and changes nothing', async () => {
    const { id, token } = await world.ask('信号弱');
    await world.answer(token, { solved: true, score: 10 });
    expect(await world.answer(token, { solved: false })).toMatchObject({
      status: 409,
      body: { code: 'survey-answered' },
    });
    expect(await byForm(token, 'solved=false')).toMatchObject({
      status: 409,
      text: expect.stringContaining('已经收到'),
    });
    const opened = await page(token);
    expect(opened.text).not.toContain('<form');
    expect(await world.item(id)).toMatchObject({ state: 'closed', cycle: 1, surveys: [{ solved: true, score: 10 }] });
  });

  it('counts once also when twenty come at the same moment', async () => {
    const { id, token } = await world.ask('信号弱');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        turn % 2 ? world.answer(token, { solved: false }) : byForm(token, 'solved=false'),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await world.standing(id)).toBe('collect ready 2');
    const visits = await world.db.query('select 1 from stage_visit where feedback_id = $1 and cycle = 1', [id]);
    expect(visits).toHaveLength(6);
  });

  it('is refused where the question has closed without it', async () => {
    const { id, token } = await world.ask('信号弱');
    world.clock.advance(8 * 86_400_000);
    expect(await byForm(token, 'solved=true')).toMatchObject({ status: 410, text: expect.stringContaining('已过') });
    expect(await world.answer(token, { solved: true })).toMatchObject({
      status: 410,
      body: { code: 'survey-expired' },
    });
    expect((await page(token)).text).not.toContain('<form');
    await world.settle();
    expect((await world.journey(id)).visits.at(-1)).toMatchObject({ outcome: 'silent' });
    expect(await world.answer(token, { solved: true })).toMatchObject({ status: 410 });
  });

  it.each(['x', 'A'.repeat(22), 'A'.repeat(256), 'survey', '%E4%BD%A0', "'--"])(
    'is refused for the invented link %j, and nothing tells it from a real one that is unknown',
    async (token) => {
      expect(await world.answer(token, { solved: true })).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(await byForm(token, 'solved=true')).toMatchObject({
        status: 404,
        text: expect.stringContaining('链接无效'),
      });
      expect(await page(token)).toMatchObject({ status: 404 });
    },
  );

  it('shows what the team wrote as text, never as HTML', async () => {
    const id = await world.collect('信号弱');
    await world.settle();
    const reply = '<img src=x onerror=alert(1)>&"\'</p><script>alert(2)</script>';
    await world.resolve(id, { action: 'answered', summary: 's', reply });
    await world.settle();
    const { text, headers } = await page(await world.surveyToken(id));
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;&lt;/p&gt;&lt;script&gt;');
    expect(text).not.toMatch(/<img|<script/);
    expect(headers['content-security-policy']).toMatch(/default-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  describe('that says nothing', () => {
    let id: string;
    let token: string;

    beforeAll(async () => {
      ({ id, token } = await world.ask('信号弱'));
    });
    afterEach(async () => {
      expect(await world.standing(id)).toBe('recollect waiting 1');
      expect(await page(token)).toMatchObject({ status: 200, text: expect.stringContaining('<form') });
    });

    it.each([
      [{}, 'solved'],
      [{ solved: 'yes' }, 'solved'],
      [{ solved: 1 }, 'solved'],
      [{ solved: true, score: 0 }, 'score'],
      [{ solved: true, score: 11 }, 'score'],
      [{ solved: true, score: 1.5 }, 'score'],
      [{ solved: true, score: '7' }, 'score'],
      [{ solved: true, comment: 'x'.repeat(2_001) }, 'comment'],
      [{ solved: true, comment: 'a\u0000' }, 'comment'],
      [{ solved: true, rating: 5 }, 'rating'],
    ])('is refused as %j: 400 with the field', async (body, field) => {
      const answer = await world.answer(token, body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ field }] } });
    });

    it.each([
      '',
      'solved=maybe',
      'solved=true&score=eleven',
      'solved=true&comment=%00',
      'solved=true&more=1',
      'solved',
    ])('is refused as the form %j: the page again, with what is wrong', async (raw) => {
      const answer = await byForm(token, raw);
      expect(answer).toMatchObject({ status: 400, text: expect.stringMatching(/<form[^]*role="alert"/) });
    });

    it.each<[string, Call, number]>([
      ['no body', {}, 400],
      ['half of a JSON', { raw: '{"solved":', type: 'application/json' }, 400],
      ['a form that is no UTF-8', { raw: Uint8Array.from([0x61, 0x3d, 0xff]), type: FORM }, 400],
      ['plain text', { raw: 'solved=true', type: 'text/plain' }, 415],
      ['300 KB', { raw: `comment=${'a'.repeat(300_000)}`, type: FORM }, 413],
    ])('is refused with %s', async (_what, how, status) => {
      const answer = await post(token, how);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });
  });
});
