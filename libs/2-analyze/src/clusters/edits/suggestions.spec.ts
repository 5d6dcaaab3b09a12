import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, BO, EditingWorld } from './editing.fixture.js';
import { changeCluster, mergeClusters, moveItems } from './edits.store.js';
import { listSuggestions } from './suggestion-list.store.js';
import { acceptSuggestion, refuseSuggestion, storeSuggestions, type NewSuggestion } from './suggestions.store.js';
import { undoEdit } from './undo.store.js';

let database: TestDatabase;
let world: EditingWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = new EditingWorld(database.url);
});
afterAll(async () => {
  await world.db.close();
  await database.drop();
});
beforeEach(async () => {
  await world.clear();
  await world.clusters({ A: ['a1', 'a2', 'a3', 'a4'], B: ['b1', 'b2'], C: ['c1'] });
});

const alike = (one: string, other: string, score = 0.8): NewSuggestion => {
  return { kind: 'merge', clusterId: world.id(one), otherId: world.id(other), score };
};
const apart = (cluster: string, items: string[], score = 0.7): NewSuggestion => {
  return { kind: 'split', clusterId: world.id(cluster), feedbackIds: world.ids(items), score };
};
const store = (...rows: NewSuggestion[]) => world.db.transaction((tx) => storeSuggestions(tx, rows));

/** What is offered, e.g. `A+B` or `A/a1,a2`. */
async function offered(): Promise<Map<string, number>> {
  const views = await listSuggestions(world.db, {});
  return new Map(
    views.map(({ id, cluster, other, part }) => {
      const names = part?.feedbackIds.map((item) => world.name(item)).sort();
      return [names ? `${cluster.name}/${names.join()}` : [cluster.name, other!.name].sort().join('+'), id];
    }),
  );
}

describe('suggestions', () => {
  it('are shown with both sides, the surest first, and quotes without personal data', async () => {
    await world.db.query(`update feedback_words set text = '退订增值业务，请回电13800138000' where feedback_id = $1`, [
      world.id('a1'),
    ]);
    expect(await store(apart('A', ['a1']), alike('B', 'C'))).toBe(2);
    const [merge, split] = await listSuggestions(world.db, {});
    expect(merge).toMatchObject({ kind: 'merge', score: 0.8, part: null, madeAt: expect.stringMatching(/Z$/) });
    expect([merge!.cluster, merge!.other].map((side) => `${side!.name} ${side!.size}`).sort()).toEqual(['B 2', 'C 1']);
    expect(merge!.cluster.quotes[0]!.text).toContain('地铁里信号很弱');
    expect(split).toMatchObject({ kind: 'split', other: null, part: { size: 1, feedbackIds: [world.id('a1')] } });
    expect(split!.part!.quotes[0]!.text).toMatch(/退订增值业务(?!.*13800138000)/);
    expect(split!.cluster.quotes.map(({ feedbackId }) => world.name(feedbackId))).not.toContain('a1');
    expect(await listSuggestions(world.db, { kind: 'merge', limit: 1 })).toHaveLength(1);
  });

  it('are replaced by what the next pass finds; what is still found keeps its number', async () => {
    await store(alike('A', 'B'), alike('B', 'C'), apart('A', ['a1', 'a2']));
    const first = await offered();
    expect(await store(alike('B', 'A', 0.9), apart('A', ['a1', 'a3'], 0.6))).toBe(2);
    const second = await offered();
    expect([...second.keys()]).toEqual(['A+B', 'A/a1,a3']);
    expect(second.get('A+B')).toBe(first.get('A+B'));
    expect(second.get('A/a1,a3')).toBe(first.get('A/a1,a2'));
    await expect(acceptSuggestion(world.db, first.get('B+C')!, ANNA)).rejects.toMatchObject({
      code: 'suggestion-stale',
    });
    expect(await store()).toBe(0);
    expect(await offered()).toEqual(new Map());
  });

  it('are not made of the same pair twice, of one cluster, or of what is a signpost', async () => {
    await mergeClusters(world.db, world.id('C'), world.id('B'), ANNA);
    expect(await store(alike('A', 'B'), alike('B', 'A'), alike('A', 'A'), alike('A', 'C'), apart('C', ['c1']))).toBe(1);
    expect([...(await offered()).keys()]).toEqual(['A+B']);
  });
});

describe('accepting', () => {
  it('merges into the cluster that a person has named, else into the larger one, as an edit that can be undone', async () => {
    await changeCluster(world.db, world.id('C'), { name: '漫游' }, ANNA);
    await store(alike('A', 'B'), alike('B', 'C'));
    const { edit, clusters } = await acceptSuggestion(world.db, (await offered()).get('A+B')!, BO);
    expect(edit).toMatchObject({ kind: 'merge', actor: BO, items: 2, cluster: { name: 'B' }, other: { name: 'A' } });
    expect(clusters[0]).toMatchObject({ name: 'A', size: 6 });
    await undoEdit(world.db, edit.id, BO);
    await store(alike('A', 'C'));
    const kept = await acceptSuggestion(world.db, (await offered()).get('A+漫游')!, BO);
    expect(kept.clusters[0]).toMatchObject({ name: '漫游', size: 5 });
    expect(await world.unsound()).toEqual([]);
  });

  it('splits', async () => {
    await store(apart('A', ['a1', 'a2']));
    const { clusters } = await acceptSuggestion(world.db, (await offered()).get('A/a1,a2')!, BO);
    expect(clusters).toMatchObject([
      { name: 'A', size: 2, settled: true },
      { size: 2, settled: true },
    ]);
    expect(await world.unsound()).toEqual([]);
  });

  it('is for once, and not for what has gone stale, which then is offered no more', async () => {
    await store(alike('A', 'B'), apart('A', ['a1', 'a2']), alike('B', 'C'));
    const ids = await offered();
    const accept = (name: string) => acceptSuggestion(world.db, ids.get(name)!, BO);
    await moveItems(world.db, world.id('A'), { feedbackIds: world.ids(['a1']), to: world.id('B') }, ANNA);
    await expect(accept('A/a1,a2')).rejects.toMatchObject({ code: 'suggestion-stale' });
    expect([...(await offered()).keys()].sort()).toEqual(['A+B', 'B+C']);
    await accept('A+B');
    await expect(accept('A+B')).rejects.toMatchObject({
      code: 'suggestion-decided',
      detail: expect.stringMatching(BO),
    });
    await store(alike('A', 'C'));
    await mergeClusters(world.db, world.id('C'), world.id('A'), ANNA).catch(() => undefined);
    await expect(accept('B+C')).rejects.toMatchObject({ code: 'suggestion-stale' });
    await expect(acceptSuggestion(world.db, 999_999, BO)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('twice at the same moment is done once', async () => {
    await store(alike('A', 'B'));
    const id = (await offered()).get('A+B')!;
    const results = await Promise.allSettled([1, 2, 3].map(() => acceptSuggestion(world.db, id, BO)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.unsound()).toEqual([]);
  });
});

describe('refusing', () => {
  it('settles the clusters, and the same is never offered again, in either order', async () => {
    await store(alike('A', 'B'));
    const refused = await refuseSuggestion(world.db, (await offered()).get('A+B')!, BO);
    expect(refused.settled.map((id) => world.name(id)).sort()).toEqual(['A', 'B']);
    expect(await world.places()).toMatchObject({ a1: 'A!', b1: 'B!', b2: 'B!', c1: 'C' });
    expect(await store(alike('A', 'B', 1), alike('B', 'A', 1), alike('A', 'C'))).toBe(1);
    expect([...(await offered()).keys()]).toEqual(['A+C']);
  });

  it('of a split holds for splits of half of the same items', async () => {
    await store(apart('A', ['a1', 'a2']));
    await refuseSuggestion(world.db, (await offered()).get('A/a1,a2')!, BO);
    expect(await world.places()).toMatchObject({ a1: 'A!', a4: 'A!', b1: 'B' });
    expect(await store(apart('A', ['a1', 'a3']))).toBe(0);
    expect(await store(apart('A', ['a1', 'a3', 'a4']))).toBe(1);
  });

  it('outlives the undo of an edit that was made before', async () => {
    const { edit } = await changeCluster(world.db, world.id('A'), { name: 'x' }, ANNA);
    await store(alike('A', 'B'));
    await refuseSuggestion(world.db, (await offered()).get('B+x')!, BO);
    await undoEdit(world.db, edit.id, ANNA);
    expect(await world.standing('A')).toMatchObject({ name: 'A', settled: true });
    expect(await world.places()).toMatchObject({ a1: 'A!', b1: 'B!' });
  });
});
