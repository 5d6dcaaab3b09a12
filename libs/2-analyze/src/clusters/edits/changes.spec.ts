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

describe('a change', () => {
  it('settles the cluster, keeps what it was, and makes the name the person’s', async () => {
    const { edit, clusters } = await change('A', { name: ' 地铁信号 ', locked: true });
    expect(edit).toMatchObject({
      kind: 'change',
      items: 0,
      other: null,
      before: { name: 'A', namedBy: 'machine', locked: false },
      after: { name: '地铁信号', namedBy: 'person', locked: true },
    });
    expect(clusters).toMatchObject([{ name: '地铁信号', namedBy: 'person', locked: true, settled: true }]);
    expect(await world.places()).toMatchObject({ a1: 'A!', a2: 'A!', a3: 'A!', b1: 'B' });
    await undo({ edit });
    expect(await world.standing('A')).toMatchObject({ name: 'A', namedBy: 'machine', locked: false, settled: false });
    expect(await world.places()).toEqual(UNTOUCHED);
  });

  it('of a locked cluster is still for people to make', async () => {
    await change('A', { locked: true });
    await move(['a1'], 'A', 'B');
    expect(await change('A', { status: 'dismissed' })).toMatchObject({ clusters: [{ status: 'dismissed', size: 2 }] });
  });

  it('is refused when it says nothing or takes the name away', async () => {
    const invalid = (field: string) => ({ code: 'validation-failed', fields: [{ field }] });
    await expect(change('A', {})).rejects.toMatchObject(invalid('name'));
    await expect(change('A', { name: ' ' })).rejects.toMatchObject(invalid('name'));
    await expect(change('A', { name: null })).rejects.toMatchObject(invalid('name'));
    await expect(change('A', { status: null })).rejects.toMatchObject(invalid('status'));
    expect((await listEdits(world.db, {})).items).toEqual([]);
  });

  it('that says what is so already is a decision too, and has to be undone before what came first', async () => {
    const first = await change('A', { status: 'planned' });
    const again = await change('A', { status: 'planned' });
    expect(again.edit).toMatchObject({ before: { status: 'planned' }, after: { status: 'planned' } });
    await expect(undo(first)).rejects.toMatchObject({ code: 'edit-superseded' });
    await undo(again);
    expect(await world.standing('A')).toMatchObject({ status: 'planned', settled: true });
    await undo(first);
    expect(await world.standing('A')).toMatchObject({ status: 'open', settled: false });
    expect(await world.places()).toEqual(UNTOUCHED);
  });
});

describe('at the same moment', () => {
  it('two merges of the same cluster: one is made, the other is told where it went', async () => {
    const results = await Promise.allSettled([merge('A', 'B'), merge('A', 'C')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'cluster-merged' } });
    expect(await world.unsound()).toEqual([]);
  });

  it('two clusters merged into each other do not lead in a circle', async () => {
    const results = await Promise.allSettled([merge('A', 'B'), merge('B', 'A')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.unsound()).toEqual([]);
  });

  it('many edits and undos leave every item in one living cluster', async () => {
    const first = await move(['a1'], 'A', 'B');
    await Promise.allSettled([
      undo(first),
      undo(first),
      move(['a2'], 'A', 'C'),
      merge('B', 'C'),
      split('A', ['a2'], 'N'),
      move(['b1'], 'B', 'A'),
      change('B', { name: 'x' }),
    ]);
    expect(Object.keys(await world.places())).toHaveLength(6);
    expect(await world.unsound()).toEqual([]);
  });
});
