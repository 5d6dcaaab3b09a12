import type { CodedError } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANNA, EditingWorld } from './editing.fixture.js';
import { changeCluster, mergeClusters, moveItems, splitCluster, type Edited } from './edits.store.js';
import { Expected, type Step } from './expected.fixture.js';
import { undoEdit } from './undo.store.js';

/** Numbers that look like chance and are the same every time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** Edits by chance, and the model beside them. */
class Run {
  readonly expected = new Expected();
  private made = 0;

  constructor(
    private readonly world: EditingWorld,
    private readonly roll: (sides: number) => number,
  ) {}

  async begin(): Promise<void> {
    const wanted = Object.fromEntries([5, 4, 3, 3, 2, 1].map((size, c) => [`K${c}`, this.items(size)]));
    await this.world.clusters(wanted);
    for (const [cluster, items] of Object.entries(wanted)) this.arrive(items, cluster);
  }

  private items(count: number): string[] {
    return Array.from({ length: count }, () => `i${this.made++}`);
  }

  private arrive(items: readonly string[], cluster: string): void {
    for (const item of items) this.expected.arrivals.push({ item, cluster, after: this.expected.steps.length });
  }

  private one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)]!;
  }

  private some(of: readonly string[], most: number): string[] {
    const left = [...of];
    const count = 1 + this.roll(most);
    return Array.from({ length: count }, () => left.splice(this.roll(left.length), 1)[0]!);
  }

  async step(): Promise<string> {
    const living = this.expected.living();
    const from = this.one([...living.keys()]);
    const members = living.get(from)!;
    const others = [...living.keys()].filter((cluster) => cluster !== from);
    switch (this.roll(11)) {
      case 0:
        await this.join(from);
        return 'join';
      case 1:
      case 2:
        return others.length > 2 ? this.merge(from, this.one(others), members) : 'none';
      case 3:
      case 4:
        return members.length > 1 ? this.split(from, this.some(members, members.length - 1)) : 'none';
      case 5:
      case 6:
        return others.length > 0 ? this.move(from, this.one(others), this.some(members, members.length)) : 'none';
      case 7:
        return this.change(from);
      default:
        return this.undo();
    }
  }

  private async join(cluster: string): Promise<void> {
    const items = this.items(1 + this.roll(2));
    await this.world.join(cluster, items);
    this.arrive(items, cluster);
  }

  private note({ edit }: Edited, items: readonly string[], from: string, to: string): void {
    const moved = items.map((item) => ({ item, from, to }));
    this.expected.steps.push({ id: edit.id, moved, values: undefined, touched: [from, to], undone: false });
    expect(edit.items).toBe(items.length);
  }

  private async merge(from: string, to: string, members: readonly string[]): Promise<string> {
    const done = await mergeClusters(this.world.db, this.world.id(from), this.world.id(to), ANNA);
    this.note(done, members, from, to);
    return 'merge';
  }

  private async split(from: string, items: readonly string[]): Promise<string> {
    const wanted = { feedbackIds: this.world.ids(items) };
    const done = await splitCluster(this.world.db, this.world.id(from), wanted, ANNA);
    const name = `K${this.expected.steps.length + 100}`;
    this.world.call(name, done.clusters[1]!.id);
    this.note(done, items, from, name);
    return 'split';
  }

  private async move(from: string, to: string, items: readonly string[]): Promise<string> {
    const wanted = { feedbackIds: this.world.ids(items), to: this.world.id(to) };
    this.note(await moveItems(this.world.db, this.world.id(from), wanted, ANNA), items, from, to);
    return 'move';
  }

  private async change(cluster: string): Promise<string> {
    const values = this.one([
      { name: `name ${this.roll(99)}` },
      { status: 'planned' as const },
      { status: 'done' as const },
      { name: 'both', status: 'open' as const },
    ]);
    const { edit } = await changeCluster(this.world.db, this.world.id(cluster), values, ANNA);
    const step = { id: edit.id, moved: [], values: { cluster, ...values }, touched: [cluster], undone: false };
    this.expected.steps.push(step);
    return 'change';
  }

  /** Undoes any edit; one that is superseded says by which. */
  private async undo(): Promise<string> {
    const standing = this.expected.steps.filter(({ undone }) => !undone);
    if (standing.length === 0) return 'none';
    return (await this.tryUndo(this.one(standing))) ? 'undo' : 'superseded';
  }

  async tryUndo(step: Step): Promise<boolean> {
    try {
      await undoEdit(this.world.db, step.id, ANNA);
    } catch (error) {
      const { code, detail } = error as CodedError;
      expect(code).toBe('edit-superseded');
      const later = Number(/^Edit (\d+) /.exec(detail)![1]);
      expect(later).toBeGreaterThan(step.id);
      expect(this.expected.steps.find(({ id }) => id === later)).toMatchObject({ undone: false });
      return false;
    }
    step.undone = true;
    return true;
  }

  /** Undoes everything, in any order that is allowed. */
  async undoAll(): Promise<void> {
    for (;;) {
      const standing = this.expected.steps.filter(({ undone }) => !undone);
      if (standing.length === 0) return;
      const before = standing.length;
      for (const step of standing.sort(() => this.roll(3) - 1)) await this.tryUndo(step);
      expect(this.expected.steps.filter(({ undone }) => !undone).length).toBeLessThan(before);
    }
  }

  /** Compares everything with the model; answers with what is pinned. */
  async check(): Promise<Set<string>> {
    const places = Object.entries(await this.world.places());
    const plain = new Map(places.map(([item, place]) => [item, place.replace('!', '')]));
    expect(plain).toEqual(this.expected.places());
    expect(await this.world.unsound()).toEqual([]);
    for (const cluster of this.expected.living().keys()) {
      const standing = await this.world.standing(cluster);
      expect(standing.settled).toBe(this.expected.settled(cluster));
      expect(standing.status).toBe(this.expected.value(cluster, 'status', 'open'));
      if (Number(cluster.slice(1)) < 100) expect(standing.name).toBe(this.expected.value(cluster, 'name', cluster));
    }
    return new Set(places.filter(([, place]) => place.endsWith('!')).map(([item]) => item));
  }

  /** An edit pins all members of what it touched, and takes no pin away. */
  expectPinned(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const item of before) expect(after).toContain(item);
    const living = this.expected.living();
    for (const cluster of this.expected.steps.at(-1)?.touched ?? [])
      for (const item of living.get(cluster) ?? []) expect(after).toContain(item);
  }
}

describe('edits and undos by chance', () => {
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
  beforeEach(() => world.clear());

  it.each([1, 2, 3, 7])('come to what the edits that stand say, and undone all, to what was (%i)', async (seed) => {
    const run = new Run(world, dice(seed));
    await run.begin();
    const count = new Map<string, number>();
    let pinned = await run.check();
    for (let n = 0; n < 50; n++) {
      const what = await run.step();
      count.set(what, (count.get(what) ?? 0) + 1);
      const now = await run.check();
      if (['merge', 'split', 'move', 'change'].includes(what)) run.expectPinned(pinned, now);
      if (['join', 'none', 'superseded'].includes(what)) expect(now).toEqual(pinned);
      pinned = now;
    }
    for (const what of ['merge', 'split', 'move', 'undo']) expect([what, count.get(what) ?? 0]).not.toEqual([what, 0]);
    await run.undoAll();
    expect(await run.check()).toEqual(new Set());
  });
});
