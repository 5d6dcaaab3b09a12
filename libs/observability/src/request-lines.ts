import type { AbstractHttpAdapter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnsweredRequest, RequestLog } from './request-log.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The item that the request is about, for its line in the log. */
    loggedItem?: string;
  }
}

/** Asked every few seconds by whoever watches the process; nobody wants to read them. */
const PROBES = new Set(['/livez', '/readyz']);

/** What a terminal might obey, or take for a new line; JSON lets some of it through. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Links to surveys, and out of them, are permissions; what is logged of an address ends before the token and before any query. */
export function withoutSecrets(url: string): string {
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

/** Logs every request to `server` once it is over: one line, written from what is at hand, with nothing carried along until then. */
export function logRequests(server: AbstractHttpAdapter, log: RequestLog): void {
  server.setOnRequestHook((request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const { url } = request;
    if (!PROBES.has(url)) reply.raw.once('close', () => log.answered(lineOf(request, reply, url)));
    done();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply, url: string): AnsweredRequest {
  return {
    requestId: request.id,
    req: { method: request.method, url: withoutSecrets(url) },
    res: { statusCode: reply.raw.statusCode },
    responseTime: Math.round(reply.elapsedTime),
    item: request.loggedItem,
    whole: reply.raw.writableFinished,
  };
}
