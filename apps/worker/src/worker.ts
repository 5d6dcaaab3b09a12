import type { BoardLane } from '@huiyin/board';
import { ClusterFigures, ClusterRunner, OutsideLane, outsideLane, OutsideTasks, ThreadedMind } from '@huiyin/analyze';
import { Conductor, Lane, Worker, type StageHandler } from '@huiyin/bus';
import { ImportLane, Intake } from '@huiyin/collect';
import type { Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { deliverySender, Outbox, type DeliverySender } from '@huiyin/deliver';
import { STAGES, SystemClock, type Clock } from '@huiyin/loop';
import { RequestLog, useLog } from '@huiyin/observability';
import { Vault } from '@huiyin/privacy';
import { mailboxOf, MailTaking, type Mailbox } from '@huiyin/mail';
import { UnitDirectory } from '@huiyin/org';
import { Surveys } from '@huiyin/recollect';
import type { NoticeLane } from '@huiyin/notices';
import type { WebhookLane } from '@huiyin/webhooks';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HANDLERS } from './stages.js';
import { Upkeep } from './upkeep.js';
import { publicLane, staffLane, tellingLane } from './telling.js';
import { WorkerModule } from './worker.module.js';

/** The parts of a worker process, not yet running. */
export interface WorkerParts {
  readonly app: INestApplicationContext;
  /** One lane for each stage, in loop order. */
  readonly lanes: readonly Lane[];
  readonly sender: DeliverySender;
  /** Does nothing where no outside model is set up. */
  readonly outside: OutsideLane;
  /** Puts items into clusters. */
  readonly clusters: ClusterRunner;
  /** Counts clusters and finds hot issues. */
  readonly figures: ClusterFigures;
  /** Takes files of feedback in. */
  readonly imports: ImportLane;
  /** Chains the audit, seals what is in the clear, removes what has been kept long enough. */
  readonly upkeep: Upkeep;
  /** Tells other systems what happens. */
  readonly webhooks: WebhookLane;
  /** Tells staff what they should look at. */
  readonly notices: NoticeLane;
  /** Notices how public suggestions stand, and tells who follows them. */
  readonly board: BoardLane;
  /** Fetches mail; null where no mailbox is set. */
  readonly mailbox: Mailbox | null;
}

/** Puts a worker together. Close `app` when done. */
export async function createWorker(config: Config, clock: Clock = new SystemClock()): Promise<WorkerParts> {
  const app = await NestFactory.createApplicationContext(await WorkerModule.with(config, clock), {
    logger: ['error', 'warn'],
  });
  await useLog(app, { level: config.logLevel });
  const log = app.get(RequestLog);
  const db = app.get(Database);
  const handlers = STAGES.map((stage) => app.get<StageHandler>(HANDLERS[stage]));
  const lanes = handlers.map((handler) => new Lane(db, handler, config.batchSize, handlers));
  const parts = {
    db,
    conductor: app.get(Conductor),
    links: app.get(Surveys),
    outbox: app.get(Outbox),
  };
  const sender = deliverySender(config, parts, (channel, err) => log.warn({ channel, err }, 'delivery trouble'));
  const outside = outsideLane(config, db, (purpose, err) => log.warn({ purpose, err }, 'outside model trouble'));
  const figures = new ClusterFigures(db, (err) => log.warn({ err }, 'cluster figures trouble'));
  const clusters = new ClusterRunner(db, {
    window: config.clusterWindow,
    outside: app.get(OutsideTasks),
    trouble: (err) => log.warn({ err }, 'cluster trouble'),
  });
  const [webhooks, notices] = [tellingLane(app, config), staffLane(app, config)];
  const board = publicLane(app, config);
  const mailbox = mailboxOf(config, db, app.get(MailTaking), (err) => log.warn({ err }, 'mailbox trouble'));
  const imports = importLane(app, config);
  const upkeep = new Upkeep({
    db,
    vault: app.get(Vault),
    config,
    trouble: (err) => log.warn({ err }, 'upkeep trouble'),
  });
  await upkeep.prepare();
  return { app, lanes, sender, outside, clusters, figures, imports, webhooks, notices, board, mailbox, upkeep };
}

function importLane(app: INestApplicationContext, config: Config): ImportLane {
  const [db, log] = [app.get(Database), app.get(RequestLog)];
  const parts = { db, vault: app.get(Vault), intake: app.get(Intake), units: new UnitDirectory(db) };
  return new ImportLane(parts, {
    leaseSeconds: config.importLeaseSeconds,
    keepDays: config.importKeepDays,
    trouble: (err) => log.warn({ err }, 'import trouble'),
  });
}

/** Runs lanes and sender until the answered function is called; it resolves when what was under way is finished. */
export function runWorker(parts: WorkerParts, config: Config): () => Promise<void> {
  const { app, lanes, sender, outside, clusters, figures, imports, webhooks, notices, board, mailbox, upkeep } = parts;
  const log = app.get(RequestLog);
  const worker = new Worker(
    lanes.flatMap((lane) => Array.from({ length: config.lanes }, () => lane)),
    {
      trouble: (stage, err) => log.warn({ stage, err }, 'lane trouble'),
    },
  );
  app.get(ThreadedMind).start();
  worker.start();
  sender.start();
  outside.start();
  clusters.start();
  figures.start();
  imports.start();
  webhooks.start();
  notices.start();
  board.start();
  mailbox?.start();
  upkeep.start();
  return async () => {
    await Promise.all([
      worker.stop(),
      sender.stop(),
      outside.stop(),
      clusters.stop(),
      figures.stop(),
      imports.stop(),
      webhooks.stop(),
      notices.stop(),
      board.stop(),
      mailbox?.stop(),
      upkeep.stop(),
    ]);
    await app.close();
  };
}
