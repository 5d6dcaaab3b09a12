import {
  Global,
  Module,
  type DynamicModule,
  type INestApplication,
  type INestApplicationContext,
  type LoggerService,
} from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { LoopMetrics } from './metrics.js';
import { logRequests } from './request-lines.js';
import { RequestLog, SilentLog } from './request-log.js';

/** Least severe lines to write (`silent` for none), and the name of the process in them. */
export interface LogOptions {
  readonly level: string;
  readonly name: string;
}

/** Logs and metrics of one process. */
@Global()
@Module({})
export class ObservabilityModule {
  static async with(options: LogOptions): Promise<DynamicModule> {
    const metrics = { provide: LoopMetrics, useFactory: () => new LoopMetrics() };
    if (options.level === 'silent') {
      const log = { provide: RequestLog, useClass: SilentLog };
      return { module: ObservabilityModule, providers: [metrics, log], exports: [LoopMetrics, RequestLog] };
    }
    // Loaded only when something is logged: a CommonJS package that takes a while.
    const { PinoLoggingModule } = await import('./pino-logging.js');
    const logging = PinoLoggingModule.with(options);
    return {
      module: ObservabilityModule,
      imports: [logging],
      providers: [metrics],
      exports: [LoopMetrics, PinoLoggingModule],
    };
  }
}

/** Lets Nest write its own lines into the same log and, where `app` serves requests, has a line written for each of them. */
export async function useLog(app: INestApplicationContext, { level }: Pick<LogOptions, 'level'>): Promise<void> {
  if (level === 'silent') return app.useLogger(false);
  const { NEST_LOGGER } = await import('./pino-logging.js');
  app.useLogger(app.get<LoggerService>(NEST_LOGGER, { strict: false }));
  if ('getHttpAdapter' in app)
    logRequests((app as INestApplication).getHttpAdapter() as AbstractHttpAdapter, app.get(RequestLog));
}
