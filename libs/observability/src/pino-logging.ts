import { Module, type DynamicModule, type LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { RequestLog, type AnsweredRequest } from './request-log.js';

class PinoLog extends RequestLog {
  constructor(private readonly log: Logger) {
    super();
  }

  answered({ whole, ...line }: AnsweredRequest): void {
    const message = whole ? 'request completed' : 'request aborted';
    if (line.res.statusCode >= 500) this.log.error(line, message);
    else this.log.info(line, message);
  }

  error(err: unknown, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.log.error({ ...fields, err }, message);
  }

  warn(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.log.warn(fields, message);
  }
}

/** What Nest itself writes, in the same log. Its last parameter is the name of the class that writes. */
class NestLines implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.lines.info(nestLine(message, more));
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.lines.debug(nestLine(message, more));
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.lines.trace(nestLine(message, more));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.lines.warn(nestLine(message, more));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.lines.error(nestLine(message, more));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.lines.fatal(nestLine(message, more));
  }
}

/** Nest tells errors in three ways: the error itself, its message with its stack, or a message. */
function nestLine(message: unknown, more: readonly unknown[]): object {
  const stack = more.find((part) => typeof part === 'string' && /\n\s*at /.test(part));
  const context = more.findLast((part) => part !== stack && part !== undefined);
  const said = message instanceof Error ? { err: message, msg: message.message } : { msg: message };
  return { ...said, ...(context === undefined ? {} : { context }), ...(stack === undefined ? {} : { stack }) };
}

/** Lines are written so many bytes, or milliseconds, at a time: one by one they cost a busy process more than making them. */
const TOGETHER = { minLength: 8_192, periodicFlush: 100 };

/** What Nest itself logs with. */
export const NEST_LOGGER = Symbol('the logger of Nest');

/**
 * Structured logs, one JSON object a line: no headers, bodies, query strings or survey tokens. Every line of a request has
 * its `requestId`, and `item` where one is known.
 */
@Module({})
export class PinoLoggingModule {
  static with({ level, name }: { level: string; name: string }): DynamicModule {
    const log = pino({ level, base: { name } }, pino.destination({ dest: 1, sync: false, ...TOGETHER }));
    return {
      module: PinoLoggingModule,
      providers: [
        { provide: RequestLog, useFactory: () => new PinoLog(log) },
        { provide: NEST_LOGGER, useFactory: () => new NestLines(log) },
      ],
      exports: [RequestLog],
    };
  }
}
