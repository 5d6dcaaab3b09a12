import type { Database } from '@huiyin/database';
import { forgetOld } from './webhooks.store.js';

const HOUR_MS = 3_600_000;
/** Messages and tries are kept for so many days. */
const KEPT_DAYS = 30;

/** Tidies up once an hour: old messages, tries and secrets go. */
export class WebhookKeeper {
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly trouble: (error: unknown) => void,
  ) {}

  start(): void {
    const round = () => void (this.work = this.tidy().catch(this.trouble));
    round();
    this.timer = setInterval(round, HOUR_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
  }

  /** One round. */
  async tidy(): Promise<void> {
    await forgetOld(this.db, KEPT_DAYS);
  }
}
