import { CodedError } from '@huiyin/loop';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { readJson } from './well-formed.js';

const BODY_LIMIT = 256 * 1024;
const BATCH_LIMIT = 8 * 1024 * 1024;
const BATCH_PATH = '/api/v1/feedback/batch';

/** The limit for every body that is not a batch, bytes. */
export const BODY_LIMIT_BYTES = BODY_LIMIT;

/** JSON, NDJSON and forms, each with its limit; any other content type is refused with 415. */
export function addBodyParsers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRoute', (route) => {
    if (route.url === BATCH_PATH) route.bodyLimit = BATCH_LIMIT;
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    parse(() => (body.length === 0 ? undefined : readJson(body as Buffer)), done);
  });
  fastify.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) => {
    parse(() => {
      if (!isUtf8(body as Buffer)) throw new CodedError('malformed-body', 'The body is not UTF-8. Send UTF-8.');
      return body.toString();
    }, done);
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    parse(() => Object.fromEntries(new URLSearchParams(body as string)), done);
  });
}

function parse(read: () => unknown, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, read());
  } catch (error) {
    done(error as Error);
  }
}
