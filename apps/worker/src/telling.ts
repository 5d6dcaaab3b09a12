import { Feed } from '@huiyin/bus';
import type { Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import { OutgoingHttp } from '@huiyin/outgoing';
import { webhookLane, WebhookSecrets, type WebhookLane } from '@huiyin/webhooks';
import type { INestApplicationContext } from '@nestjs/common';

/** The part of a worker that tells other systems what happens. */
export function tellingLane(app: INestApplicationContext, config: Config): WebhookLane {
  const log = app.get(RequestLog);
  const parts = {
    db: app.get(Database),
    feed: app.get(Feed),
    http: app.get(OutgoingHttp),
    secrets: app.get(WebhookSecrets),
  };
  return webhookLane(config, parts, (err) => log.warn({ err }, 'webhook trouble'));
}
