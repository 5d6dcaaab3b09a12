import { CONFIG, type Config } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { ApiKeys, may, Sessions, type Principal, type Scope } from '@huiyin/org';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from './access.js';
import { refuseForeignPage } from './same-origin.js';
import { sessionTokenOf } from './session-cookie.js';

/**
 * The one guard, before every route: deny by default. A route that declares no access is refused; a principal comes from
 * `Authorization: Bearer hy_…` or the session cookie and from nothing else (no forwarded-user header is ever believed).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) {
      throw new CodedError('missing-scope', 'This route declares no permission, so nobody may call it');
    }
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const who = await this.identify(request);
    if (access !== 'signed-in' && !may(who, access)) throw missing(who, access);
    return true;
  }

  /** Who sends the request, found out once and kept as its `principal`. `unauthenticated` when it is nobody known. */
  async identify(request: FastifyRequest): Promise<Principal> {
    const who = request.principal ?? (await this.authenticate(request));
    if (!who) throw unauthenticated(request);
    request.principal = who;
    return who;
  }

  /** Asks again, for an answer that goes on for long: who sent the request, or null when they may not any more. */
  async stillMay(request: FastifyRequest, scope: Scope): Promise<Principal | null> {
    const who = await this.authenticate(request);
    return who && may(who, scope) ? who : null;
  }

  /** A bearer key that is wrong is not made good by a cookie. */
  private async authenticate(request: FastifyRequest): Promise<Principal | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      return key ? this.keys.authenticate(key) : null;
    }
    const token = sessionTokenOf(request, this.config.publicUrl);
    if (!token) return null;
    refuseForeignPage(request, this.config.publicUrl);
    return this.sessions.authenticate(token);
  }
}

function unauthenticated({ headers }: FastifyRequest): CodedError {
  if (headers.authorization !== undefined) {
    return new CodedError('unauthenticated', 'The key is wrong, revoked or expired; send "Authorization: Bearer hy_…"');
  }
  return new CodedError(
    'unauthenticated',
    'Send "Authorization: Bearer hy_…", or sign in with POST /api/v1/session and send its cookie',
  );
}

function missing(who: Principal, scope: string): CodedError {
  if (who.mustChangePassword) {
    return new CodedError('missing-scope', 'Choose a password of your own first: POST /api/v1/me/password');
  }
  return new CodedError('missing-scope', `This needs the scope "${scope}"; ask an administrator for it`);
}
