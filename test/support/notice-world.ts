import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Json } from './call.js';
import { LoopWorld } from './loop-world.js';
import { MailServer } from './mail-server.js';
import { Robot } from './robot.js';

/** How long after a message the next one of a channel may go, milliseconds. */
export const PAUSE = 61_000;

/** The whole of Huiyin with robots and a mail server that its notices may reach. */
export class NoticeWorld {
  private constructor(
    readonly world: LoopWorld,
    readonly wecom: Robot,
    readonly dingtalk: Robot,
    readonly smtp: MailServer,
  ) {}

  static async start(): Promise<NoticeWorld> {
    const smtp = await MailServer.start();
    const config = { webhookAllow: ['127.0.0.0/8'], smtpUrl: smtp.url, publicUrl: 'https://fb.example' };
    const world = await LoopWorld.start({ config });
    return new NoticeWorld(world, await Robot.start('wecom'), await Robot.start('dingtalk', 'SECabc'), smtp);
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await Promise.all([this.wecom.stop(), this.dingtalk.stop(), this.smtp.stop()]);
  }

  /** A channel to the WeCom robot for what is overdue, unless `changes` say otherwise. */
  async channel(changes: object = {}, key?: string): Promise<Json> {
    const body = { name: '投诉群', kind: 'wecom', url: this.wecom.url, events: ['item.overdue'], ...changes };
    const answer = await this.world.call('POST', '/api/v1/notice-channels', { body, ...(key ? { key } : {}) });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  /** Items that are with a unit, and whose limit has passed by `ms`. */
  async overdue(pieces: readonly object[], ms = 3 * 3_600_000): Promise<string[]> {
    const ids = await this.world.collectMany(pieces.map((piece, index) => ({ text: `没有信号 ${index}`, ...piece })));
    await this.world.settle();
    const [row] = await this.world.db.query<{ left: number }>(
      'select max(extract(epoch from limit_at - loop_now()))::float8 * 1000 as left from feedback where id = any($1::uuid[])',
      [ids],
    );
    this.world.clock.advance(row!.left + ms);
    await this.world.settle();
    return ids;
  }

  /** Everything that happened is told as far as it may be told now. */
  async tell(): Promise<void> {
    do await this.world.worker.notices.drain();
    while (await this.lagging());
  }

  /** Lets the pauses of channels pass, then tells. */
  async tellLater(ms = PAUSE): Promise<void> {
    this.world.clock.advance(ms);
    await this.tell();
  }

  /** Settles when the feed shows everything that happened: once every older transaction of the server has ended, those of other databases included. */
  async shown(): Promise<void> {
    const hidden = 'select from stage_visit where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1';
    while ((await this.world.db.query(hidden)).length > 0) await pause(20);
  }

  async look(id: string): Promise<Json> {
    return (await this.world.get(`/api/v1/notice-channels/${id}`)).body;
  }

  /** The latest first. */
  async attempts(id: string): Promise<Json> {
    return (await this.world.get(`/api/v1/notice-channels/${id}/attempts`)).body.items;
  }

  /** True while a log holds events back because an older transaction of the server, maybe of another test, is still open. */
  private async lagging(): Promise<boolean> {
    const rows = await this.world.db.query(
      `select from staff_event e, feed_cursor c where c.name = 'notices of staff events' and (e.xid, e.event_id) > (c.xid, c.event_id)
       union all select from stage_visit v, feed_cursor c where c.name = 'notices' and (v.xid, v.event_id) > (c.xid, c.event_id)
       union all select from cluster_event v, feed_cursor c where c.name = 'notices' and (v.xid, v.event_id) > (c.xid, c.event_id) limit 1`,
    );
    return rows.length > 0;
  }
}
