import { AnalyzeModule } from '@huiyin/analyze';
import { BusModule } from '@huiyin/bus';
import { CollectModule } from '@huiyin/collect';
import { CONFIG, ConfigModule, type Config } from '@huiyin/config';
import { DatabaseModule } from '@huiyin/database';
import { DeliverModule, Outbox } from '@huiyin/deliver';
import type { Clock } from '@huiyin/loop';
import { ObservabilityModule } from '@huiyin/observability';
import { PrivacyModule } from '@huiyin/privacy';
import { RecollectHandler, RecollectModule, type SurveyMessage, type SurveyPost } from '@huiyin/recollect';
import { ResolveModule } from '@huiyin/resolve';
import { RouteModule } from '@huiyin/route';
import { MAIL_PROVIDERS } from '@huiyin/mail';
import { NoticesModule } from '@huiyin/notices';
import { WebhooksModule } from '@huiyin/webhooks';
import type { Sql } from '@huiyin/database';
import { Module, type DynamicModule } from '@nestjs/common';

const DAY_SECONDS = 86_400;

/** Survey questions travel through the outbox of the delivery stage. */
class OutboxPost implements SurveyPost {
  constructor(private readonly outbox: Outbox) {}

  async post(tx: Sql, messages: readonly SurveyMessage[]): Promise<void> {
    await this.outbox.post(
      tx,
      messages.map((message) => ({ ...message, purpose: 'survey' as const })),
    );
  }
}

/** Where the stages are put together: what one of them needs of another is bound here and nowhere else. */
@Module({})
export class WorkerModule {
  static async with(config: Config, clock: Clock): Promise<DynamicModule> {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(databaseOptions(config), clock),
        await ObservabilityModule.with({ level: config.logLevel, name: 'worker' }),
        PrivacyModule,
        BusModule,
        CollectModule,
        AnalyzeModule,
        RouteModule,
        ResolveModule,
        DeliverModule,
        RecollectModule,
        WebhooksModule,
        NoticesModule,
      ],
      providers: [
        ...MAIL_PROVIDERS,
        {
          provide: RecollectHandler,
          useFactory: (outbox: Outbox, { recollectDays }: Config) =>
            new RecollectHandler(new OutboxPost(outbox), recollectDays * DAY_SECONDS),
          inject: [Outbox, CONFIG],
        },
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
    applicationName: 'huiyin worker',
  };
}
