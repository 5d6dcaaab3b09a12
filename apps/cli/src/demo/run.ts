import { Conductor, withGateClosed } from '@huiyin/bus';
import type { Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { DeliverySender, LogChannel, Outbox } from '@huiyin/deliver';
import { ShiftedClock } from '@huiyin/loop';
import { Vault } from '@huiyin/privacy';
import { Surveys } from '@huiyin/recollect';
import { createWorker, type WorkerParts } from '../../../worker/src/worker.js';
import { fillBoard } from './board.js';
import { DAY_MS } from './calendar.js';
import { foundOperator, type Staff } from './found.js';
import { Hands } from './hands.js';
import { DemoWorker } from './lanes.js';
import { planArrivals, type Arrival } from './plan.js';
import { Random } from './random.js';
import { Simulation } from './simulation.js';
import { Submissions } from './submissions.js';
import { ticksFor } from './ticks.js';
import { Timeline } from './timeline.js';

/** What kind of a demo. */
export interface DemoWanted {
  readonly items: number;
  readonly days: number;
  readonly seed: string;
  /** Which demo on this database it is, 1 for the first. */
  readonly run: number;
  /** Where the history ends, milliseconds since 1970; the present when left out. */
  readonly end?: number;
}

/** Where a demo is made. */
export interface DemoPlace {
  readonly config: Config;
  /** Its clock is the present. */
  readonly db: Database;
  /** Of the same database. */
  readonly url: string;
  readonly stop: AbortSignal;
  /** Told after every step: how many items are in, and how far the history has come (ISO 8601). */
  readonly progress: (items: number, at: string) => void;
}

const HANDS = 4;
const SECOND_MS = 1_000;
/** The end of the history lies so long before the present that what comes last is not in the future. */
const MARGIN_MS = 180 * SECOND_MS;
/** Share of the items that have just come in at the end, and least and most of them. */
const FRESH = { share: 0.006, least: 6, most: 30 };
const JUST_RESOLVED = 5;

/**
 * Writes the history of an invented operator, through the same code as everything else, with a shifted clock. The
 * lanes of running workers are held meanwhile.
 * @returns how many items were accepted; fewer than wanted when it was stopped
 */
export async function runDemo(place: DemoPlace, wanted: DemoWanted): Promise<number> {
  const { db, config, url } = place;
  // History is written to the log channel only, whatever else the operator has set up.
  const ownConfig: Config = { ...config, databaseUrl: url, channels: ['log'], logLevel: 'silent' };
  const clock = new ShiftedClock();
  const worker = await createWorker(ownConfig, clock);
  const timeline = await Timeline.of(db);
  const options = {
    url,
    poolSize: 1,
    statementTimeoutMs: config.statementTimeoutMs,
    idleTransactionTimeoutMs: config.stageLimitMs,
    applicationName: 'huiyin demo',
  };
  const hands = new Hands(HANDS, options, timeline, { publicUrl: config.publicUrl, vault: worker.app.get(Vault) });
  try {
    const demoWorker = new DemoWorker({
      lanes: worker.lanes,
      clusters: worker.clusters,
      sender: logSender(worker),
      clock,
      timeline,
    });
    return await withGateClosed(db, () => live(place, wanted, { worker: demoWorker, hands, timeline }));
  } finally {
    await hands.close();
    await worker.app.close();
  }
}

/** Sends on the log channel only: nobody else's mail goes out while the clock is shifted. */
function logSender({ app }: WorkerParts): DeliverySender {
  const parts = {
    db: app.get(Database),
    conductor: app.get(Conductor),
    outbox: app.get(Outbox),
    links: app.get(Surveys),
    vault: app.get(Vault),
  };
  return new DeliverySender({ ...parts, channels: [new LogChannel()] }, { leaseSeconds: 3_600, unsure: 'hold' });
}

interface Means {
  readonly worker: DemoWorker;
  readonly hands: Hands;
  readonly timeline: Timeline;
}

async function live(place: DemoPlace, wanted: DemoWanted, means: Means): Promise<number> {
  const random = new Random(`${wanted.seed} ${wanted.run}`);
  const to = (wanted.end ?? means.timeline.now()) - MARGIN_MS;
  const from = to - wanted.days * DAY_MS;
  const staff = await found(means.hands, random, from - DAY_MS);
  const arrivals = planArrivals(random, { items: wanted.items, from, to });
  const submissions = new Submissions(staff, random, wanted.run, wanted.items);
  const simulation = new Simulation({ ...means, sql: place.db, staff, submissions, random, from, to });
  const { share, least, most } = FRESH;
  const fresh = Math.min(most, Math.max(least, Math.round(wanted.items * share)), wanted.items);
  const numbered = arrivals.map((arrival, index): [number, Arrival] => [index + 1, arrival]);
  const history = numbered.slice(0, numbered.length - fresh);
  const ticks = ticksFor(history.map(([, { at }]) => at), from, to); // prettier-ignore
  let next = 0;
  for (const tick of ticks) {
    if (place.stop.aborted) return next;
    const first = next;
    while (next < history.length && (history[next]?.[1].at ?? 0) <= tick) next++;
    await simulation.step(tick, history.slice(first, next));
    place.progress(next, new Date(tick).toISOString());
  }
  await justNow(simulation, means.worker, to, numbered.slice(history.length));
  await means.worker.cluster();
  await fillBoard(place.db, random.pick(staff.actorsOf('cy-product')));
  return wanted.items;
}

async function found(hands: Hands, random: Random, at: number): Promise<Staff> {
  let staff: Staff | undefined;
  const deed = async (db: Database): Promise<void> => {
    staff = await foundOperator(db, random.fork('people'));
  };
  await hands.doAll([{ at, owner: 0, run: ({ db }) => deed(db) }]);
  return staff as Staff;
}

/** The last minutes: something has been resolved and not yet delivered, something is in each of the automatic stages. */
async function justNow(
  simulation: Simulation,
  worker: DemoWorker,
  to: number,
  fresh: readonly [number, Arrival][],
): Promise<void> {
  const third = Math.ceil(fresh.length / 3);
  const after = (seconds: number): number => to + seconds * SECOND_MS;
  await simulation.resolveOnly(after(90), JUST_RESOLVED);
  await worker.only(await simulation.acceptOnly(after(60), fresh.slice(0, third)), 'collect', 'analyze');
  await worker.only(await simulation.acceptOnly(after(110), fresh.slice(third, 2 * third)), 'collect');
  await simulation.acceptOnly(after(160), fresh.slice(2 * third));
}
