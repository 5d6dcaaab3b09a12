import { feedTrouble, Poller } from '@huiyin/bus';
import { blindOldIdentities, sealOldItems } from '@huiyin/collect';
import { forgetMails } from '@huiyin/mail';
import type { Config } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { countVisits } from '@huiyin/journey';
import { chainAudit, recordAudit } from '@huiyin/org';
import { expire, type Vault } from '@huiyin/privacy';

/** Entries of the audit that are chained at once, items of which something is removed at once, and visits that are counted at once. */
const BATCH = { chain: 1_000, expire: 500, count: 10_000 };
/** A mail that comes again after so many days is taken for a new one. */
const MAILS_KNOWN_DAYS = 90;
/** Time is up by the day: so often is often enough, milliseconds. */
const EXPIRE_EVERY_MS = 60_000;
/** So often are visits counted while there are few, milliseconds; what has not been counted is read from the ledger. */
const COUNT_EVERY_MS = 5_000;
/** While there are many, counting rests this many times as long as it took: moving items on goes before. */
const COUNT_REST = 3;
/** A feed that stands still is told of in the log again and again, milliseconds. */
const WATCH_EVERY_MS = 600_000;

/** What upkeep works with. */
export interface UpkeepParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly config: Pick<Config, 'keepPersonalDays' | 'keepTextDays' | 'keepDeliveryDays'>;
  readonly trouble: (error: unknown) => void;
}

/**
 * What keeps personal data and the audit as they should be: entries of the audit are chained, what an earlier version stored in the
 * clear is sealed, what has been kept long enough goes, and a feed that stands still after a restore is told of. Besides it counts visits, so that figures are quick to read. Any number of processes may do it at once.
 */
export class Upkeep {
  private readonly pollers: readonly Poller[];
  private nextExpiry = 0;
  private nextWatch = 0;
  private nextCount = 0;
  private oldLeft = true;

  constructor(private readonly parts: UpkeepParts) {
    const tasks = [
      () => this.chain(),
      () => this.sealOld(),
      () => this.expireSometimes(),
      () => this.watchFeed(),
      () => this.countSometimes(),
    ];
    this.pollers = tasks.map((task) => new Poller(task, parts.trouble));
  }

  /** To be awaited before any customer is recognised. */
  async prepare(): Promise<void> {
    await blindOldIdentities(this.parts.db, this.parts.vault);
  }

  start(): void {
    for (const poller of this.pollers) poller.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }

  /** Chains what is loose. @returns how many entries */
  chain(): Promise<number> {
    return chainAudit(this.parts.db, this.parts.vault.derive('audit chain'), BATCH.chain);
  }

  /** Seals a batch of what is still in the clear. Once nothing is left, nothing is looked for any more: new items come sealed. */
  async sealOld(): Promise<number> {
    const sealed = this.oldLeft ? await sealOldItems(this.parts.db, this.parts.vault) : 0;
    this.oldLeft = sealed > 0;
    return sealed;
  }

  /** Removes a batch of what has been kept long enough. @returns how many rows lost something */
  expire(): Promise<number> {
    const { config } = this.parts;
    const retention = {
      personalDays: config.keepPersonalDays,
      textDays: config.keepTextDays,
      deliveryDays: config.keepDeliveryDays,
    };
    return this.parts.db.transaction(async (tx) => {
      const expired = await expire(tx, retention, BATCH.expire);
      const rows = expired.personal + expired.texts + expired.deliveries;
      if (rows > 0) {
        const entry = { actor: 'system', action: 'personal.expired', subject: 'retention' } as const;
        await recordAudit(tx, { ...entry, details: { ...expired } });
      }
      return rows;
    });
  }

  /** Looks now and then whether the feed goes on, and says loudly when it does not. */
  async watchFeed(): Promise<number> {
    if (performance.now() < this.nextWatch) return 0;
    this.nextWatch = performance.now() + WATCH_EVERY_MS;
    const trouble = await feedTrouble(this.parts.db);
    if (trouble) this.parts.trouble(trouble);
    return 0;
  }

  /** Counts the next visits of the ledger. @returns how many */
  count(): Promise<number> {
    return countVisits(this.parts.db, BATCH.count);
  }

  private async countSometimes(): Promise<number> {
    const began = performance.now();
    if (began < this.nextCount) return 0;
    const counted = await this.count();
    const ended = performance.now();
    this.nextCount = ended + (counted < BATCH.count ? COUNT_EVERY_MS : (ended - began) * COUNT_REST);
    return 0;
  }

  private async expireSometimes(): Promise<number> {
    if (performance.now() < this.nextExpiry) return 0;
    const rows = await this.expire();
    if (rows === 0) await forgetMails(this.parts.db, MAILS_KNOWN_DAYS);
    if (rows === 0) this.nextExpiry = performance.now() + EXPIRE_EVERY_MS;
    return rows;
  }
}
