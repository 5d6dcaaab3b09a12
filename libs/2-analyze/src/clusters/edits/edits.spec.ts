import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listEdits } from './edit-list.store.js';
import { ANNA, BO, EditingWorld } from './editing.fixture.js';
import { changeCluster, mergeClusters, moveItems, splitCluster } from './edits.store.js';
import { undoEdit } from './undo.store.js';

let database: TestDatabase;
let world: EditingWorld;
const merge = (from: string, into: string) => mergeClusters(world.db, world.id(from), world.id(into), ANNA);
const move = (items: string[], from: string, to: string) =>
  moveItems(world.db, world.id(from), { feedbackIds: world.ids(items), to: world.id(to) }, ANNA);
const change = (cluster: string, values: object) => changeCluster(world.db, world.id(cluster), values, ANNA);
const undo = ({ edit }: { edit: { id: number } }) => undoEdit(world.db, edit.id, BO);

async function split(from: string, items: string[], as: string, name?: string) {
  const wanted = { feedbackIds: world.ids(items), ...(name ? { name } : {}) };
  const result = await splitCluster(world.db, world.id(from), wanted, ANNA);
  world.call(as, result.clusters[1]!.id);
  return result;
}

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
  await world.clusters({ A: ['a1', 'a2', 'a3'], B: ['b1', 'b2'], C: ['c1'] });
});
const UNTOUCHED = { a1: 'A', a2: 'A', a3: 'A', b1: 'B', b2: 'B', c1: 'C' };

describe('a merge', () => {
  it('moves everything, settles the cluster that stays, and leaves a signpost', async () => {
    await world.db.query(`update cluster set centroid = 'x'`);
    const { edit, clusters } = await merge('A', 'B');
    expect(edit).toMatchObject({ kind: 'merge', items: 3, actor: ANNA, undoneAt: null, before: null, after: null });
    expect(edit).toMatchObject({ cluster: { name: 'A' }, other: { name: 'B' } });
    expect(clusters).toMatchObject([
      { name: 'B', size: 5, settled: true, mergedInto: null },
      { name: 'A', size: 0, mergedInto: world.id('B') },
    ]);
    expect(await world.places()).toEqual({ a1: 'B!', a2: 'B!', a3: 'B!', b1: 'B!', b2: 'B!', c1: 'C' });
    expect(await world.standing('B')).toMatchObject({ centroid: null });
    expect(await world.standing('C')).toMatchObject({ centroid: Buffer.from('x'), settled: false });
    expect(await world.unsound()).toEqual([]);
  });

  it('turns signposts on to the end, and its undo turns them back', async () => {
    await merge('A', 'B');
    const second = await merge('B', 'C');
    expect(await world.standing('A')).toMatchObject({ leadsTo: 'C' });
    await undo(second);
    expect(await world.standing('A')).toMatchObject({ leadsTo: 'B' });
    expect(await world.unsound()).toEqual([]);
  });

  it('undone gives back places, pins, name and status', async () => {
    const renamed = await change('A', { name: '地铁信号', status: 'planned' });
    await undo(await merge('A', 'B'));
    expect(await world.places()).toEqual({ a1: 'A!', a2: 'A!', a3: 'A!', b1: 'B', b2: 'B', c1: 'C' });
    expect(await world.standing('A')).toMatchObject({
      name: '地铁信号',
      status: 'planned',
      leadsTo: null,
      settled: true,
    });
    expect(await world.standing('B')).toMatchObject({ settled: false, size: 2 });
    await undo(renamed);
    expect(await world.places()).toEqual(UNTOUCHED);
    expect(await world.unsound()).toEqual([]);
  });

  it('counts from the first to the last voice of them all, and so does its undo', async () => {
    const said = async (item: string, at: string) =>
      world.db.query('update feedback_words set received_at = $2 where feedback_id = $1', [world.id(item), at]);
    const seen = async () =>
      (
        await world.db.query('select first_seen_at as first, last_seen_at as last from cluster where id = $1', [
          world.id('B'),
        ])
      )[0];
    for (const item of ['a2', 'b1', 'b2']) await said(item, '2026-03-01T00:00:00.000000Z');
    await said('a1', '2026-01-01T00:00:00.000000Z');
    await said('a3', '2026-09-01T00:00:00.000000Z');
    const merged = await merge('A', 'B');
    expect(await seen()).toEqual({ first: '2026-01-01T00:00:00.000000Z', last: '2026-09-01T00:00:00.000000Z' });
    await undo(merged);
    expect(await seen()).toEqual({ first: '2026-03-01T00:00:00.000000Z', last: '2026-03-01T00:00:00.000000Z' });
  });

  it('undone leaves those who joined since where they are', async () => {
    const merged = await merge('A', 'B');
    await world.join('B', ['n1']);
    await undo(merged);
    expect(await world.places()).toEqual({ ...UNTOUCHED, n1: 'B' });
    expect(await world.unsound()).toEqual([]);
  });

  it('is refused into itself, into what is not there, and from or into a signpost, whose end is named', async () => {
    await expect(merge('A', 'A')).rejects.toMatchObject({ code: 'validation-failed', fields: [{ field: 'into' }] });
    world.call('nowhere');
    await expect(merge('A', 'nowhere')).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'into' }] });
    await expect(merge('nowhere', 'A')).rejects.toMatchObject({ code: 'not-found', fields: [] });
    await merge('A', 'B');
    await expect(merge('C', 'A')).rejects.toMatchObject({
      code: 'cluster-merged',
      detail: expect.stringContaining(world.id('B')),
      fields: [{ field: 'into' }],
    });
    for (const refused of [merge('A', 'C'), change('A', { name: 'x' }), move(['a1'], 'A', 'C'), move(['b1'], 'B', 'A')])
      await expect(refused).rejects.toMatchObject({ code: 'cluster-merged' });
    expect((await listEdits(world.db, {})).items).toHaveLength(1);
  });
});

describe('a split', () => {
  it('opens a cluster of its own, with the name that was given or one of the old', async () => {
    const { clusters } = await split('A', ['a1', 'a1'], 'N', ' 漫游资费 ');
    expect(clusters).toMatchObject([
      { name: 'A', size: 2, namedBy: 'machine', settled: true },
      { name: '漫游资费', size: 1, namedBy: 'person', settled: true },
    ]);
    expect(await world.places()).toMatchObject({ a1: 'N!', a2: 'A!', a3: 'A!', b1: 'B' });
    const [row] = await world.db.query('select category, language from cluster where id = $1', [world.id('N')]);
    expect(row).toEqual({ category: 'fees', language: 'zh' });
    expect((await split('A', ['a2'], 'M')).clusters[1]).toMatchObject({ name: 'A · 2', namedBy: 'machine' });
    expect(await world.unsound()).toEqual([]);
  });

  it('undone empties the new cluster, which then leads to the old one', async () => {
    await undo(await split('A', ['a1', 'a2'], 'N'));
    expect(await world.places()).toEqual(UNTOUCHED);
    expect(await world.standing('N')).toMatchObject({ leadsTo: 'A', size: 0 });
    expect(await world.standing('A')).toMatchObject({ settled: false, size: 3 });
    expect(await world.unsound()).toEqual([]);
  });

  it('undone leaves the new cluster to those who joined it', async () => {
    const done = await split('A', ['a1'], 'N');
    await world.join('N', ['n1']);
    await undo(done);
    expect(await world.places()).toEqual({ ...UNTOUCHED, n1: 'N' });
    expect(await world.standing('N')).toMatchObject({ leadsTo: null, size: 1 });
    expect(await world.unsound()).toEqual([]);
  });

  it('is refused for strangers, by name, for everything, for nothing and for too much', async () => {
    await expect(split('A', ['a1', 'b1', 'c1'], 'N')).rejects.toMatchObject({
      code: 'not-a-member',
      detail: expect.stringContaining(world.id('b1')),
      fields: [{ field: 'feedbackIds[1]' }, { field: 'feedbackIds[2]' }],
    });
    const invalid = { code: 'validation-failed', fields: [{ field: 'feedbackIds' }] };
    await expect(split('A', ['a1', 'a2', 'a3', 'a1'], 'N')).rejects.toMatchObject(invalid);
    await expect(split('A', [], 'N')).rejects.toMatchObject(invalid);
    const many = Array.from({ length: 5_001 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    const tooMany = splitCluster(world.db, world.id('A'), { feedbackIds: many }, ANNA);
    await expect(tooMany).rejects.toMatchObject(invalid);
    expect(await world.places()).toEqual(UNTOUCHED);
  });
});

describe('a move', () => {
  it('takes items over, and a cluster that it empties becomes a signpost until it is undone', async () => {
    const first = await move(['a1'], 'A', 'B');
    const second = await move(['c1'], 'C', 'B');
    expect(first.clusters).toMatchObject([
      { name: 'A', size: 2 },
      { name: 'B', size: 3 },
    ]);
    expect(await world.standing('C')).toMatchObject({ leadsTo: 'B', size: 0 });
    expect(await world.unsound()).toEqual([]);
    await undo(first);
    expect(await world.places()).toEqual({ a1: 'A', a2: 'A', a3: 'A', b1: 'B!', b2: 'B!', c1: 'B!' });
    await undo(second);
    expect(await world.places()).toEqual(UNTOUCHED);
    expect(await world.standing('C')).toMatchObject({ leadsTo: null, size: 1 });
    expect(await world.unsound()).toEqual([]);
  });

  it('is refused to where the items are, and for items that are elsewhere', async () => {
    await expect(move(['a1'], 'A', 'A')).rejects.toMatchObject({
      code: 'validation-failed',
      fields: [{ field: 'to' }],
    });
    await expect(move(['a1', 'b1'], 'A', 'C')).rejects.toMatchObject({
      code: 'not-a-member',
      fields: [{ field: 'feedbackIds[1]' }],
    });
    world.call('nobody');
    await expect(move(['nobody'], 'A', 'C')).rejects.toMatchObject({ code: 'not-a-member' });
    expect(await world.places()).toEqual(UNTOUCHED);
  });
});
