import { resolutionForAll } from './behaviour.js';
import { DAY_MS } from './calendar.js';
import { crowdedClusters } from './looking.js';
import type { DemoItem, World } from './world.js';

const EVERY_DAYS = 10;
const FIRST_DAY = 16;
/** What has come up in the last days is still being worked on. */
const NOT_IN_LAST_DAYS = 4;
const LEAST_ITEMS = 6;

/** Now and then the product department looks at what most customers wait for, and answers all of them at once. */
export class ClusterRounds {
  private next: number;

  constructor(
    private readonly world: World,
    private readonly items: ReadonlyMap<string, DemoItem>,
  ) {
    this.next = world.from + FIRST_DAY * DAY_MS;
  }

  /** @returns true when a cluster has been resolved at `at` */
  async maybe(at: number): Promise<boolean> {
    if (at < this.next || at > this.world.to - NOT_IN_LAST_DAYS * DAY_MS) return false;
    this.next = at + EVERY_DAYS * DAY_MS;
    const { hands, random, sql, staff, worker } = this.world;
    await worker.cluster();
    for (const { id, feedbackIds } of await crowdedClusters(sql, LEAST_ITEMS)) {
      const items = feedbackIds.flatMap((each) => this.items.get(each) ?? []);
      // Only what is the demo's own is answered by its people.
      if (items.length < feedbackIds.length) continue;
      const { arrival } = mostOrdinary(items);
      const resolution = resolutionForAll(random, arrival);
      const actor = random.pick(staff.actorsOf('cy-product'));
      const run = { at: at - 3_000, owner: 0 };
      await hands.doAll([{ ...run, run: ({ resolutions }) => resolutions.resolveCluster(id, resolution, { actor }) }]);
      return true;
    }
    return false;
  }
}

/** An item of the topic and language that most of them are about. */
function mostOrdinary(items: readonly DemoItem[]): DemoItem {
  const groups = new Map<string, DemoItem[]>();
  for (const item of items) {
    const { topic, slots } = item.arrival;
    const key = `${topic?.key} ${slots.tongue}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest[0] as DemoItem;
}
