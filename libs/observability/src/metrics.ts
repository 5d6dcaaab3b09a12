import type { Stage, VisitEvent } from '@huiyin/loop';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Bounds of the stage durations, seconds: from ten milliseconds to a month. */
const DURATION_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600, 3_600, 14_400, 86_400, 259_200, 604_800, 2_592_000];

/** How one stage stands when the metrics are read. */
export interface StageLevel {
  readonly stage: Stage;
  readonly here: number;
  readonly parked: number;
  readonly overdue: number;
  readonly oldestSeconds: number | null;
}

/** How the connections of this process are used. */
export interface PoolLevel {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What a process counts. Counters begin at 0 with the process; levels are read from the database when asked. */
export class LoopMetrics {
  readonly registry = new Registry();

  private readonly accepted = this.counter('items_accepted_total', 'Pieces of feedback accepted by this process', [
    'result',
  ]);
  private readonly transitions = this.counter(
    'transitions_total',
    'Stage changes committed anywhere since this process started',
    ['stage', 'outcome'],
  );
  private readonly duration = new Histogram({
    name: 'huiyin_stage_seconds',
    help: 'Time that items spent in a stage, waiting and working told apart',
    labelNames: ['stage', 'part'],
    buckets: DURATION_BUCKETS,
    registers: [this.registry],
  });
  private readonly here = this.gauge('items', 'Items in a stage now', ['stage']);
  private readonly parked = this.gauge('items_parked', 'Items parked in a stage now', ['stage']);
  private readonly overdue = this.gauge('items_overdue', 'Items in a stage whose time limit has passed', ['stage']);
  private readonly oldest = this.gauge('oldest_item_seconds', 'Since the oldest item of a stage came in', ['stage']);
  private readonly deliveries = this.gauge('deliveries', 'Deliveries by channel and state', ['channel', 'state']);
  private readonly outside = this.gauge('outside_tasks', 'Questions to outside models that are open or have failed', [
    'purpose',
    'state',
  ]);
  private readonly pool = this.gauge('pool_connections', 'Database connections of this process', ['state']);

  /** `result` is `accepted`, `duplicate` or `rejected`. */
  countAccepted(result: string, count = 1): void {
    if (count > 0) this.accepted.inc({ result }, count);
  }

  /** Counts one stage change and the time before it. */
  countEvent({ stage, outcome, enteredAt, startedAt, leftAt }: VisitEvent): void {
    this.transitions.inc({ stage, outcome });
    this.duration.observe({ stage, part: 'waiting' }, (Date.parse(startedAt) - Date.parse(enteredAt)) / 1_000);
    this.duration.observe({ stage, part: 'working' }, (Date.parse(leftAt) - Date.parse(startedAt)) / 1_000);
  }

  setStages(levels: readonly StageLevel[]): void {
    for (const { stage, here, parked, overdue, oldestSeconds } of levels) {
      this.here.set({ stage }, here);
      this.parked.set({ stage }, parked);
      this.overdue.set({ stage }, overdue);
      this.oldest.set({ stage }, oldestSeconds ?? 0);
    }
  }

  setDeliveries(levels: readonly { channel: string; state: string; count: number }[]): void {
    this.deliveries.reset();
    for (const { channel, state, count } of levels) this.deliveries.set({ channel, state }, count);
  }

  setOutsideTasks(levels: readonly { purpose: string; state: string; count: number }[]): void {
    this.outside.reset();
    for (const { purpose, state, count } of levels) this.outside.set({ purpose, state }, count);
  }

  setPool({ total, idle, waiting }: PoolLevel): void {
    this.pool.set({ state: 'busy' }, total - idle);
    this.pool.set({ state: 'idle' }, idle);
    this.pool.set({ state: 'wanted' }, waiting);
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `huiyin_${name}`, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: string[]): Gauge {
    return new Gauge({ name: `huiyin_${name}`, help, labelNames, registers: [this.registry] });
  }
}
