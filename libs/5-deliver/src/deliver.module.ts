import { Conductor } from '@huiyin/bus';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { Module } from '@nestjs/common';
import { EmailChannel } from './adapters/email.channel.adapter.js';
import { LogChannel } from './adapters/log.channel.adapter.js';
import { NoMailChannel } from './adapters/no-mail.channel.adapter.js';
import { WebhookChannel } from './adapters/webhook.channel.adapter.js';
import { AddressCheck } from './address-check.js';
import type { Channel } from './channel.js';
import { DeliverHandler } from './deliver.handler.js';
import { Deliveries } from './deliveries.adapter.js';
import { Outbox } from './outbox.adapter.js';
import { DeliverySender, type SenderParts, type SenderSettings } from './sender.adapter.js';
import { Sources } from './sources.store.js';

/** Stage 5: the customer is told. The sender needs stage 6's links and is made where the stages are put together. */
@Module({
  providers: [
    {
      provide: Outbox,
      useFactory: (config: Config) => new Outbox({ order: config.channels, mail: config.smtpUrl !== '' }),
      inject: [CONFIG],
    },
    { provide: DeliverHandler, useFactory: (outbox: Outbox) => new DeliverHandler(outbox), inject: [Outbox] },
    {
      provide: Deliveries,
      useFactory: (db: Database, conductor: Conductor) => new Deliveries(db, conductor),
      inject: [Database, Conductor],
    },
    { provide: Sources, useFactory: (db: Database) => new Sources(db), inject: [Database] },
  ],
  exports: [Outbox, DeliverHandler, Deliveries, Sources],
})
export class DeliverModule {}

/**
 * The sender of this process. It serves every channel, also one that the operator has taken off the list: what is on it
 * already goes out. It does nothing before `start` or `drain`.
 */
export function deliverySender(
  config: Config,
  parts: Omit<SenderParts, 'channels'>,
  trouble?: SenderSettings['trouble'],
): DeliverySender {
  const mail = { url: config.smtpUrl, from: config.mailFrom };
  const email = config.smtpUrl === '' ? new NoMailChannel() : new EmailChannel(mail);
  const channels: Channel[] = [new WebhookChannel(new AddressCheck(config.webhookAllow)), email, new LogChannel()];
  const settings = { leaseSeconds: config.deliveryLeaseSeconds, unsure: config.emailUncertain };
  return new DeliverySender({ ...parts, channels }, trouble ? { ...settings, trouble } : settings);
}
