import { readBatchJson, readJson, readText } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const BODY_LIMIT = 256 * 1024;
const BATCH_LIMIT = 8 * 1024 * 1024;
const BATCH_PATH = '/api/v1/feedback/batch';
const FORM = 'application/x-www-form-urlencoded';

/** The limit for every body that is not a batch, bytes. */
export const BODY_LIMIT_BYTES = BODY_LIMIT;

const FORM_PATHS = [
  '/s/:token',
  '/u/:token',
  '/board/new',
  '/board/:slug/vote',
  '/board/:slug/follow',
  '/board/confirm/:token',
  '/board/leave/:token',
];

/** A mail as it came, for {@link INBOUND_MAIL_PATH}. */
const MAIL = 'message/rfc822';
const INBOUND_MAIL_PATH = '/api/v1/inbound-mail/:source';

/** Its body is read only after the signature over its bytes was found right. */
export const INBOUND_PATH = '/api/v1/inbound/:source';

/**
 * JSON everywhere, NDJSON for a batch, a form for the customer's answer, each with its limit; any other content type is
 * refused with 415.
 */
export function addBodyParsers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    if (route.url === BATCH_PATH || route.url === INBOUND_MAIL_PATH) route.bodyLimit = BATCH_LIMIT;
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isFor(request, INBOUND_PATH)) return done(null, body);
    const read = isFor(request, BATCH_PATH) ? readBatchJson : readJson;
    parse(() => (body.length === 0 ? undefined : read(body)), done);
  });
  fastify.addContentTypeParser<Buffer>('application/x-ndjson', { parseAs: 'buffer' }, (request, body, done) => {
    parse(() => (isFor(request, BATCH_PATH) ? readText(body) : refuse()), done);
  });
  fastify.addContentTypeParser<Buffer>(MAIL, { parseAs: 'buffer' }, (request, body, done) => {
    parse(() => (isFor(request, INBOUND_MAIL_PATH) ? body : refuse()), done);
  });
  fastify.addContentTypeParser<Buffer>(FORM, { parseAs: 'buffer' }, (request, body, done) => {
    parse(() => (FORM_PATHS.some((path) => isFor(request, path)) ? readForm(body) : refuse()), done);
  });
}

function isFor(request: FastifyRequest, path: string): boolean {
  return request.routeOptions.url === path;
}

function readForm(body: Buffer): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(readText(body)));
}

function refuse(): never {
  throw new CodedError('unsupported-media-type', 'Send Content-Type: application/json.');
}

function parse(read: () => unknown, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, read());
  } catch (error) {
    done(error as Error);
  }
}
