import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import { Logger, LoggerModule, PinoLogger, type Params } from 'nestjs-pino';
import pino from 'pino';
import { RequestLog } from './request-log.js';

/** What a terminal might obey, or take for a new line; JSON lets some of it through. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Links to surveys, and out of them, are permissions; what is logged of an address ends before the token and before any query. */
function withoutSecrets(url: string): string {
  const [path = ''] = url.split('?');
  const plain = /%[46-7]/i.test(path) ? decoded(path) : path;
  return plain.replace(/\/([su])\/.*$/, '/$1/*').replace(CONTROLS, encodeURIComponent);
}

/** `/%73/…` is `/s/…` to the router, and so it must be here. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '(unreadable)';
  }
}

/** Asked every few seconds by whoever watches the process; nobody wants to read them. */
const PROBES = new Set(['/livez', '/readyz']);

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

function params({ level, name }: { level: string; name: string }): Params {
  return {
    pinoHttp: {
      logger: pino({ level, base: { name } }, pino.destination({ dest: 1, sync: false })),
      autoLogging: {
        ignore: (request) => PROBES.has((request as { originalUrl?: string }).originalUrl ?? request.url ?? ''),
      },
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
      serializers: {
        req: ({ method, url }: LoggedRequest) => ({ method, url: withoutSecrets(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}

@Injectable()
class PinoRequestLog extends RequestLog {
  constructor(private readonly logger: PinoLogger) {
    super();
  }

  assign(fields: Readonly<Record<string, unknown>>): void {
    this.logger.assign(fields);
  }

  error(err: unknown, message: string): void {
    this.logger.error({ err }, message);
  }

  warn(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.logger.warn(fields, message);
  }
}

/** Also what Nest itself logs with. */
export const NEST_LOGGER = Logger;

/**
 * Structured logs, one JSON object a line: no headers, bodies, query strings or survey tokens. Every line of a request has
 * its `requestId`, and `item` where one is known.
 */
@Module({})
export class PinoLoggingModule {
  static with(options: { level: string; name: string }): DynamicModule {
    return {
      module: PinoLoggingModule,
      imports: [LoggerModule.forRoot(params(options))],
      providers: [{ provide: RequestLog, useClass: PinoRequestLog }],
      exports: [RequestLog],
    };
  }
}
