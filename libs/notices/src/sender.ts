import { gateIsOpen, tellStaff } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { recordAudit } from '@huiyin/org';
import { restAfter, Sending, writePatiently, type SendingRoom } from '@huiyin/outgoing';
import { NOTICE_LIMITS, type NoticeOff } from './notice.js';
import type { NoticePost } from './post.js';
import type { NoticeVerdict } from './robots.js';
import * as store from './sending.store.js';
import type { NoticeTargets } from './targets.js';
import { messageOf } from './wording.js';

/** What a sender of notices works with. */
export interface NoticeSenderParts {
  readonly db: Database;
  readonly post: NoticePost;
  readonly targets: NoticeTargets;
}

/** How it works. */
export interface NoticeSenderSettings {
  readonly publicUrl: string;
  readonly leaseSeconds: number;
  /** A channel that has failed for so many days is switched off. */
  readonly offAfterDays: number;
  readonly trouble: (error: unknown) => void;
}

/** Messages under way in one process; of one channel never more than one. */
const TOTAL = 30;
const DAY_SECONDS = 86_400;

/**
 * Tells staff what waits for them: all of it in one message of a channel, no sooner than the last one's pause is over, and never
 * more to one robot than it takes. What was not taken waits and goes into the next one.
 */
export class NoticeSender extends Sending<store.ClaimedMessage> {
  constructor(
    private readonly parts: NoticeSenderParts,
    private readonly settings: NoticeSenderSettings,
  ) {
    super({
      claim: (room, gated) => this.claim(room, gated),
      targetOf: ({ id }) => id,
      send: (message, _token, stop) => this.send(message, stop),
      trouble: (error) => settings.trouble(error),
      most: TOTAL,
    });
  }

  private claim({ total }: SendingRoom, gated: boolean): Promise<store.ClaimedMessage[]> {
    return this.parts.db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return [];
      if (!(await store.lockClaiming(tx, false))) return [];
      await store.releaseLostNotices(tx);
      const claimed: store.ClaimedMessage[] = [];
      for (const channel of await store.dueChannels(tx)) {
        if (claimed.length === total) break;
        if ((await store.roomAt(tx, channel)) <= 0) continue;
        const begun = await store.beginAttempt(tx, channel, this.settings.leaseSeconds);
        const notices = await store.takeNotices(tx, channel.id, begun.attemptId);
        claimed.push({ ...channel, ...begun, notices });
      }
      return claimed;
    });
  }

  private async send(message: store.ClaimedMessage, stop: AbortSignal): Promise<void> {
    const { kind, language, takenAt: now, wallSeconds, notices } = message;
    const { publicUrl, leaseSeconds } = this.settings;
    const words = messageOf(notices, { language, now, publicUrl, bytes: NOTICE_LIMITS[kind].bytes });
    const began = performance.now();
    const result = await this.parts.post.send({ kind, wallSeconds, ...this.parts.targets.open(message) }, words, stop);
    const durationMs = Math.round(performance.now() - began);
    const cutOff = stop.aborted && result.status === null;
    const write = async (tx: Sql) => {
      const ended = { attemptId: message.attemptId, ...result, durationMs };
      // Somebody has given it up meanwhile and sends the same again: then that is what counts.
      if (!(await store.endAttempt(tx, ended)) || cutOff) return;
      if (result.verdict === 'sent') await store.noteSent(tx, message.id, NOTICE_LIMITS[kind].spacing);
      else await this.afterFailure(tx, message, result);
    };
    await writePatiently(this.parts.db, write, leaseSeconds * 500, stop);
  }

  private async afterFailure(
    tx: Sql,
    { id, kind }: store.ClaimedMessage,
    { verdict, error, waitSeconds = 0 }: NoticeVerdict,
  ): Promise<void> {
    const failing = await store.noteFailed(tx, id, error ?? '');
    if (!failing) return;
    if (verdict === 'gone' || verdict === 'refused') return this.off(tx, id, verdict);
    if (failing.seconds > this.settings.offAfterDays * DAY_SECONDS) return this.off(tx, id, 'failing');
    const rest = restAfter(failing.failures, Math.random());
    await store.restChannel(tx, id, Math.max(NOTICE_LIMITS[kind].spacing, rest, Math.min(waitSeconds, DAY_SECONDS)));
  }

  /** What waits for it stays. The other channels are told: one that is off cannot tell of itself. */
  private async off(tx: Sql, id: string, reason: NoticeOff): Promise<void> {
    if (!(await store.switchChannelOff(tx, id, reason))) return;
    await tellStaff(tx, 'notices.off', [{ feedbackId: null, unitId: null, facts: { channelId: id, reason } }]);
    const details = { active: false, reason };
    await recordAudit(tx, { actor: 'system', action: 'notices.changed', subject: `notice-channel:${id}`, details });
  }
}
