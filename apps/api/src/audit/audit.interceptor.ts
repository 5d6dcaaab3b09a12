import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import type { AuditRecord, Principal } from '@huiyin/org';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { concatMap, finalize, Observable } from 'rxjs';
import { PendingEntry } from './pending-entry.js';
import { RECORDED_ITSELF } from './recorded.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What an id, a reference or a code looks like; anything else in an address is not written down. */
const NAME = /^[\w.-]{1,64}$/;
const LONG_NUMBER = /^\d{7,}$/;

/**
 * Puts on the audit every request of a person or a key that changed something, in the transaction that changes it. What is done
 * is named, what was sent is not.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly reflector: Reflector,
    private readonly log: RequestLog,
  ) {
    db.joining = (tx) => PendingEntry.joining(tx);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const itself = this.reflector.get<boolean | undefined>(RECORDED_ITSELF, context.getHandler());
    const { principal } = request;
    if (!principal || itself || READS.has(request.method)) return next.handle();
    const entry = entryOf(principal, request);
    const pending = new PendingEntry(entry);
    const answered = new Observable<unknown>((reader) => pending.during(() => next.handle().subscribe(reader)));
    return answered.pipe(
      concatMap(async (answer: unknown) => {
        await this.end(pending, entry.subject);
        return answer;
      }),
      finalize(() => pending.drop()),
    );
  }

  /** It has been done already, so the answer stays what it is; an audit that cannot be written is in the log of the process. */
  private async end(pending: PendingEntry, subject: string): Promise<void> {
    try {
      await pending.end(this.db);
    } catch (err) {
      this.log.warn({ err, subject }, 'a change could not be put on the audit');
    }
  }
}

function entryOf({ actor }: Principal, request: FastifyRequest): AuditRecord {
  const named = Object.entries(request.params as Record<string, string>).filter(
    ([, value]) => NAME.test(value) && !LONG_NUMBER.test(value),
  );
  const subject = `${request.method} ${request.routeOptions.url ?? ''}`;
  return { actor, action: 'request.made', subject, details: { ...Object.fromEntries(named), request: request.id } };
}
