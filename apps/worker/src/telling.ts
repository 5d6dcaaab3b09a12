import { Feed } from '@huiyin/bus';
import { boardLane, type BoardLane } from '@huiyin/board';
import type { Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { MailTokens } from '@huiyin/deliver';
import { RequestLog } from '@huiyin/observability';
import { noticeLane, NoticePost, NoticeTargets, type NoticeLane } from '@huiyin/notices';
import { OutgoingHttp } from '@huiyin/outgoing';
import { Vault } from '@huiyin/privacy';
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

/** The part of a worker that tells staff. */
export function staffLane(app: INestApplicationContext, config: Config): NoticeLane {
  const log = app.get(RequestLog);
  const parts = {
    db: app.get(Database),
    feed: app.get(Feed),
    post: app.get(NoticePost),
    targets: app.get(NoticeTargets),
  };
  return noticeLane(config, parts, (err) => log.warn({ err }, 'notice trouble'));
}

/** The part of a worker that looks after the public board. */
export function publicLane(app: INestApplicationContext, config: Config): BoardLane {
  const log = app.get(RequestLog);
  const parts = { db: app.get(Database), vault: app.get(Vault), mailTokens: app.get(MailTokens) };
  return boardLane(config, parts, (err) => log.warn({ err }, 'board trouble'));
}
