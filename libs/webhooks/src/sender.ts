import { gateIsOpen, tellStaff } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { recordAudit } from '@huiyin/org';
import { FAILING_FROM, pauseAfter, restAfter, Sending, writePatiently, type OutgoingHttp, type SendingRoom } from '@huiyin/outgoing'; // prettier-ignore
import { TRY_MS, tryOnce, type TryResult } from './one-try.js';
import type { WebhookSecrets } from './secrets.js';
import * as store from './sending.store.js';
import { messageId, type OffReason } from './webhook.js';

/** What a sender works with. */
export interface WebhookSenderParts {
  readonly db: Database;
  readonly http: OutgoingHttp;
  readonly secrets: WebhookSecrets;
}

/** How it works. */
export interface WebhookSenderSettings {
  readonly leaseSeconds: number;
  /** A target that has failed for so many days is switched off. */
  readonly offAfterDays: number;
  readonly trouble: (error: unknown) => void;
}

/** Tries under way in one process: of one target, and of all. A target that hangs never has more than its share. */
const PER_WEBHOOK = 10;
const TOTAL = 120;
const DAY_SECONDS = 86_400;

/** Sends what waits for webhooks; any number may run, in any number of processes. */
export class WebhookSender extends Sending<store.Claimed> {
  constructor(
    private readonly parts: WebhookSenderParts,
    private readonly settings: WebhookSenderSettings,
  ) {
    super({
      claim: (room, gated) => this.claim(room, gated),
      targetOf: ({ webhookId }) => webhookId,
      send: (message, token, stop) => this.send(message, token, stop),
      trouble: (error) => settings.trouble(error),
      most: TOTAL,
    });
  }

  private claim(room: SendingRoom, gated: boolean): Promise<store.Claimed[]> {
    return this.parts.db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return [];
      await store.releaseLost(tx);
      const { leaseSeconds } = this.settings;
      return store.claimDue(tx, { ...room, leaseSeconds, perWebhook: PER_WEBHOOK, failingFrom: FAILING_FROM });
    });
  }

  private async send(message: store.Claimed, token: string, stop: AbortSignal): Promise<void> {
    const { webhookId, eventId, url, body, wallSeconds } = message;
    const id = messageId(webhookId, eventId);
    const secrets = this.parts.secrets.open(message);
    const limitMs = Math.min(TRY_MS, this.settings.leaseSeconds * 800);
    const out = { url, id, body, secrets, wallSeconds, limitMs };
    const result = await tryOnce(this.parts.http, out, stop);
    const cutOff = stop.aborted && result.status === null;
    const write = async (tx: Sql) => {
      if (cutOff) return store.recordEnding(tx, message, token, { state: 'given-back' });
      const { status, durationMs, error } = result;
      await store.insertAttempt(tx, { ...message, messageId: id, at: message.takenAt, status, durationMs, error });
      await store.recordEnding(tx, message, token, this.endingOf(message, result));
      if (error === null) await store.noteSuccess(tx, webhookId);
      else await this.afterFailure(tx, webhookId, status);
    };
    await writePatiently(this.parts.db, write, this.settings.leaseSeconds * 500, stop);
  }

  private endingOf({ attempts }: store.Claimed, { status, error, retryAfterSeconds }: TryResult): store.Ending {
    if (error === null) return { state: 'sent' };
    // Whoever switches it on again finds it still waiting.
    if (status === 410) return { state: 'pending', seconds: 0 };
    const seconds = pauseAfter(attempts, Math.random(), retryAfterSeconds);
    return seconds === null ? { state: 'failed' } : { state: 'pending', seconds };
  }

  private async afterFailure(tx: Sql, webhookId: string, status: number | null): Promise<void> {
    const failing = await store.noteFailure(tx, webhookId);
    if (!failing) return;
    if (status === 410) return this.off(tx, webhookId, 'gone');
    if (failing.seconds > this.settings.offAfterDays * DAY_SECONDS) return this.off(tx, webhookId, 'failing');
    const seconds = restAfter(failing.failures, Math.random());
    if (seconds > 0) await store.rest(tx, webhookId, seconds);
  }

  private async off(tx: Sql, webhookId: string, reason: OffReason): Promise<void> {
    if (!(await store.switchOff(tx, webhookId, reason))) return;
    await tellStaff(tx, 'webhook.off', [{ feedbackId: null, unitId: null, facts: { webhookId, reason } }]);
    const details = { active: false, reason };
    await recordAudit(tx, { actor: 'system', action: 'webhook.changed', subject: `webhook:${webhookId}`, details });
  }
}
