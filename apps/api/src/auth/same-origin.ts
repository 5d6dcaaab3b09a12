import { CodedError } from '@huiyin/loop';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and was sent by a page of another site (CSRF), on top of `SameSite=Lax`.
 * Browsers say where a request comes from in `Sec-Fetch-Site` and `Origin`; programs without either are let through,
 * because nobody can make them send a cookie.
 */
export function refuseForeignPage(request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== new URL(publicUrl).origin && hostOf(origin) !== host;
  if (foreignSite || foreignOrigin) {
    throw new CodedError('missing-scope', 'A page of another site sent this; use the console, or a key in a header');
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
