import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does is on record without the audit of requests. */
    recordedItself?: boolean;
  }
}

/** The route puts itself on record, in the transaction of what it does: on the audit, or, for what comes in, on the ledger. */
export const RecordedItself = () => RouteConfig({ recordedItself: true });

/** The route answers a question that is too long for an address, and changes nothing: the audit does not tell of it. */
export const ChangesNothing = () => RouteConfig({ recordedItself: true });
