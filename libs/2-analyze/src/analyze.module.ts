import { CONFIG, type Config } from '@huiyin/config';
import { RequestLog } from '@huiyin/observability';
import { Module, type OnModuleDestroy } from '@nestjs/common';
import { outsideSettings } from './adapters/outside.js';
import { OutsideTasks } from './adapters/outside-tasks.adapter.js';
import { AnalyzeHandler } from './analyze.handler.js';
import { Schooling } from './threads/schooling.store.js';
import { ThreadedMind } from './threads/threaded-mind.js';

/** Most time between two signs of life; fewer where a frozen worker is given up sooner. */
const SIGN_OF_LIFE_MS = 1_000;

/** Stage 2: what the words say, and who else says so. */
@Module({
  providers: [
    {
      provide: ThreadedMind,
      useFactory: ({ threads, textLimitMs, stageLimitMs }: Config, log: RequestLog) =>
        new ThreadedMind({
          threads,
          limitMs: textLimitMs,
          lifeMs: Math.min(SIGN_OF_LIFE_MS, stageLimitMs / 4),
          trouble: (detail) => log.warn({ detail }, 'a text could not be analysed'),
        }),
      inject: [CONFIG, RequestLog],
    },
    {
      provide: OutsideTasks,
      useFactory: (config: Config) => new OutsideTasks(outsideSettings(config)),
      inject: [CONFIG],
    },
    {
      provide: AnalyzeHandler,
      useFactory: (mind: ThreadedMind, outside: OutsideTasks, { repeatDays }: Config, log: RequestLog) => {
        const trouble = (detail: string): void => log.warn({ detail }, 'a model cannot be used');
        return new AnalyzeHandler(mind, new Schooling(mind, undefined, trouble), outside, repeatDays);
      },
      inject: [ThreadedMind, OutsideTasks, CONFIG, RequestLog],
    },
  ],
  exports: [AnalyzeHandler, ThreadedMind, OutsideTasks],
})
export class AnalyzeModule implements OnModuleDestroy {
  constructor(private readonly mind: ThreadedMind) {}

  async onModuleDestroy(): Promise<void> {
    await this.mind.close();
  }
}
