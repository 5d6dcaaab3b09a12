import { BusModule } from '@huiyin/bus';
import { CollectModule } from '@huiyin/collect';
import { ConfigModule, type Config } from '@huiyin/config';
import { DatabaseModule } from '@huiyin/database';
import { DeliverModule } from '@huiyin/deliver';
import type { Clock } from '@huiyin/loop';
import { ObservabilityModule } from '@huiyin/observability';
import { RecollectModule } from '@huiyin/recollect';
import { ResolveModule } from '@huiyin/resolve';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuthModule } from './auth/auth.module.js';
import { BurstsController } from './clusters/bursts.controller.js';
import { ClustersController } from './clusters/clusters.controller.js';
import { EditsController } from './clusters/edits.controller.js';
import { SuggestionsController } from './clusters/suggestions.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { SourcesController } from './deliveries/sources.controller.js';
import { DictionaryController } from './dictionary/dictionary.controller.js';
import { CorrectController } from './feedback/correct.controller.js';
import { ReadController } from './feedback/read.controller.js';
import { ResolveController } from './feedback/resolve.controller.js';
import { SimilarController } from './feedback/similar.controller.js';
import { SubmitController } from './feedback/submit.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { LoopController } from './loop/loop.controller.js';
import { ModelsController } from './models/models.controller.js';
import { HealthController } from './operations/health.controller.js';
import { HomeController } from './operations/home.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SurveyController } from './survey/survey.controller.js';

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
        BusModule,
        AuthModule,
        CollectModule,
        ResolveModule,
        DeliverModule,
        RecollectModule,
      ],
      controllers: [
        SubmitController,
        SimilarController,
        ReadController,
        ResolveController,
        CorrectController,
        ModelsController,
        ClustersController,
        BurstsController,
        EditsController,
        SuggestionsController,
        DeliveriesController,
        SourcesController,
        LoopController,
        RulesController,
        DictionaryController,
        SurveyController,
        HomeController,
        HealthController,
        MetricsController,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
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
