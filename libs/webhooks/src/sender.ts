import { gateIsOpen, Poller } from '@huiyin/bus';
import { isTransient, type Database, type Sql } from '@huiyin/database';
import { recordAudit } from '@huiyin/org';
import type { OutgoingHttp } from '@huiyin/outgoing';
import { randomUUID } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { TRY_MS, tryOnce, type TryResult } from './one-try.js';
import { FAILING_FROM, pauseAfter, restAfter } from './schedule.js';
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
/** A worker has ten seconds to stop; tries still under way after so many milliseconds are cut off. */
const PATIENCE_MS = 5_000;
const DAY_SECONDS = 86_400;

/**
 * Sends what waits for webhooks. Each try runs by itself, outside of any transaction; the next is taken up as soon as one
 * ends, so nobody waits for somebody else's slow target. Any number may run, in any number of processes.
 */
export class WebhookSender {
  private readonly busy = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly stop_ = new AbortController();
  private readonly poller = new Poller(
    () => this.takeUp(true),
    (error) => this.settings.trouble(error),
  );

  constructor(
    private readonly parts: WebhookSenderParts,
    private readonly settings: WebhookSenderSettings,
  ) {}

  start(): void {
    this.poller.start();
  }

  /** Takes up nothing new, and waits a few seconds for what is under way; what is cut off then is due again. */
  async stop(): Promise<void> {
    await this.poller.stop();
    const timer = setTimeout(() => this.stop_.abort(), PATIENCE_MS);
    await Promise.all(this.underWay);
    clearTimeout(timer);
  }

  /** There may be something to send. */
  wake(): void {
    this.poller.wake();
  }

  /** Sends until nothing is due; for tests. Answers how many tries were made. */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const taken = await this.takeUp(false);
      if (taken === 0 && this.underWay.size === 0) return total;
      total += taken;
      if (this.underWay.size > 0) await Promise.race(this.underWay);
    }
  }

  private async takeUp(gated: boolean): Promise<number> {
    const token = randomUUID();
    const total = TOTAL - this.underWay.size;
    if (total <= 0) return 0;
    const claimed = await this.parts.db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return [];
      await store.releaseLost(tx);
      const { leaseSeconds } = this.settings;
      const room = { token, leaseSeconds, perWebhook: PER_WEBHOOK, total, busy: this.busy, failingFrom: FAILING_FROM };
      return store.claimDue(tx, room);
    });
    for (const message of claimed) this.begin(message, token);
    return claimed.length;
  }

  private begin(message: store.Claimed, token: string): void {
    const { webhookId } = message;
    this.busy.set(webhookId, (this.busy.get(webhookId) ?? 0) + 1);
    const work = this.send(message, token)
      .catch((error: unknown) => this.settings.trouble(error))
      .finally(() => {
        this.underWay.delete(work);
        const left = (this.busy.get(webhookId) ?? 1) - 1;
        if (left > 0) this.busy.set(webhookId, left);
        else this.busy.delete(webhookId);
        this.poller.wake();
      });
    this.underWay.add(work);
  }

  private async send(message: store.Claimed, token: string): Promise<void> {
    const { webhookId, eventId, url, body, wallSeconds } = message;
    const id = messageId(webhookId, eventId);
    const secrets = this.parts.secrets.open(message);
    const limitMs = Math.min(TRY_MS, this.settings.leaseSeconds * 800);
    const out = { url, id, body, secrets, wallSeconds, limitMs };
    const result = await tryOnce(this.parts.http, out, this.stop_.signal);
    const cutOff = this.stop_.signal.aborted && result.status === null;
    await this.patiently(async (tx) => {
      if (cutOff) return store.recordEnding(tx, message, token, { state: 'given-back' });
      const { status, durationMs, error } = result;
      await store.insertAttempt(tx, { ...message, messageId: id, at: message.takenAt, status, durationMs, error });
      await store.recordEnding(tx, message, token, this.endingOf(message, result));
      if (error === null) await store.noteSuccess(tx, webhookId);
      else await this.afterFailure(tx, webhookId, status);
    });
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
    const details = { active: false, reason };
    await recordAudit(tx, { actor: 'system', action: 'webhook.changed', subject: `webhook:${webhookId}`, details });
  }

  /** What has been sent must be written down: a database that is away for a moment is waited for, as long as the lease lasts. */
  private async patiently(write: (tx: Sql) => Promise<void>): Promise<void> {
    const until = performance.now() + this.settings.leaseSeconds * 500;
    for (let pause = 50; ; pause = Math.min(2 * pause, 1_000)) {
      try {
        return await this.parts.db.transaction(write);
      } catch (error) {
        if (!isTransient(error) || performance.now() > until || this.stop_.signal.aborted) throw error;
      }
      await pauseFor(pause);
    }
  }
}
