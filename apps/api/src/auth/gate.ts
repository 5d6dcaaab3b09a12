import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { Clock, CodedError } from '@huiyin/loop';
import { addressSubject } from '@huiyin/org';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { AccessGuard } from './access.guard.js';
import { Limits } from './limits.js';

/** Public routes under /api/, or with a check of their own. */
const OWN_CHECK = new Set([
  '/api/v1/session',
  '/api/v1/session/ways',
  '/api/v1/session/oidc',
  '/api/v1/session/oidc/callback',
  '/api/v1/inbound/:source',
  '/api/v1/inbound-mail/:source',
]);

/** What a supervisor asks every second. The files of the console are not counted either: one page fetches dozens. */
const PROBES = new Set(['/livez', '/readyz']);

/** Whoever has the link may open them, and guesses are counted by link too. */
const LINKS = new Set(['/s/:token', '/u/:token', '/board/mine/:token', '/board/confirm/:token', '/board/leave/:token']);

/** Before the body of a request is read: who is it, and have they sent too many? */
@Injectable()
export class Gate {
  private readonly limits: Limits;

  constructor(
    private readonly guard: AccessGuard,
    @Inject(CONFIG) private readonly config: Config,
    db: Database,
    clock: Clock,
  ) {
    this.limits = new Limits(db, clock);
  }

  /**
   * Lets a request in. Known senders count by key or person, others by address and, at the survey and the way out of it, by link.
   * @throws {CodedError} `unauthenticated`, `too-many-requests`
   */
  async pass(request: FastifyRequest): Promise<void> {
    const { url } = request.routeOptions;
    if (url !== undefined && (PROBES.has(url) || url.startsWith('/console'))) return;
    if (url?.startsWith('/api/') && !OWN_CHECK.has(url)) return this.passKnown(request);
    await this.countAddress(request);
    const { token } = (request.params ?? {}) as { token?: unknown };
    if (LINKS.has(url ?? '') && typeof token === 'string') {
      await this.limits.take(`link:${createHash('sha256').update(token).digest('hex')}`, this.config.limitLink);
    }
  }

  private async passKnown(request: FastifyRequest): Promise<void> {
    try {
      await this.guard.identify(request);
    } catch (error) {
      // Guessing keys is what an address is held to account for.
      if (error instanceof CodedError && error.code === 'unauthenticated') await this.countAddress(request);
      throw error;
    }
    const counted = this.limits.take(request.principal?.actor ?? 'nobody', this.config.limitCaller);
    if (counted) await counted;
  }

  private async countAddress(request: FastifyRequest): Promise<void> {
    await this.limits.take(addressSubject(request.ip).key, this.config.limitAddress);
  }
}
