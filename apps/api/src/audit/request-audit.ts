import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import { recordAudit, type Principal } from '@huiyin/org';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What an id, a reference or a code looks like; anything else in an address is not written down. */
const NAME = /^[\w.-]{1,64}$/;
const LONG_NUMBER = /^\d{7,}$/;
const FIRST_REFUSAL = 400;

/**
 * Puts on the audit every request of a person or a key that changed something, before it is answered. What is done is named, what
 * was sent is not. It is a hook of the server and no interceptor: those cost every route a pipeline, those that need none as well.
 */
@Injectable()
export class RequestAudit implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly server: HttpAdapterHost,
    private readonly log: RequestLog,
  ) {}

  onModuleInit(): void {
    // `onSend` comes for whoever has gone away meanwhile, too: nobody leaves no trace by hanging up.
    this.server.httpAdapter
      .getInstance<FastifyInstance>()
      .addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done) => {
        const { principal } = request;
        if (!principal || !changed(request, reply)) return done(null, payload);
        void this.record(principal, request).then(() => done(null, payload));
      });
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
      this.log.warn({ err, subject, requestId: request.id }, 'a change could not be put on the audit');
    }
  }
}

function changed({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply): boolean {
  return statusCode < FIRST_REFUSAL && !READS.has(method) && routeOptions.config.recordedItself !== true;
}
