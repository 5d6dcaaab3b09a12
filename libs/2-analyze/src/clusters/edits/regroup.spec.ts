import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listEdits } from './edit-list.store.js';
import { ANNA, EditingWorld } from './editing.fixture.js';
import { changeCluster, mergeClusters } from './edits.store.js';
import { recordRegrouping } from './regroup.store.js';
import { becomeSignpost, lockClusters, recount } from './standing.store.js';
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
  await world.clusters({ A: ['a1', 'a2', 'a3'], B: ['b1', 'b2'], C: ['c1'] });
});

/** A pass of the machine: moves items of one cluster to another and says so. */
function regroup(moves: Readonly<Record<string, readonly [string, string]>>, limit = 100) {
  const rows = Object.entries(moves).map(([item, [from, to]]) => {
    return { feedbackId: world.id(item), from: world.id(from), to: world.id(to) };
  });
  return world.db.transaction(async (tx) => {
    await lockClusters(tx);
    const recorded = await recordRegrouping(tx, rows, limit);
    for (const { feedbackId, to } of rows)
      await tx.query('update cluster_member set cluster_id = $2 where feedback_id = $1', [feedbackId, to]);
    const pairs = [...new Map(rows.map(({ from, to }) => [from + to, { from, to }])).values()];
    await recount(tx, [...new Set(pairs.flatMap(({ from, to }) => [from, to]))]);
    for (const { from, to } of pairs) await becomeSignpost(tx, from, to);
    return recorded;
  });
}

const newest = async () => (await listEdits(world.db, {})).items[0]!;

describe('what the machine regroups', () => {
  it('is in the audit view, one edit for each pair of clusters', async () => {
    const recorded = await regroup({ a1: ['A', 'B'], a2: ['A', 'B'], b1: ['B', 'C'] });
    expect(recorded).toEqual({ edits: 2, moves: 3 });
    const { items } = await listEdits(world.db, { actor: 'system', kind: 'regroup' });
    expect(items.map(({ cluster, other, items: moved }) => `${cluster.name} ${other!.name} ${moved}`)).toEqual([
      'B C 1',
      'A B 2',
    ]);
  });

  it('goes on record as far as the limit goes, the largest pairs first and each one whole', async () => {
    const recorded = await regroup({ a1: ['A', 'B'], a2: ['A', 'B'], b1: ['B', 'C'] }, 2);
    expect(recorded).toEqual({ edits: 1, moves: 2 });
    expect(await newest()).toMatchObject({ cluster: { name: 'A' }, items: 2 });
    expect(await world.db.transaction((tx) => recordRegrouping(tx, [], 2))).toEqual({ edits: 0, moves: 0 });
  });

  it('undone, is where it was, pinned, in clusters that the machine leaves alone', async () => {
    await regroup({ a1: ['A', 'B'], a2: ['A', 'B'] });
    const { edit } = await undoEdit(world.db, (await newest()).id, ANNA);
    expect(edit).toMatchObject({ kind: 'regroup', undoneBy: ANNA });
    expect(await world.places()).toEqual({ a1: 'A!', a2: 'A!', a3: 'A', b1: 'B', b2: 'B', c1: 'C' });
    for (const cluster of ['A', 'B']) expect(await world.standing(cluster)).toMatchObject({ settled: true });
    expect(await world.unsound()).toEqual([]);
  });

  it('undone, brings back a cluster that it had emptied', async () => {
    await regroup({ c1: ['C', 'B'] });
    expect(await world.standing('C')).toMatchObject({ leadsTo: 'B' });
    await undoEdit(world.db, (await newest()).id, ANNA);
    expect(await world.standing('C')).toMatchObject({ leadsTo: null, size: 1 });
    expect(await world.unsound()).toEqual([]);
  });

  it('can be undone after somebody named the cluster, whose undo then leaves it where it is', async () => {
    await regroup({ a1: ['A', 'B'] });
    const { id } = await newest();
    const named = await changeCluster(world.db, world.id('B'), { name: '漫游' }, ANNA);
    await undoEdit(world.db, id, ANNA);
    await undoEdit(world.db, named.edit.id, ANNA);
    expect(await world.places()).toMatchObject({ a1: 'A!', a2: 'A', b1: 'B', b2: 'B' });
    expect(await world.unsound()).toEqual([]);
  });

  it('cannot be undone before a person’s later edit of the same items', async () => {
    await regroup({ a1: ['A', 'B'] });
    const { id } = await newest();
    const merged = await mergeClusters(world.db, world.id('B'), world.id('C'), ANNA);
    const refused = { code: 'edit-superseded', detail: expect.stringContaining(`Undo edit ${merged.edit.id} first`) };
    await expect(undoEdit(world.db, id, ANNA)).rejects.toMatchObject(refused);
    await undoEdit(world.db, merged.edit.id, ANNA);
    await undoEdit(world.db, id, ANNA);
    expect(await world.places()).toMatchObject({ a1: 'A!', b1: 'B', c1: 'C' });
  });
});

describe('the record of edits', () => {
  it('is narrowed by cluster, actor and kind, and read page by page', async () => {
    const { edit } = await changeCluster(world.db, world.id('A'), { name: 'x' }, ANNA);
    await regroup({ b1: ['B', 'C'] });
    await mergeClusters(world.db, world.id('A'), world.id('B'), ANNA);
    await undoEdit(world.db, (await newest()).id, 'person:8');
    const kinds = async (filter: object) => (await listEdits(world.db, filter)).items.map(({ kind }) => kind);
    expect(await kinds({})).toEqual(['merge', 'regroup', 'change']);
    expect(await kinds({ cluster: world.id('A') })).toEqual(['merge', 'change']);
    expect(await kinds({ cluster: world.id('C') })).toEqual(['regroup']);
    expect(await kinds({ actor: ANNA, kind: 'change' })).toEqual(['change']);
    expect(await newest()).toMatchObject({ undoneBy: 'person:8', undoneAt: expect.stringMatching(/^20.*Z$/) });
    const page = await listEdits(world.db, { limit: 2 });
    expect(page.items).toHaveLength(2);
    const rest = await listEdits(world.db, { limit: 2, cursor: page.nextCursor! });
    expect(rest).toMatchObject({ items: [{ id: edit.id }], nextCursor: null });
    await expect(listEdits(world.db, { cursor: 'abc' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  it('lets an edit be undone once, and only one that there is', async () => {
    const { edit } = await changeCluster(world.db, world.id('A'), { name: 'x' }, ANNA);
    await undoEdit(world.db, edit.id, ANNA);
    await expect(undoEdit(world.db, edit.id, ANNA)).rejects.toMatchObject({ code: 'edit-undone' });
    await expect(undoEdit(world.db, 999_999, ANNA)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the later edit that changed the same values', async () => {
    const first = await changeCluster(world.db, world.id('A'), { name: 'x' }, ANNA);
    const status = await changeCluster(world.db, world.id('A'), { status: 'planned' }, ANNA);
    const second = await changeCluster(world.db, world.id('A'), { name: 'y' }, ANNA);
    await undoEdit(world.db, status.edit.id, ANNA);
    const refused = { code: 'edit-superseded', detail: expect.stringContaining(`Edit ${second.edit.id} (change by`) };
    await expect(undoEdit(world.db, first.edit.id, ANNA)).rejects.toMatchObject(refused);
    await undoEdit(world.db, second.edit.id, ANNA);
    await undoEdit(world.db, first.edit.id, ANNA);
    expect(await world.standing('A')).toMatchObject({ name: 'A', namedBy: 'machine', settled: false });
  });
});
