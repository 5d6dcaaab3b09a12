import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardWorld, WORDS } from './support/board-world.js';
import type { Answer } from './support/call.js';
import { HOUR } from './support/loop-world.js';

describe('the public board', () => {
  let board: BoardWorld;

  beforeAll(async () => {
    board = await BoardWorld.start();
  });
  afterAll(() => board.stop());

  describe('to read', () => {
    it('shows what staff made public, in their words, and never those of a customer', async () => {
      const { slug, item } = await board.publish();
      const [list, one] = [await board.page('/board'), await board.page(`/board/${slug}`)];
      expect(list.text).toContain(WORDS.title);
      expect(one.text).toContain(WORDS.text);
      const words = await board.loop.item(item);
      expect(list.text + one.text).not.toContain(words.text);
      expect(list.text + one.text).not.toContain(words.reference);
    });

    it('speaks the language of the browser, or the one that is asked for', async () => {
      const { slug } = await board.publish({ ...WORDS, title: '两种语言' });
      expect((await board.page(`/board/${slug}`, { 'accept-language': 'en-GB' })).text).toContain('<html lang="en">');
      expect((await board.page(`/board/${slug}`, { 'accept-language': 'zh-CN' })).text).toContain('我也需要');
      expect((await board.page(`/board/${slug}?lang=en`, { 'accept-language': 'zh-CN' })).text).toContain('Me too');
    });

    it('says what was decided, and what the team says to everybody', async () => {
      const { slug, cluster: id } = await board.publish();
      await board.decide(id, { status: 'planned', publicWords: '明年一季度施工。' });
      const { text } = await board.page(`/board/${slug}`);
      expect(text).toContain('已列入计划');
      expect(text).toContain('明年一季度施工。');
    });

    it('shows results first', async () => {
      const { cluster: id } = await board.publish({ ...WORDS, title: '已经做好的', answer: '全部完成。' });
      await board.decide(id, { status: 'done' });
      const { text } = await board.page('/board');
      expect(text.indexOf('您说的，我们做了')).toBeGreaterThan(0);
      expect(text.indexOf('已经做好的')).toBeLessThan(text.indexOf('全部建议</h2>'));
    });

    it('is searched, and narrowed by status and category', async () => {
      await board.publish({ ...WORDS, title: '话费账单看不懂', text: '希望账单写明每一项费用。' });
      const found = await board.page(`/board?q=${encodeURIComponent('账单费用不清楚')}`);
      expect(found.text).toContain('话费账单看不懂');
      expect(found.text).not.toContain(WORDS.text);
      expect((await board.page('/board?status=declined&lang=en')).text).toContain('No suggestion fits');
      expect((await board.page('/board?category=fees&lang=en')).text).toContain('No suggestion fits');
    });

    it('takes any address for what it is worth', async () => {
      for (const query of [
        'q=%25%27%22',
        'q[]=1',
        'status=x',
        'page=-1',
        'page=99999999',
        'category=%00x',
        'sort=%3Cscript%3E',
        'lang=fr',
      ])
        expect((await board.page(`/board?${query}`)).status).toBe(query.includes('%00') ? 400 : 200);
    });

    it.each(['q7w3k9mzp2', 'x', '../etc', "a' or '1", '%E4%BD%A0'])('knows nothing of %j', async (slug) => {
      expect((await board.page(`/board/${slug}`)).status).toBe(404);
    });

    it('forgets what was withdrawn at once, in pages, feed and sitemap, and has it back at the same address', async () => {
      const { id, slug } = await board.publish({ ...WORDS, title: '要撤下的' });
      await board.loop.call('PATCH', `/api/v1/board/posts/${id}`, { body: { public: false } });
      for (const path of ['/board', '/board/feed.atom', '/board/sitemap.xml']) {
        const { text } = await board.page(path);
        expect(text).not.toMatch(new RegExp(`要撤下的|${slug}`));
      }
      expect(await board.page(`/board/${slug}`)).toMatchObject({ status: 404 });
      await board.loop.call('PATCH', `/api/v1/board/posts/${id}`, { body: { public: true } });
      expect(await board.page(`/board/${slug}`)).toMatchObject({ status: 200 });
    });

    it('has an address, a description and a language for search engines', async () => {
      const { slug } = await board.publish();
      const { text, headers } = await board.page(`/board/${slug}`);
      expect(text).toContain(`<link rel="canonical" href="${board.loop.config.publicUrl}/board/${slug}">`);
      expect(text).toMatch(/<meta name="description" content="希望地铁/);
      expect(headers['vary']).toContain('accept-language');
      expect((await board.page('/board/sitemap.xml')).text).toContain(`/board/${slug}</loc>`);
      expect((await board.page('/robots.txt')).text).toContain('Disallow: /board/mine/');
    });

    it('is quick on a poor phone: a page with style and script is under 30 KB', async () => {
      for (let more = 0; more < 14; more++)
        await board.publish({
          ...WORDS,
          title: `第 ${more} 条建议，标题写得稍微长一些`,
          text: '希望改进。'.repeat(100),
        });
      const files = await Promise.all(['/board/board.css', '/board/board.js'].map((path) => board.page(path)));
      const size = ({ text }: Answer) => Buffer.byteLength(text);
      const [css, js] = files.map(size) as [number, number];
      expect(js).toBeLessThan(10_000);
      const { text } = await board.page('/board');
      const slug = /\/board\/([a-z2-9]{10})"/.exec(text)![1]!;
      for (const path of ['/board', `/board/${slug}`, '/board/new'])
        expect(size(await board.page(path)) + css + js).toBeLessThan(30_000);
    });

    it('is not there while it is closed', async () => {
      const { slug } = await board.publish();
      await board.loop.call('PATCH', '/api/v1/board/settings', { body: { open: false } });
      for (const path of ['/board', `/board/${slug}`, '/board/new', '/board/feed.atom', '/board/sitemap.xml'])
        expect((await board.page(path)).status).toBe(404);
      expect((await board.send('/board/new', { text: '关闭时' })).status).toBe(404);
      expect((await board.send(`/board/${slug}/vote`, {})).status).toBe(404);
      expect((await board.page('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
      await board.loop.call('PATCH', '/api/v1/board/settings', { body: { open: true, nameZh: '有话您说' } });
      expect((await board.page('/board')).text).toContain('<h1>有话您说</h1>');
    });
  });

  describe('against injection', () => {
    const EVIL = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&]]><![CDATA[`;

    it('shows words as text in pages, feed and sitemap', async () => {
      const { slug, cluster: id } = await board.publish({ title: EVIL, text: EVIL, answer: EVIL });
      await board.decide(id, { status: 'done', publicWords: EVIL });
      board.loop.clock.advance(HOUR);
      await board.drain();
      for (const path of ['/board', `/board/${slug}`, `/board?q=${encodeURIComponent(EVIL)}`, '/board/feed.atom']) {
        const { text } = await board.page(path);
        expect(text).toContain('&lt;script&gt;alert(1)');
        expect(text).not.toMatch(/<script>|<img|<!\[CDATA|\]\]>/);
      }
    });

    it('sends a policy that lets nothing in but our own style and script', async () => {
      const { headers } = await board.page('/board');
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'.*base-uri 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|data:|\*/);
    });

    it('makes a feed that is well-formed whatever stands in it', async () => {
      await board.publish({ title: `a\u0008b${EVIL}`, text: 'x\ufffe\u001fy', answer: null });
      const { text, headers } = await board.page('/board/feed.atom');
      expect(headers['content-type']).toContain('application/atom+xml');
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/);
      expect(text.match(/<entry>/g)).toHaveLength(text.match(/<\/entry>/g)!.length);
    });

    it('masks telephone numbers that staff copied along', async () => {
      const { slug } = await board.publish({ ...WORDS, text: '客户 13812345678 说地铁里没有信号' });
      expect((await board.page(`/board/${slug}`)).text).not.toContain('13812345678');
    });

    it('takes nothing from a page of another site', async () => {
      const { slug } = await board.publish();
      const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      for (const [path, fields] of [
        ['/board/new', { text: 'x' }],
        [`/board/${slug}/vote`, {}],
        [`/board/${slug}/follow`, { email: 'a@b.example' }],
      ] as const)
        // prettier-ignore
        expect((await board.send(path, fields, foreign)).status).toBe(403);
    });
  });
});
