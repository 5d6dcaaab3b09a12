import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import type { AuditRecord, Principal } from '@huiyin/org';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PendingEntry } from './pending-entry.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the audit will say of the request; none for those that change nothing or put themselves on record. */
    auditEntry?: PendingEntry;
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What an id, a reference or a code looks like; anything else in an address is not written down. */
const NAME = /^[\w.-]{1,64}$/;
const LONG_NUMBER = /^\d{7,}$/;
const FIRST_REFUSAL = 400;

/**
 * Puts on the audit every request of a person or a key that changed something, in the transaction that changes it. What is done
 * is named, what was sent is not. These are hooks of the server and no interceptor: that would cost every route a pipeline, those
 * that need none as well.
 */
@Injectable()
export class RequestAudit implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly server: HttpAdapterHost,
    private readonly log: RequestLog,
  ) {}

  onModuleInit(): void {
    this.db.joining = (tx) => PendingEntry.joining(tx);
    const server = this.server.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('preHandler', (request, _reply, done) => {
      const { principal } = request;
      if (!principal || !changes(request)) return done();
      request.auditEntry = new PendingEntry(entryOf(principal, request));
      request.auditEntry.during(done);
    });
    // `onSend` comes for whoever has gone away meanwhile, too: nobody leaves no trace by hanging up.
    server.addHook('onSend', (request, reply, payload, done) => {
      const { auditEntry } = request;
      if (!auditEntry) return done(null, payload);
      if (reply.statusCode >= FIRST_REFUSAL) {
        auditEntry.drop();
        return done(null, payload);
      }
      void this.end(auditEntry, request).then(() => done(null, payload));
    });
  }

  /** It has been done already, so the answer stays what it is; an audit that cannot be written is in the log of the process. */
  private async end(entry: PendingEntry, request: FastifyRequest): Promise<void> {
    try {
      await entry.end(this.db);
    } catch (err) {
      this.log.warn(
        { err, subject: subjectOf(request), requestId: request.id },
        'a change could not be put on the audit',
      );
    }
  }
}

function changes({ method, routeOptions }: FastifyRequest): boolean {
  return !READS.has(method) && routeOptions.config.recordedItself !== true;
}

function subjectOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions.url ?? ''}`;
}

function entryOf({ actor }: Principal, request: FastifyRequest): AuditRecord {
  const named = Object.entries(request.params as Record<string, string>).filter(
    ([, value]) => NAME.test(value) && !LONG_NUMBER.test(value),
  );
  const details = { ...Object.fromEntries(named), request: request.id };
  return { actor, action: 'request.made', subject: subjectOf(request), details };
}
