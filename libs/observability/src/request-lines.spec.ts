import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logRequests } from './request-lines.js';
import { RequestLog, type AnsweredRequest } from './request-log.js';

/** Keeps the lines instead of writing them. */
class KeptLines extends RequestLog {
  readonly lines: AnsweredRequest[] = [];
  private told: (() => void) | undefined;

  answered(line: AnsweredRequest): void {
    this.lines.push(line);
    this.told?.();
  }

  error(): void {
    return;
  }

  warn(): void {
    return;
  }

  next(): Promise<void> {
    return new Promise((resolve) => (this.told = resolve));
  }
}

describe('the lines of requests in the log', () => {
  let adapter: FastifyAdapter;
  let log: KeptLines;
  let origin: string;

  beforeEach(async () => {
    adapter = new FastifyAdapter({ genReqId: () => 'request-1' });
    log = new KeptLines();
    logRequests(adapter, log);
    const fastify = adapter.getInstance();
    fastify.get('/livez', () => 'ok');
    fastify.get('/s/:token', () => 'a survey');
    fastify.post('/items', (asked, reply) => {
      asked.loggedItem = 'item-1';
      return reply.status(202).send('taken');
    });
    fastify.get('/slow', () => new Promise<never>(() => undefined));
    await fastify.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(fastify.server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    adapter.getInstance().server.closeAllConnections();
    await adapter.close();
  });

  it('name the request, what was answered, and the item that it was about', async () => {
    const written = log.next();
    await fetch(`${origin}/items?phone=13800001234`, { method: 'POST' });
    await written;
    expect(log.lines).toEqual([
      {
        requestId: 'request-1',
        req: { method: 'POST', url: '/items' },
        res: { statusCode: 202 },
        responseTime: expect.any(Number),
        item: 'item-1',
        whole: true,
      },
    ]);
  });

  it.each(['/s/secret-token', '/%73/secret-token'])('do not hold the token of %s', async (path) => {
    const written = log.next();
    await fetch(origin + path);
    await written;
    expect(log.lines[0]!.req.url).toBe('/s/*');
  });

  it('are not written for probes', async () => {
    await fetch(`${origin}/livez`);
    const written = log.next();
    await fetch(`${origin}/nothing-here`);
    await written;
    expect(log.lines.map(({ req, res }) => [req.url, res.statusCode])).toEqual([['/nothing-here', 404]]);
  });

  it('tell of a sender who went away before the answer', async () => {
    const written = log.next();
    const asked = request(`${origin}/slow`).on('error', () => undefined);
    asked.end();
    adapter.getInstance().server.once('request', () => asked.destroy());
    await written;
    expect(log.lines[0]).toMatchObject({ req: { url: '/slow' }, whole: false });
  });
});
