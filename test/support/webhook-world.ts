import { expect } from '@jest/globals';
import type { Json } from './call.js';
import { LoopWorld } from './loop-world.js';
import { Receiver } from './receiver.js';

/** The whole of Huiyin with a receiver that its webhooks may reach. */
export class WebhookWorld {
  private constructor(
    readonly world: LoopWorld,
    readonly receiver: Receiver,
  ) {}

  static async start(): Promise<WebhookWorld> {
    const world = await LoopWorld.start({ config: { webhookAllow: ['127.0.0.0/8'] } });
    return new WebhookWorld(world, await Receiver.start());
  }

  async stop(): Promise<void> {
    await this.receiver.stop();
    await this.world.stop();
  }

  /** Everything moves as far as it can, and webhooks are told. */
  async settle(): Promise<void> {
    await this.world.settle();
    do await this.world.worker.webhooks.drain();
    while (await this.lagging());
  }

  /** Lets time pass in steps; at each, what is due is tried. */
  async tellFor(ms: number, step: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      this.world.clock.advance(step);
      await this.world.worker.webhooks.drain();
    }
  }

  /** A webhook for every stage change unless `changes` says otherwise. */
  async subscribe(changes: object = {}): Promise<Json> {
    const wanted = { url: this.receiver.url, events: ['feedback.*'], ...changes };
    const { status, body } = await this.world.post('/api/v1/webhooks', wanted);
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  async look(id: string): Promise<Json> {
    return (await this.world.get(`/api/v1/webhooks/${id}`)).body;
  }

  /** The latest first. */
  async attempts(id: string): Promise<Json> {
    return (await this.world.get(`/api/v1/webhooks/${id}/attempts`)).body.items;
  }

  /** True while the feed holds events back because an older transaction of the server, maybe of another test, is still open. */
  private async lagging(): Promise<boolean> {
    const behind = `select from stage_visit v, feed_cursor c
      where c.name = 'webhooks' and (v.xid, v.event_id) > (c.xid, c.event_id) limit 1`;
    return (await this.world.db.query(behind)).length > 0;
  }
}
