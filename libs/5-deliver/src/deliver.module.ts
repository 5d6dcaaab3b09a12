import { Conductor } from '@huiyin/bus';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { AddressCheck, OutgoingHttp } from '@huiyin/outgoing';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { EmailChannel } from './adapters/email.channel.adapter.js';
import { LogChannel } from './adapters/log.channel.adapter.js';
import { NoMailChannel } from './adapters/no-mail.channel.adapter.js';
import { NoSmsChannel, SmsChannel, type SmsGateway } from './adapters/sms.channel.adapter.js';
import { WebhookChannel } from './adapters/webhook.channel.adapter.js';
import type { Channel } from './channel.js';
import { DeliverHandler } from './deliver.handler.js';
import type { ChannelSettings } from './deliver.js';
import { Deliveries } from './deliveries.adapter.js';
import { MailBars } from './mail-bars.adapter.js';
import { MailTokens } from './mail-tokens.js';
import { Outbox } from './outbox.adapter.js';
import { AnswerPreview } from './reach.adapter.js';
import { Rehearsal } from './rehearsal.adapter.js';
import { DeliverySender, type SenderParts, type SenderSettings } from './sender.adapter.js';
import { Sources } from './sources.store.js';
import { Templates } from './templates/templates.adapter.js';

/** Stage 5: the customer is told. The sender needs stage 6's links and is made where the stages are put together. */
@Module({
  providers: [
    {
      provide: Outbox,
      useFactory: (config: Config, vault: Vault, tokens: MailTokens) => new Outbox(channelsOf(config), vault, tokens),
      inject: [CONFIG, Vault, MailTokens],
    },
    {
      provide: AnswerPreview,
      useFactory: (db: Database, config: Config, vault: Vault, tokens: MailTokens) =>
        new AnswerPreview(db, channelsOf(config), { vault, tokens }),
      inject: [Database, CONFIG, Vault, MailTokens],
    },
    {
      provide: MailTokens,
      useFactory: ({ publicUrl, mailReplyTo }: Config, vault: Vault) =>
        new MailTokens(vault, { publicUrl, replyTo: mailReplyTo }),
      inject: [CONFIG, Vault],
    },
    {
      provide: MailBars,
      useFactory: (db: Database, tokens: MailTokens) => new MailBars(db, tokens),
      inject: [Database, MailTokens],
    },
    {
      provide: Templates,
      useFactory: (db: Database, vault: Vault) => new Templates(db, vault),
      inject: [Database, Vault],
    },
    {
      provide: DeliverHandler,
      useFactory: (outbox: Outbox, vault: Vault) => new DeliverHandler(outbox, vault),
      inject: [Outbox, Vault],
    },
    {
      provide: Deliveries,
      useFactory: (db: Database, conductor: Conductor) => new Deliveries(db, conductor),
      inject: [Database, Conductor],
    },
    {
      provide: Rehearsal,
      useFactory: (db: Database, outbox: Outbox) => new Rehearsal(db, outbox),
      inject: [Database, Outbox],
    },
    { provide: Sources, useFactory: (db: Database, vault: Vault) => new Sources(db, vault), inject: [Database, Vault] },
  ],
  exports: [AnswerPreview, Outbox, DeliverHandler, Deliveries, Sources, MailTokens, MailBars, Templates, Rehearsal],
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
  const mail = { url: config.smtpUrl, from: config.mailFrom, tokens: parts.outbox.tokens };
  const email = config.smtpUrl === '' ? new NoMailChannel() : new EmailChannel(mail);
  const http = new OutgoingHttp(new AddressCheck(config.webhookAllow));
  const sms = config.smsUrl === '' ? new NoSmsChannel() : new SmsChannel(gatewayOf(config), http);
  const channels: Channel[] = [new WebhookChannel(http), email, sms, new LogChannel()];
  const settings = { leaseSeconds: config.deliveryLeaseSeconds, unsure: config.emailUncertain };
  return new DeliverySender({ ...parts, channels }, trouble ? { ...settings, trouble } : settings);
}

function channelsOf({ channels: order, smtpUrl, smsUrl }: Config): ChannelSettings {
  return { order, mail: smtpUrl !== '', sms: smsUrl !== '' };
}

function gatewayOf(config: Config): SmsGateway {
  const headers = Object.entries(config.smsHeaders).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    url: config.smsUrl,
    method: config.smsMethod,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: config.smsBody,
    codePath: config.smsCodePath,
    successCodes: config.smsSuccess,
    rejectCodes: config.smsReject,
    idPath: config.smsIdPath,
  };
}
