import { setTimeout as pause } from 'node:timers/promises';
import { type LoopEvent, type Stage, type VisitEvent, edge, isVisit } from '@huiyin/loop';
import { type Huiyin } from './huiyin.js';

/** Where an item stands. */
export interface Standing {
  readonly stage: Stage | 'closed';
  readonly cycle: number;
}

/** Positions that are remembered of items nobody has asked about yet: an event may be faster than the answer that names the item. */
const REMEMBERED = 50_000;
const LOOK_EVERY_MS = 5_000;

/** Follows items round the loop: by the live events of the instance, and by looking when nothing was heard for a while. */
export class Watch {
  private readonly last = new Map<string, Standing>();
  private readonly waiting = new Map<string, (standing?: Standing) => void>();

  constructor(private readonly huiyin: Huiyin) {
    // Whoever waits then looks, and is told to stop by the request that is not made any more.
    const wake = (): void => this.waiting.forEach((end) => end());
    huiyin.stop.addEventListener('abort', wake, { once: true });
  }

  /** Listens until the signal of the instance is given; a connection that breaks is made again where it was left. */
  async follow(): Promise<void> {
    const { stop, access } = this.huiyin;
    let cursor: string | undefined;
    while (!stop.aborted) {
      try {
        const headers = { authorization: `Bearer ${access.key}`, ...(cursor ? { 'last-event-id': cursor } : {}) };
        const answer = await fetch(`${access.url}/api/v1/loop/events`, { headers, signal: stop });
        if (answer.body && answer.status === 200)
          for await (const event of eventsOf(answer.body)) {
            cursor = event.cursor;
            if (isVisit(event)) this.note(event.feedbackId, afterwards(event));
          }
      } catch {
        // Whatever was missed is found by looking.
      }
      await pause(1_000, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** Where the item stands, as it is on record now. */
  async look(id: string): Promise<Standing> {
    const { body, status } = await this.huiyin.call('GET', `/api/v1/feedback/${id}`);
    if (status !== 200) throw new Error(`item ${id} cannot be read (${status})`);
    const { stage, state, cycle } = body as { stage: Stage; state: string; cycle: number };
    if (state === 'parked') throw new Error(`item ${id} is parked in ${stage}`);
    const standing: Standing = { stage: state === 'closed' ? 'closed' : stage, cycle };
    this.note(id, standing);
    return standing;
  }

  /**
   * Waits until the item stands elsewhere than at `before`. One call for an item at a time.
   * @throws when it is told to stop
   */
  async next(id: string, before: Standing): Promise<Standing> {
    for (;;) {
      const heard = this.last.get(id);
      if (heard && !same(heard, before)) return heard;
      const found = (await this.told(id)) ?? (await this.look(id));
      if (!same(found, before)) return found;
    }
  }

  /** The next thing that is heard of the item; `undefined` when nothing is for a while. */
  private told(id: string): Promise<Standing | undefined> {
    return new Promise((resolve) => {
      const end = (standing?: Standing): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(standing);
      };
      const timer = setTimeout(end, LOOK_EVERY_MS);
      this.waiting.set(id, end);
      if (this.huiyin.stop.aborted) end();
    });
  }

  /** Forgets an item that is done with. */
  forget(id: string): void {
    this.last.delete(id);
  }

  private note(id: string, standing: Standing): void {
    this.last.delete(id);
    this.last.set(id, standing);
    if (this.last.size > REMEMBERED) for (const oldest of this.last.keys()) return void this.last.delete(oldest);
    this.waiting.get(id)?.(standing);
  }
}

function same(one: Standing, other: Standing): boolean {
  return one.stage === other.stage && one.cycle === other.cycle;
}

function afterwards({ stage, outcome, next, cycle }: VisitEvent): Standing {
  return { stage: next, cycle: cycle + (edge(stage, outcome).nextCycle ? 1 : 0) };
}

/** The events of a stream of server-sent events. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<LoopEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (\{.*\})$/m.exec(block)?.[1];
      if (data) yield JSON.parse(data) as LoopEvent;
    }
  }
}
