import { BOARD_PROVIDERS } from '@huiyin/board';
import { BusModule, Conductor } from '@huiyin/bus';
import { CollectModule } from '@huiyin/collect';
import { ConfigModule, type Config } from '@huiyin/config';
import { Database, DatabaseModule } from '@huiyin/database';
import { DeliverModule } from '@huiyin/deliver';
import type { Clock } from '@huiyin/loop';
import { ObservabilityModule } from '@huiyin/observability';
import { PrivacyModule, Vault } from '@huiyin/privacy';
import { RecollectModule } from '@huiyin/recollect';
import { ResolveModule } from '@huiyin/resolve';
import { MAIL_PROVIDERS } from '@huiyin/mail';
import { NoticesModule } from '@huiyin/notices';
import { WebhooksModule } from '@huiyin/webhooks';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuditController } from './audit/audit.controller.js';
import { RequestAudit } from './audit/request-audit.js';
import { AuthModule } from './auth/auth.module.js';
import { BoardStaffController } from './board/board-staff.controller.js';
import { BoardLinksController } from './board/board-links.controller.js';
import { BoardVisitsController } from './board/board-visits.controller.js';
import { BoardController, RobotsController } from './board/board.controller.js';
import { BoardDesk } from './board/view.js';
import { BurstsController } from './clusters/bursts.controller.js';
import { ClustersController } from './clusters/clusters.controller.js';
import { EditsController } from './clusters/edits.controller.js';
import { OutcomeController } from './clusters/outcome.controller.js';
import { SuggestionsController } from './clusters/suggestions.controller.js';
import { ConsoleController } from './console/console.controller.js';
import { CustomersController } from './customers/customers.controller.js';
import { RecogniseController } from './customers/recognise.controller.js';
import { RevealController } from './customers/reveal.controller.js';
import { RightsDesk } from './customers/rights-desk.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { SourcesController } from './deliveries/sources.controller.js';
import { DictionaryController } from './dictionary/dictionary.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { CorrectController } from './feedback/correct.controller.js';
import { ReadController, Told } from './feedback/read.controller.js';
import { RehearseController } from './feedback/rehearse.controller.js';
import { ResolveController } from './feedback/resolve.controller.js';
import { SameAsController } from './feedback/same-as.controller.js';
import { SimilarController } from './feedback/similar.controller.js';
import { SubmitController } from './feedback/submit.controller.js';
import { UnderstandController } from './feedback/understand.controller.js';
import { Understander } from './feedback/understander.js';
import { ImportsController } from './imports/imports.controller.js';
import { MappingsController } from './imports/mappings.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { InboundSourcesController } from './inbound/inbound-sources.controller.js';
import { InboundController, InboundParts } from './inbound/inbound.controller.js';
import { InsightController } from './insight/insight.controller.js';
import { EventsController } from './loop/events.controller.js';
import { LoopController } from './loop/loop.controller.js';
import { InboundMailController } from './mail/inbound-mail.controller.js';
import { MessagesController } from './mail/messages.controller.js';
import { MailBarsController } from './mail/mail-bars.controller.js';
import { UnsubscribeController } from './mail/unsubscribe.controller.js';
import { ModelsController } from './models/models.controller.js';
import { NoticeChannelsController } from './notices/notice-channels.controller.js';
import { NotesController } from './notes/notes.controller.js';
import { HealthController } from './operations/health.controller.js';
import { HomeController } from './operations/home.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SurveyController } from './survey/survey.controller.js';
import { TemplatesController } from './templates/templates.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** Every route. */
const CONTROLLERS = [
  SubmitController,
  UnderstandController,
  SameAsController,
  RecogniseController,
  CustomersController,
  RevealController,
  AuditController,
  MappingsController,
  ImportsController,
  ExportsController,
  SimilarController,
  ReadController,
  ResolveController,
  RehearseController,
  NotesController,
  CorrectController,
  ModelsController,
  ClustersController,
  BurstsController,
  OutcomeController,
  EditsController,
  SuggestionsController,
  DeliveriesController,
  SourcesController,
  LoopController,
  EventsController,
  InsightController,
  RulesController,
  DictionaryController,
  SurveyController,
  TemplatesController,
  InboundMailController,
  MessagesController,
  MailBarsController,
  UnsubscribeController,
  WebhooksController,
  NoticeChannelsController,
  InboundController,
  InboundSourcesController,
  BoardStaffController,
  BoardVisitsController,
  BoardLinksController,
  BoardController,
  RobotsController,
  HomeController,
  ConsoleController,
  HealthController,
  MetricsController,
];

/** The HTTP application: parse, authorise, call a library, shape the answer. */
@Module({})
export class AppModule {
  static async with(config: Config, clock: Clock): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(databaseOptions(config), clock),
        await ObservabilityModule.with({ level: config.logLevel, name: 'api' }),
        PrivacyModule,
        BusModule,
        AuthModule,
        CollectModule,
        ResolveModule,
        DeliverModule,
        RecollectModule,
        WebhooksModule,
        NoticesModule,
      ],
      controllers: CONTROLLERS,
      providers: [
        {
          provide: RightsDesk,
          useFactory: (db: Database, vault: Vault, conductor: Conductor) => new RightsDesk(db, vault, conductor),
          inject: [Database, Vault, Conductor],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        RequestAudit,
        InboundParts,
        Told,
        Understander,
        ...MAIL_PROVIDERS,
        ...BOARD_PROVIDERS,
        BoardDesk,
      ],
    };
  }
}

function databaseOptions(config: Config) {
  return {
    url: config.databaseUrl,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    idleTransactionTimeoutMs: config.stageLimitMs,
    applicationName: 'huiyin api',
  };
}
