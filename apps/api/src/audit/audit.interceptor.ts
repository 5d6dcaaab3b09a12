import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import { recordAudit, type Principal } from '@huiyin/org';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { RECORDED_ITSELF } from './recorded.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What an id, a reference or a code looks like; anything else in an address is not written down. */
const NAME = /^[\w.-]{1,64}$/;
const LONG_NUMBER = /^\d{7,}$/;

/** Puts on the audit every request of a person or a key that changed something. What is done is named, what was sent is not. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly reflector: Reflector,
    private readonly log: RequestLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const itself = this.reflector.get<boolean | undefined>(RECORDED_ITSELF, context.getHandler());
    const { principal } = request;
    if (!principal || itself || READS.has(request.method)) return next.handle();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.record(principal, request);
        return answer;
      }),
    );
  }

  /** It has been done already, so the answer stays what it is; an audit that cannot be written is in the log of the process. */
  private async record(who: Principal, request: FastifyRequest): Promise<void> {
    const subject = `${request.method} ${request.routeOptions.url ?? ''}`;
    const named = Object.entries(request.params as Record<string, string>).filter(
      ([, value]) => NAME.test(value) && !LONG_NUMBER.test(value),
    );
    const details = { ...Object.fromEntries(named), request: request.id };
    try {
      await recordAudit(this.db, { actor: who.actor, action: 'request.made', subject, details });
    } catch (err) {
      this.log.warn({ err, subject }, 'a change could not be put on the audit');
    }
  }
}
