import { isTransient } from '@huiyin/database';
import { CodedError, type ErrorCode } from '@huiyin/loop';
import { RequestLog } from '@huiyin/observability';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from './problem.js';

/** Codes for what the framework itself refuses. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed-body',
  401: 'unauthenticated',
  403: 'missing-scope',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

const DETAILS: Readonly<Partial<Record<ErrorCode, string>>> = {
  'malformed-body': 'Send well-formed JSON in UTF-8.',
  'not-found': 'There is nothing at this address. The addresses are listed at /docs.',
  'body-too-large': 'Send at most 256 KB; a batch may have 8 MB.',
  'unsupported-media-type': 'Send Content-Type: application/json (a batch may be application/x-ndjson).',
};

/** Every error leaves the API as `application/problem+json`; what nobody foresaw is logged and told without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: RequestLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const coded = this.coded(error, request.id);
    if (coded.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
    const seconds = retryAfter(error, coded);
    if (seconds !== undefined) void reply.header('retry-after', String(seconds));
    void reply
      .status(coded.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem(coded, request.id)));
  }

  private coded(error: unknown, requestId: string): CodedError {
    if (error instanceof CodedError) return error;
    if (sqlState(error).startsWith('22'))
      return new CodedError(
        'validation-failed',
        'A value is out of the range that can be stored. Correct and send again.',
      );
    if (isTransient(error) || /^(57014|55P03|53)/.test(sqlState(error)))
      return new CodedError('unavailable', 'The database cannot be reached. Send it again in a few seconds.');
    const status = statusOf(error);
    const code = status === undefined ? undefined : BY_STATUS[status];
    if (code) return new CodedError(code, DETAILS[code] ?? (error as Error).message);
    this.log.error(error, 'an error that nobody foresaw', { requestId });
    return new CodedError('internal-error', 'We have a record of it. Try again; if it stays, report the requestId.');
  }
}

/** The SQLSTATE of what Postgres refused; '' for everything else. */
function sqlState(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : '';
}

/** The status of a refusal by Nest or Fastify; `undefined` for everything else. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode < 500 ? statusCode : undefined;
}

function retryAfter(error: unknown, coded: CodedError): number | undefined {
  const { retryAfterSeconds } = (error ?? {}) as { retryAfterSeconds?: unknown };
  if (typeof retryAfterSeconds === 'number') return Math.ceil(retryAfterSeconds);
  return coded.code === 'unavailable' ? 2 : undefined;
}
