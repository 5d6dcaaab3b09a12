import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardWorld, cookieOf, linkIn, WORDS } from './support/board-world.js';
import { DAY, HOUR } from './support/loop-world.js';

describe('visitors of the public board', () => {
  let board: BoardWorld;

  beforeAll(async () => {
    board = await BoardWorld.start();
  });
  afterAll(() => board.stop());

  describe('to vote', () => {
    const votes = async (id: string) => (await board.loop.get(`/api/v1/board/posts/${id}`)).body.votes as number;

    it('counts a browser once, and takes it back', async () => {
      const { id, slug } = await board.publish();
      const first = await board.send(`/board/${slug}/vote`, {});
      expect(first).toMatchObject({ status: 303, headers: { location: `/board/${slug}` } });
      expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/);
      const cookie = cookieOf(first);
      await board.send(`/board/${slug}/vote`, {}, { cookie });
      expect(await votes(id)).toBe(1);
      expect((await board.page(`/board/${slug}`, { cookie })).text).toContain('已记下');
      await board.send(`/board/${slug}/vote`, { take: 'back' }, { cookie });
      expect(await votes(id)).toBe(0);
    });

    it('counts three browsers of one network a day, and asks the others for their e-mail', async () => {
      const { id, slug } = await board.publish();
      const answers = await Promise.all(Array.from({ length: 8 }, () => board.send(`/board/${slug}/vote`, {})));
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(3);
      expect(answers.find(({ status }) => status === 429)!.text).toMatch(/留下邮箱|e-mail/);
      expect(await votes(id)).toBe(3);
      await board.follow(slug, 'fourth@example.com', { count: '1' });
      expect(await votes(id)).toBe(4);
      board.loop.clock.advance(DAY);
      expect((await board.send(`/board/${slug}/vote`, {})).status).toBe(303);
      expect(await votes(id)).toBe(5);
    });

    it('counts nobody twice who votes and follows', async () => {
      const { id, slug } = await board.publish();
      const cookie = cookieOf(await board.send(`/board/${slug}/vote`, {}));
      await board.send(`/board/${slug}/follow`, { email: 'both@example.com', count: '1' }, { cookie });
      await board.drain();
      await board.send(linkIn(board.mail.latest('both@example.com'), 'confirm'), {});
      expect(await votes(id)).toBe(1);
    });

    it('counts a mailbox once, whatever stands after the plus', async () => {
      const { id, slug } = await board.publish();
      await board.follow(slug, 'vic@example.com', { count: '1' });
      for (const email of ['vic+1@example.com', 'Vic+2@example.com']) {
        expect((await board.send(`/board/${slug}/follow`, { email, count: '1' })).status).toBe(200);
        await board.drain();
        expect(board.mailsTo(email)).toBe(0);
      }
      expect(await votes(id)).toBe(1);
    });

    it('keeps neither cookie nor network, only what nobody can read', async () => {
      const { slug } = await board.publish();
      const cookie = cookieOf(await board.send(`/board/${slug}/vote`, {})).split('=')[1]!;
      const rows = JSON.stringify(await board.loop.db.query(`select encode(voter, 'escape') as v, encode(address, 'escape') as a from board_vote`)); // prettier-ignore
      expect(rows).not.toContain(cookie);
      expect(rows).not.toContain('127.0.0.1');
    });
  });

  describe('to follow', () => {
    it('asks first, and tells when it moves on, once it has stood for ten minutes', async () => {
      const { slug, cluster: id } = await board.publish();
      expect((await board.send(`/board/${slug}/follow`, { email: 'anna@example.com' })).status).toBe(200);
      await board.drain();
      const question = board.mail.latest('anna@example.com');
      expect(question.text).toContain(WORDS.title);
      const link = linkIn(question, 'confirm');
      expect((await board.page(link)).text).toContain('<form method="post"');
      await board.decide(id, { status: 'planned' });
      board.loop.clock.advance(HOUR);
      await board.drain();
      expect(board.mailsTo('anna@example.com')).toBe(1);
      await board.send(link, {});
      await board.decide(id, { status: 'done', publicWords: '已经做好了。' });
      await board.drain();
      expect(board.mailsTo('anna@example.com')).toBe(1);
      board.loop.clock.advance(HOUR);
      await board.drain();
      const news = board.mail.latest('anna@example.com');
      expect(`${news.subject} ${news.text}`).toMatch(/[^]*已经做好了/);
      expect(news.text).toContain(`/board/${slug}`);
      await board.drain();
      expect(board.mailsTo('anna@example.com')).toBe(2);
    });

    it('tells nobody of a slip that is put right at once', async () => {
      const { slug, cluster: id } = await board.publish();
      await board.follow(slug, 'slip@example.com');
      await board.decide(id, { status: 'declined' });
      await board.drain();
      await board.decide(id, { status: 'open' });
      await board.drain();
      board.loop.clock.advance(HOUR);
      await board.drain();
      expect(board.mailsTo('slip@example.com')).toBe(1);
    });

    it('ends by the link in every mail, by the page or with one click, and nothing is kept of the address', async () => {
      const { slug } = await board.publish();
      await board.follow(slug, 'bye@example.com');
      const [row] = await board.loop.db.query<{ id: string; email: string }>('select id, email from board_follower order by asked_at desc limit 1'); // prettier-ignore
      expect(row!.email).toMatch(/^s1\./);
      const leave = /\/board\/leave\/[\w-]+/.exec(board.mail.latest('bye@example.com').raw.replaceAll('=\r\n', ''))![0];
      expect((await board.page(leave)).status).toBe(200);
      expect(await board.loop.db.query('select from board_follower where id = $1', [row!.id])).toHaveLength(1);
      expect(await board.send(leave, { 'List-Unsubscribe': 'One-Click' })).toMatchObject({ status: 200 });
      expect(await board.loop.db.query('select from board_follower where id = $1', [row!.id])).toHaveLength(0);
      expect(await board.send(leave, {})).toMatchObject({ status: 200 });
    });

    it('answers the same whether somebody follows already, is asked, or cannot be reached', async () => {
      const { slug } = await board.publish();
      await board.follow(slug, 'known@example.com');
      const before = board.mail.mails.length;
      const answers = [];
      for (const email of ['known@example.com', 'unknown@example.com'])
        answers.push(await board.send(`/board/${slug}/follow`, { email }));
      expect(answers[0]!.text).toBe(answers[1]!.text);
      await board.drain();
      expect(board.mail.mails.length).toBe(before + 1);
    });

    it('asks a mailbox three times a day at most, whoever names it', async () => {
      for (let more = 0; more < 5; more++)
        await board.send(`/board/${(await board.publish()).slug}/follow`, { email: 'victim@example.com' });
      await board.drain();
      expect(board.mailsTo('victim@example.com')).toBe(3);
    });

    it('takes a link for what it was made for, and for nothing else', async () => {
      const { slug } = await board.publish();
      await board.send(`/board/${slug}/follow`, { email: 'purpose@example.com' });
      await board.drain();
      const token = linkIn(board.mail.latest('purpose@example.com'), 'confirm').split('/').at(-1)!;
      for (const other of ['leave', 'mine']) expect((await board.page(`/board/${other}/${token}`)).status).toBe(404);
      expect((await board.send(`/board/leave/${token}`, {})).status).toBe(404);
      const bent = `${token.slice(0, -2)}${token.endsWith('A') ? 'BA' : 'AA'}`;
      expect((await board.send(`/board/confirm/${bent}`, {})).status).toBe(404);
    });

    it.each([
      '',
      'x',
      'a@b',
      'a b@c.example',
      'a@b.example\r\nBcc: c@d.example',
      '<a@b.example>',
      `${'a'.repeat(250)}@b.example`,
    ])('refuses the address %j', async (email) => {
      const { slug } = await board.publish();
      expect((await board.send(`/board/${slug}/follow`, { email })).status).toBe(400);
    });
  });

  describe('to suggest', () => {
    it('is feedback like any other: it has a reference, goes round the loop and is answered; nobody else sees it', async () => {
      const text = '希望营业厅周末延长营业时间';
      const sent = await board.send('/board/new', { text, email: 'writer@example.com', key: 'k'.repeat(22) });
      expect(sent.status).toBe(303);
      const mine = String(sent.headers['location']);
      expect(
        (await board.send('/board/new', { text, email: 'writer@example.com', key: 'k'.repeat(22) })).headers[
          'location'
        ],
      ).toBe(mine);
      const shown = await board.page(mine);
      const reference = /HY-\d{4}-\d{6}/.exec(shown.text)![0];
      expect(shown.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
      expect((await board.page('/board')).text + (await board.page('/board/feed.atom')).text).not.toContain(text);
      await board.loop.settle();
      const { body: item } = await board.loop.get(`/api/v1/feedback/${reference}`);
      expect(item).toMatchObject({ channel: 'board', text });
      // Whoever reads the item, or is told of it by webhook, cannot send the form again and be led to its visitor's page.
      const again = await board.send('/board/new', { text: '别的建议', key: String(item.externalId) });
      expect(again.headers['location']).not.toBe(mine);
      await board.loop.resolve(item.id, { action: 'answered', summary: 's', reply: '周末已延长到晚上八点。<b>' });
      await board.loop.settle();
      expect(board.mail.latest('writer@example.com').raw).toBeDefined();
      expect((await board.page(mine)).text).toContain('周末已延长到晚上八点。&lt;b&gt;');
    });

    it('is moderated: made public in words of staff, counted with a post, or kept', async () => {
      const ids: string[] = [];
      for (const text of ['建议一：套餐可以共享流量', '建议二：流量能不能一家人一起用', '建议三：广告 13900001111']) {
        await board.send('/board/new', { text });
        const { body } = await board.loop.get('/api/v1/board/submissions?limit=1');
        ids.push(body.items[0].feedbackId);
      }
      expect((await board.loop.get('/api/v1/board/submissions')).body.items[0].text).not.toContain('13900001111');
      const post = await board.loop.post('/api/v1/board/posts', {
        feedbackId: ids[0],
        zh: { title: '家庭共享流量', text: '希望家人共享流量。' },
      });
      expect(post.status).toBe(201);
      const joined = await board.loop.post(`/api/v1/board/submissions/${ids[1]}/decision`, {
        decision: 'join',
        postId: post.body.id,
      });
      expect(joined.body).toMatchObject({ state: 'joined', postId: post.body.id });
      await board.loop.post(`/api/v1/board/submissions/${ids[2]}/decision`, { decision: 'keep' });
      const waiting = (await board.loop.get('/api/v1/board/submissions')).body.items.map(
        ({ feedbackId }: { feedbackId: string }) => feedbackId,
      );
      expect(waiting).not.toEqual(expect.arrayContaining([ids[0]]));
      expect((await board.loop.get(`/api/v1/board/posts/${post.body.id}`)).body.votes).toBe(1);
      expect((await board.page('/board?sort=new')).text).toContain('家庭共享流量');
      const back = await board.loop.post(`/api/v1/board/submissions/${ids[2]}/decision`, { decision: 'reopen' });
      expect(back.body).toMatchObject({ state: 'waiting', decidedBy: null });
    });

    it.each([
      [{ text: '  ' }, 400],
      [{ text: 'x'.repeat(2_001) }, 400],
      [{ text: '好', email: 'nobody' }, 400],
      [{ text: '好', website: 'http://spam.example' }, 400],
      [{ text: 'a\u0000' }, 400],
    ])('refuses %j', async (fields, status) => {
      const before = await board.loop.rows('feedback');
      expect((await board.send('/board/new', fields as unknown as Record<string, string>)).status).toBe(status);
      expect(await board.loop.rows('feedback')).toEqual(before);
    });

    it('is taken ten times an hour from one network', async () => {
      board.loop.clock.advance(2 * HOUR);
      const answers = await Promise.all(
        Array.from({ length: 14 }, (_, turn) => board.send('/board/new', { text: `建议 ${turn}` })),
      );
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(10);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.text).toMatch(/<textarea[^>]*>建议 \d+</);
    });
  });
});
