import { customerLanguage } from '@huiyin/loop';
import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as pauseFor } from 'node:timers/promises';
import { gateIsOpen, type Conductor } from '@huiyin/bus';
import { isTransient, type Database, type Sql } from '@huiyin/database';
import type { Channel, ChannelResult, Message } from './channel.js';
import { barBounced } from './mail-bars.store.js';
import { postAgain } from './post-again.store.js';
import { maskLink, recipientOf, withLink } from './masking.js';
import type { Outbox } from './outbox.adapter.js';
import type { SurveyLinks } from './outbox.js';
import { endingOf, type Ending, type UnsurePolicy } from './retry.js';
import { claimDue, lockExpired, recordTries, type Claimed, type Recorded, type TryRecord } from './sender.store.js';

/** What a lane works with. */
export interface LaneParts {
  readonly db: Database;
  readonly conductor: Conductor;
  readonly outbox: Outbox;
  readonly links: SurveyLinks;
}

/** How a lane sends. */
export interface LaneSettings {
  readonly leaseSeconds: number;
  readonly unsure: UnsurePolicy;
  /** 0 ≤ r < 1 */
  readonly random: () => number;
}

interface Batch {
  readonly token: string;
  /** Of this process's own monotonic clock, milliseconds: also a process that was frozen knows that its lease is over. */
  readonly claimedAt: number;
  readonly claimed: readonly Claimed[];
  readonly links: ReadonlyMap<string, string>;
}

/** The share of a lease in which a try may begin, and the share that it may last. What is left is for writing it down. */
const BEGIN = 0.5;
const LAST = 0.4;

/** The deliveries of one channel on their way out: taken up, tried outside of any transaction, written down. */
export class ChannelLane {
  private readonly underWay = new Set<AbortController>();
  private quitting = false;
  private hurrying = false;

  constructor(
    readonly channel: Channel,
    private readonly parts: LaneParts,
    private readonly settings: LaneSettings,
  ) {}

  /** Begins no further try; what has been taken up and not begun is given back. */
  quit(): void {
    this.quitting = true;
  }

  /** Cuts off the tries that are under way. */
  hurry(): void {
    this.hurrying = true;
    for (const stop of this.underWay) stop.abort();
  }

  /**
   * Takes up one batch and sends it.
   * @param gated false for who holds the gate of the bus
   * @returns how many were taken up
   */
  async takeBatch(gated: boolean): Promise<number> {
    const batch = await this.claim(gated);
    const done: TryRecord[] = [];
    const troubles: unknown[] = [];
    let writing: Promise<void> | undefined;
    const write = async () => {
      // Those that end in the same turn are written in the same statement.
      await setImmediate();
      while (done.length > 0) await this.record(batch, done.splice(0)).catch((error: unknown) => troubles.push(error));
      writing = undefined;
    };
    const queue = [...batch.claimed];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        done.push(this.recordOf(next, batch, await this.try(next, batch)));
        writing ??= write();
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.channel.concurrency, queue.length) }, work));
    await writing;
    if (troubles.length > 0) throw troubles[0];
    return batch.claimed.length;
  }

  private claim(gated: boolean): Promise<Batch> {
    const { channel } = this;
    const token = randomUUID();
    const claimedAt = performance.now();
    return this.parts.db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return { token, claimedAt, claimed: [], links: new Map<string, string>() };
      await this.settleExpired(tx);
      const claim = { token, channel: channel.name, leaseSeconds: this.settings.leaseSeconds };
      const claimed = await claimDue(tx, this.parts.outbox, claim, channel.batchSize);
      const surveys = claimed.filter(({ purpose }) => purpose === 'survey');
      const requests = surveys.map(({ id, feedbackId, cycle }) => ({ deliveryId: id, feedbackId, cycle }));
      const links = requests.length > 0 ? await this.parts.links.mint(tx, requests) : new Map<string, string>();
      return { token, claimedAt, claimed, links };
    });
  }

  private async settleExpired(tx: Sql): Promise<void> {
    const expired = await lockExpired(tx, this.channel.name, this.channel.batchSize);
    const result: ChannelResult = {
      status: 'unsure',
      reason: 'The sender stopped before it wrote down whether this went out.',
    };
    const records = expired.map(({ id, leaseToken, attempts }) => {
      return { id, leaseToken, ending: this.endingOf(result, attempts), body: null, recipient: null };
    });
    if (records.length > 0) await this.followUp(tx, await recordTries(tx, records));
  }

  /** Answers null when there was no time left to begin. */
  private async try(claimed: Claimed, batch: Batch): Promise<Ending | null> {
    const leaseMs = this.settings.leaseSeconds * 1_000;
    if (this.quitting || performance.now() - batch.claimedAt > leaseMs * BEGIN) return null;
    const link = batch.links.get(claimed.id) ?? null;
    if (claimed.purpose === 'survey' && link === null)
      return { state: 'failed', error: 'The question may no longer be answered.' };
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), Math.min(this.channel.timeoutMs, leaseMs * LAST));
    this.underWay.add(stop);
    try {
      const result = await this.channel.send(messageOf(claimed, link), stop.signal).catch(unforeseen);
      return this.endingOf(result, claimed.attempts);
    } finally {
      clearTimeout(timer);
      this.underWay.delete(stop);
    }
  }

  private endingOf(result: ChannelResult, tries: number): Ending {
    const { unsure, random } = this.settings;
    return endingOf(result, { tries, repeatable: this.channel.repeatable, policy: unsure, random: random() });
  }

  private recordOf(claimed: Claimed, { token, links }: Batch, ending: Ending | null): TryRecord {
    const link = links.get(claimed.id);
    const sent = ending?.state === 'sent';
    const kept = link === undefined || this.channel.keepsLink ? link : maskLink(link);
    const contact = { source: claimed.callback?.source ?? null, email: claimed.email, phone: claimed.phone };
    return {
      id: claimed.id,
      leaseToken: token,
      ending: ending ?? { state: 'not-tried' },
      body: sent && kept !== undefined ? withLink(claimed.body, kept) : null,
      recipient: sent ? recipientOf(this.channel.name, contact) : null,
    };
  }

  /** What has been sent must be written down, so a database that is away for a moment is waited for, as long as the lease lasts. */
  private async record({ claimedAt, claimed }: Batch, records: readonly TryRecord[]): Promise<void> {
    for (let pause = 50; ; pause = Math.min(2 * pause, 1_000)) {
      try {
        return await this.parts.db.transaction(async (tx) => {
          const recorded = await recordTries(tx, records);
          await this.followUp(tx, recorded);
          await barBounced(tx, this.parts.outbox.tokens, badAddresses(claimed, records, recorded));
        });
      } catch (error) {
        const late = performance.now() - claimedAt > this.settings.leaseSeconds * 1_000;
        if (!isTransient(error) || late || this.hurrying) throw error;
      }
      await pauseFor(pause);
    }
  }

  /** An answer that has ended, one way or the other, wakes its item; what failed of an item that is past this stage goes to the next channel. */
  private async followUp(tx: Sql, recorded: readonly Recorded[]): Promise<void> {
    const answers = recorded.filter(({ purpose, state }) => purpose === 'answer' && state !== 'pending');
    if (answers.length > 0)
      await this.parts.conductor.wake(tx, 'deliver', answers.map(({ feedbackId }) => feedbackId)); // prettier-ignore
    const surveys = recorded.filter(({ purpose, state }) => purpose === 'survey' && state === 'failed');
    await this.parts.outbox.post(tx, surveys);
    await postAgain(tx, this.parts.outbox, answers.filter(({ state }) => state === 'failed')); // prettier-ignore
  }
}

function messageOf(claimed: Claimed, link: string | null): Message {
  const { attempts: _attempts, original, ...rest } = claimed;
  const filled = (text: string) => (link === null ? text : withLink(text, link));
  const html = original.html === null ? null : filled(original.html);
  return {
    ...rest,
    subject: original.subject,
    body: filled(original.body),
    html,
    link,
    language: customerLanguage(claimed.language),
  };
}

/** Addresses at which there is nobody, as far as this was written down: of a message that somebody else took over nothing is believed. */
function badAddresses(
  claimed: readonly Claimed[],
  records: readonly TryRecord[],
  recorded: readonly Recorded[],
): { address: string; reason: string }[] {
  const written = new Set(recorded.map(({ id }) => id));
  return records.flatMap(({ id, ending }) => {
    const address = claimed.find((one) => one.id === id)?.email ?? null;
    if (!('badAddress' in ending) || address === null || !written.has(id)) return [];
    return [{ address, reason: ending.error }];
  });
}

/** Only the kind of the error: its message may hold what was to be sent. */
function unforeseen(error: unknown): ChannelResult {
  return { status: 'unsure', reason: `The channel broke down (${error instanceof Error ? error.name : 'error'}).` };
}
