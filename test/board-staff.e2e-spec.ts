import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardWorld, WORDS } from './support/board-world.js';
import { keyOf, makeProvinces } from './support/provinces.js';

describe('the public board, looked after', () => {
  let board: BoardWorld;

  beforeAll(async () => {
    board = await BoardWorld.start();
  });
  afterAll(() => board.stop());

  describe('by staff', () => {
    it('needs the scope', async () => {
      const key = await board.loop.keyWith('clusters:read', 'feedback:read');
      for (const path of ['/api/v1/board/posts', '/api/v1/board/submissions'])
        expect((await board.loop.call('GET', path, { key })).status).toBe(403);
      const writer = await board.loop.keyWith('clusters:write');
      expect(
        (await board.loop.call('PATCH', '/api/v1/board/settings', { key: writer, body: { open: false } })).status,
      ).toBe(403);
    });

    it('is one public post of a cluster, with words in one language at least', async () => {
      const { cluster: clusterId } = await board.publish();
      const twice = await board.loop.post('/api/v1/board/posts', { clusterId, zh: WORDS });
      expect(twice).toMatchObject({ status: 409, body: { code: 'already-exists' } });
      for (const body of [{}, { clusterId }, { clusterId, zh: { title: 'x' } }, { clusterId, zh: WORDS, more: 1 }])
        expect((await board.loop.post('/api/v1/board/posts', body)).status).toBe(400);
      const nowhere = { feedbackId: '01a00000-0000-7000-8000-000000000000', zh: WORDS };
      expect((await board.loop.post('/api/v1/board/posts', nowhere)).status).toBe(404);
    });

    it('shows before as it will be, without storing anything', async () => {
      const { id: clusterId } = await board.cluster();
      const { status, body } = await board.loop.post('/api/v1/board/preview', { clusterId, zh: WORDS, language: 'zh' });
      expect(status).toBe(200);
      expect(body.html).toContain(WORDS.title);
      expect(body.html).not.toMatch(/<form|<script/);
      expect((await board.loop.get(`/api/v1/board/posts?cluster=${clusterId}`)).body).toEqual([]);
    });

    it('is on the audit', async () => {
      const { id } = await board.publish();
      await board.loop.call('DELETE', `/api/v1/board/posts/${id}`);
      const { body } = await board.loop.get(`/api/v1/audit?subject=board-post:${id}`);
      expect(body.items.map(({ action }: { action: string }) => action)).toEqual(['board.changed', 'board.changed']);
    });

    it('is cut to what one sees of the items', async () => {
      const { id, cluster: clusterId, item } = await board.publish();
      await makeProvinces(board.loop);
      const scopes = ['clusters:write', 'feedback:read'] as const;
      const [mine, other] = [
        await keyOf(board.loop, { unit: 'gd', scopes }),
        await keyOf(board.loop, { unit: 'sd', scopes }),
      ];
      await board.loop.db.query(`update feedback set unit_id = (select id from unit where code = 'gd') where id = $1`, [
        item,
      ]);
      await board.loop.db.query('delete from assignment where feedback_id = $1', [item]);
      expect((await board.loop.call('GET', `/api/v1/board/posts/${id}`, { key: mine })).status).toBe(200);
      expect((await board.loop.call('GET', `/api/v1/board/posts/${id}`, { key: other })).status).toBe(404);
      expect(
        (await board.loop.call('PATCH', `/api/v1/board/posts/${id}`, { key: other, body: { public: false } })).status,
      ).toBe(404);
      expect((await board.loop.call('GET', `/api/v1/board/posts?cluster=${clusterId}`, { key: other })).body).toEqual(
        [],
      );
    });

    it('follows a cluster into the one that it was merged into', async () => {
      const { slug, cluster: from } = await board.publish();
      const { id: into } = await board.cluster('隧道里没有信号');
      await board.loop.post(`/api/v1/clusters/${from}/merge`, { into });
      await board.decide(into, { status: 'in-progress' });
      expect((await board.page(`/board/${slug}`)).text).toContain('正在改进');
    });
  });
});
