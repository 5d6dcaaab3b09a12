import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { voices } from './support/voices.js';

const EDITS = 100;

/** Numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

interface Member {
  readonly id: string;
  readonly cluster: string;
}

/** Items with the cluster that they are in, as the database has it. */
async function members(world: LoopWorld): Promise<Map<string, string>> {
  const rows = await world.db.query<Member>('select feedback_id as id, cluster_id as cluster from cluster_member');
  return new Map(rows.map(({ id, cluster }) => [id, cluster]));
}

function grouped(clusterOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, cluster] of clusterOf) groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
  return groups;
}

describe('what people decided about clusters', () => {
  let world: LoopWorld;
  let decided: Map<string, string>;
  const next = dice(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await world.collectMany(
      voices()
        .slice(0, 200)
        .map(({ text }) => ({ text })),
    );
    await world.settle();
    await world.worker.clusters.drain();
  });
  afterAll(() => world.stop());

  /** One edit of a kind and place that chance decides. */
  async function edit(): Promise<Answer> {
    const groups = grouped(await members(world));
    const clusters = [...groups.keys()];
    const large = clusters.filter((id) => groups.get(id)!.length > 3);
    const chance = next();
    if (clusters.length > 4 && chance < 0.2) {
      const [one, other] = [pick(clusters), pick(clusters)];
      if (one !== other) return world.post(`/api/v1/clusters/${one}/merge`, { into: other });
    }
    const from = pick(large);
    const feedbackIds = groups
      .get(from)!
      .filter(() => next() < 0.3)
      .slice(0, groups.get(from)!.length - 1);
    if (feedbackIds.length === 0 || chance > 0.9)
      return world.call('PATCH', `/api/v1/clusters/${from}`, { body: { name: `名称 ${Math.round(next() * 1e6)}` } });
    if (chance < 0.5) return world.post(`/api/v1/clusters/${from}/split`, { feedbackIds });
    const to = pick(clusters.filter((id) => id !== from));
    return world.post(`/api/v1/clusters/${from}/move`, { feedbackIds, to });
  }

  it('shows at once', async () => {
    for (let i = 0; i < EDITS; i++) {
      const { status, body } = await edit();
      expect({ status: status < 300, body }).toMatchObject({ status: true });
    }
    decided = await members(world);
    const [id, cluster] = [...decided][0]!;
    expect((await world.item(id)).cluster.id).toBe(cluster);
  });

  it('stays when a fifth more items come and the space is fitted anew', async () => {
    const names = await world.db.query<Json>(`select id, name from cluster where named_by = 'person' order by id`);
    const [before] = await world.db.query<Json>('select version from cluster_space');
    await world.collectMany(
      voices()
        .slice(200)
        .map(({ text }) => ({ text: `您好，${text}。` })),
    );
    await world.settle();
    expect(await world.worker.clusters.drain()).toBeGreaterThan(0);
    const [after] = await world.db.query<Json>('select version from cluster_space');
    expect(after.version).toBeGreaterThan(before.version);
    const now = await members(world);
    expect(now.size).toBe(240);
    expect([...decided].filter(([id, cluster]) => now.get(id) !== cluster)).toEqual([]);
    expect(await world.db.query<Json>(`select id, name from cluster where named_by = 'person' order by id`)).toEqual(
      names,
    );
  });
});

describe('two workers', () => {
  it('give the same clusters as one', async () => {
    const said = voices().slice(0, 120);
    const textOf = async (world: LoopWorld): Promise<string[][]> => {
      const rows = await world.db.query<{ texts: string[] }>(
        'select array_agg(w.text order by w.text) as texts from cluster_member m join feedback_words w using (feedback_id) group by m.cluster_id order by 1',
      );
      return rows.map(({ texts }) => texts);
    };
    const alone = await LoopWorld.start();
    const together = await LoopWorld.start();
    try {
      for (const world of [alone, together]) await world.collectMany(said.map(({ text }) => ({ text })));
      await alone.settle();
      await alone.worker.clusters.drain();
      const ends = [await together.runAnotherWorker(), await together.runAnotherWorker()];
      await together.untilCount('cluster_member', [], said.length);
      await Promise.all(ends.map((end) => end()));
      await together.worker.clusters.drain();
      expect(await textOf(together)).toEqual(await textOf(alone));
    } finally {
      await Promise.all([alone.stop(), together.stop()]);
    }
  });
});
