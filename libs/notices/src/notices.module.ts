import { type Feed, Poller } from '@huiyin/bus';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { AddressCheck, OutgoingHttp } from '@huiyin/outgoing';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { NoticeChannels } from './channels.js';
import { NoticeFanOut } from './fan-out.js';
import { NoticePost } from './post.js';
import { NoticeSender } from './sender.js';
import { forgetNotices } from './sending.store.js';
import { NoticeTargets } from './targets.js';

/** Where staff are told. What tells them is made by {@link noticeLane}. Needs `PrivacyModule`. */
@Module({
  providers: [
    {
      provide: NoticePost,
      useFactory: (config: Config) =>
        new NoticePost(new OutgoingHttp(new AddressCheck(config.webhookAllow)), { url: config.smtpUrl, from: config.mailFrom }),
      inject: [CONFIG],
    }, // prettier-ignore
    { provide: NoticeTargets, useFactory: (vault: Vault) => new NoticeTargets(vault), inject: [Vault] },
    {
      provide: NoticeChannels,
      useFactory: (config: Config, db: Database, post: NoticePost, targets: NoticeTargets) => {
        const http = new OutgoingHttp(new AddressCheck(config.webhookAllow));
        return new NoticeChannels({ db, http, post, targets, leaseSeconds: config.deliveryLeaseSeconds });
      },
      inject: [CONFIG, Database, NoticePost, NoticeTargets],
    },
  ],
  exports: [NoticePost, NoticeTargets, NoticeChannels],
})
export class NoticesModule {}

/** The part of a worker that tells staff; it does nothing before `start`. */
export interface NoticeLane {
  start(): void;
  stop(): Promise<void>;
  /** Tells everything that is to be told at this moment; for tests. Answers how much there was. */
  drain(): Promise<number>;
}

/** What a lane is made of. */
export interface NoticeLaneParts {
  readonly db: Database;
  readonly feed: Feed;
  readonly post: NoticePost;
  readonly targets: NoticeTargets;
}

/** Notices, messages and what staff are told are kept for so many days. */
const KEPT_DAYS = 30;
const TIDY_EVERY_MS = 3_600_000;

/** Puts the part of a worker together that tells staff. */
export function noticeLane(config: Config, parts: NoticeLaneParts, trouble: (error: unknown) => void): NoticeLane {
  const { publicUrl, deliveryLeaseSeconds: leaseSeconds, webhookOffDays: offAfterDays } = config;
  const sender = new NoticeSender(parts, { publicUrl, leaseSeconds, offAfterDays, trouble });
  const fanOut = new NoticeFanOut(parts.db, parts.feed);
  let tidyAt = 0;
  const tidy = async () => {
    if (performance.now() < tidyAt) return 0;
    await forgetNotices(parts.db, KEPT_DAYS);
    tidyAt = performance.now() + TIDY_EVERY_MS;
    return 0;
  };
  const take = async () => {
    const taken = await fanOut.takeBatch();
    if (taken > 0) sender.wake();
    return taken;
  };
  const pollers = [new Poller(take, trouble), new Poller(tidy, trouble)];
  return {
    start: () => [...pollers, sender].forEach((part) => part.start()),
    stop: async () => void (await Promise.all([...pollers, sender].map((part) => part.stop()))),
    drain: async () => {
      for (let total = 0; ;) {
        const taken = (await fanOut.takeBatch()) + (await sender.drain());
        if (taken === 0) return total;
        total += taken;
      }
    },
  };
}
