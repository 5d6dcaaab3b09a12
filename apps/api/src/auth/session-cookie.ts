import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * `__Host-` makes browsers refuse the cookie without TLS, with a Domain, or set by a sibling host; it needs TLS, so a
 * machine that is tried out on plain HTTP uses the name without it.
 */
export function sessionCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-huiyin_session' : 'huiyin_session';
}

/** Of the cookie that holds a sign-in together while the browser is at the provider. */
function flowCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-huiyin_sign_in' : 'huiyin_sign_in';
}

/** Ties a sign-in that has begun to this browser, for so many seconds. */
export function setFlowCookie(reply: FastifyReply, publicUrl: string, token: string, seconds: number): void {
  reply.setCookie(flowCookieName(publicUrl), token, { ...attributes(publicUrl), maxAge: seconds });
}

/** The token of the sign-in that this browser has begun. */
export function flowTokenOf(request: FastifyRequest, publicUrl: string): string | undefined {
  return (request.cookies as FastifyRequest['cookies'] | undefined)?.[flowCookieName(publicUrl)];
}

/** Makes the browser forget the sign-in under way. */
export function clearFlowCookie(reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(flowCookieName(publicUrl), attributes(publicUrl));
}

/** The token of the request's session cookie, as it was sent. */
export function sessionTokenOf(request: FastifyRequest, publicUrl: string): string | undefined {
  // The plugin may not be there in small tests.
  return (request.cookies as FastifyRequest['cookies'] | undefined)?.[sessionCookieName(publicUrl)];
}

/** Hands the session to the browser; it ends with the browser, or earlier in the database. */
export function setSessionCookie(reply: FastifyReply, publicUrl: string, token: string): void {
  reply.setCookie(sessionCookieName(publicUrl), token, attributes(publicUrl));
}

/** Makes the browser forget the session. */
export function clearSessionCookie(reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(sessionCookieName(publicUrl), attributes(publicUrl));
}

function attributes(publicUrl: string) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) } as const;
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
