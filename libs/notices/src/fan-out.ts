import { type Feed, readStaffEvents, type StaffEvent } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { isVisit, type ClusterEvent, type LoopEvent, type VisitEvent } from '@huiyin/loop';
import { fanOutNotices, noticeListeners, type Happening } from './fan-out.store.js';
import { clustersNamed, unitsAssigned, unitsOfCodes, whoIsOff } from './happenings.store.js';

/** Names of the durable consumers: of the feed, and of what only staff are told. */
export const NOTICE_CONSUMERS = { feed: 'notices', staff: 'notices of staff events' } as const;

const EVENTS_AT_ONCE = 1_000;

/**
 * From what happens to notices. Cursor and notices are one transaction, so each event becomes a notice of each channel that
 * wants it exactly once; any number of processes may run it.
 */
export class NoticeFanOut {
  constructor(
    private readonly db: Sql,
    private readonly feed: Feed,
  ) {}

  /** Takes the next events. Answers how many there were; 0 while there is no channel, since then nothing is read. */
  async takeBatch(): Promise<number> {
    const { feed, staff } = NOTICE_CONSUMERS;
    const head = await this.feed.head();
    if ((await noticeListeners(this.db)).length === 0) {
      for (const consumer of [feed, staff]) await this.feed.pass(consumer, head);
      return 0;
    }
    const tell = async (happened: readonly Happening[], tx: Sql) => {
      if (happened.length > 0) await fanOutNotices(tx, happened, await noticeListeners(tx));
    };
    const fromFeed = await this.feed.follow(feed, EVENTS_AT_ONCE, async (events, tx) =>
      tell(await ofFeed(tx, events), tx),
    );
    return (
      fromFeed +
      (await this.feed.followBy(readStaffEvents, staff, EVENTS_AT_ONCE, async (events, tx) =>
        tell(await ofStaff(tx, events), tx),
      ))
    );
  }
}

const keyOf = (log: 'feed' | 'staff', cursor: string) => `${log}:${cursor.slice(cursor.indexOf('-') + 1)}`;

async function ofFeed(tx: Sql, events: readonly LoopEvent[]): Promise<Happening[]> {
  const visits = events.filter(isVisit).filter(({ outcome }) => outcome === 'routed' || outcome === 'handed-back');
  const bursts = events.filter((event): event is ClusterEvent => event.name === 'cluster.burst');
  return [...(await ofVisits(tx, visits)), ...(await ofBursts(tx, bursts))];
}

async function ofVisits(tx: Sql, visits: readonly VisitEvent[]): Promise<Happening[]> {
  if (visits.length === 0) return [];
  const assigned = await unitsAssigned(tx, visits);
  const units = await unitsOfCodes(
    tx,
    visits.flatMap(({ unit }) => unit ?? []),
  );
  return visits.map(({ cursor, outcome, feedbackId, seq, unit, leftAt }) => {
    const about = { key: keyOf('feed', cursor), feedbackId, at: leftAt, facts: {} };
    if (outcome === 'routed')
      return { ...about, event: 'item.assigned', unitId: assigned.get(`${feedbackId} ${seq}`) ?? null };
    return { ...about, event: 'item.handed-back', unitId: units.get(unit ?? '') ?? null };
  });
}

async function ofBursts(tx: Sql, bursts: readonly ClusterEvent[]): Promise<Happening[]> {
  if (bursts.length === 0) return [];
  const names = await clustersNamed(
    tx,
    bursts.flatMap(({ clusterId }) => clusterId ?? []),
  );
  return bursts.map(({ cursor, clusterId, toldAt, burst }) => {
    const { category, region, windowHours, seen, expected } = burst;
    const name = clusterId === null ? undefined : names.get(clusterId);
    const cluster = clusterId === null || name === undefined ? null : { id: clusterId, name };
    const facts = { category, region, windowHours, seen, expected, cluster };
    return { key: keyOf('feed', cursor), event: 'cluster.burst', feedbackId: null, unitId: null, at: toldAt, facts };
  });
}

async function ofStaff(tx: Sql, events: readonly StaffEvent[]): Promise<Happening[]> {
  const off = await whoIsOff(tx, events);
  return events.map(({ cursor, name, feedbackId, unitId, facts, toldAt }) => {
    const about = { key: keyOf('staff', cursor), event: name, feedbackId, unitId, at: toldAt };
    if (name !== 'webhook.off' && name !== 'notices.off') return { ...about, facts };
    return { ...about, facts: { named: off.get(cursor) ?? '', reason: facts['reason'] } };
  });
}
