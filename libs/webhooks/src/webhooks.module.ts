import { Feed, Poller } from '@huiyin/bus';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { AddressCheck, OutgoingHttp } from '@huiyin/outgoing';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { WebhookFanOut } from './fan-out.js';
import { WebhookKeeper } from './keeper.js';
import { WebhookSecrets } from './secrets.js';
import { WebhookSender } from './sender.js';
import { Webhooks } from './webhooks.js';

/** The subscriptions. What tells them is made by {@link webhookLane}. Needs `PrivacyModule`. */
@Module({
  providers: [
    {
      provide: OutgoingHttp,
      useFactory: (config: Config) => new OutgoingHttp(new AddressCheck(config.webhookAllow)),
      inject: [CONFIG],
    },
    { provide: WebhookSecrets, useFactory: (vault: Vault) => new WebhookSecrets(vault), inject: [Vault] },
    {
      provide: Webhooks,
      useFactory: (db: Database, feed: Feed, http: OutgoingHttp, secrets: WebhookSecrets) =>
        new Webhooks(db, feed, http, secrets),
      inject: [Database, Feed, OutgoingHttp, WebhookSecrets],
    },
  ],
  exports: [OutgoingHttp, WebhookSecrets, Webhooks],
})
export class WebhooksModule {}

/** The part of a worker that tells webhooks; it does nothing before `start`. */
export interface WebhookLane {
  start(): void;
  stop(): Promise<void>;
  /** Tells everything that is to be told at this moment; for tests. Answers how much there was. */
  drain(): Promise<number>;
}

/** What a lane is made of. */
export interface WebhookLaneParts {
  readonly db: Database;
  readonly feed: Feed;
  readonly http: OutgoingHttp;
  readonly secrets: WebhookSecrets;
}

/** Puts the part of a worker together that tells webhooks. */
export function webhookLane(config: Config, parts: WebhookLaneParts, trouble: (error: unknown) => void): WebhookLane {
  const { deliveryLeaseSeconds: leaseSeconds, webhookOffDays: offAfterDays } = config;
  const sender = new WebhookSender(parts, { leaseSeconds, offAfterDays, trouble });
  const fanOut = new WebhookFanOut(parts.db, parts.feed);
  const keeper = new WebhookKeeper(parts.db, trouble);
  const take = async () => {
    const taken = await fanOut.takeBatch();
    if (taken > 0) sender.wake();
    return taken;
  };
  const poller = new Poller(take, trouble);
  return {
    start: () => [poller, sender, keeper].forEach((part) => part.start()),
    stop: async () => void (await Promise.all([poller.stop(), sender.stop(), keeper.stop()])),
    drain: async () => {
      for (let total = 0; ;) {
        const taken = (await fanOut.takeBatch()) + (await sender.drain());
        if (taken === 0) return total;
        total += taken;
      }
    },
  };
}
