import type { Database, Sql } from '@huiyin/database';
import { principal, type Principal } from './principal.js';
import { randomToken, sha256, TOKEN_PATTERN } from './secrets.js';
import * as store from './sessions.store.js';

const WEEK_SECONDS = 7 * 86_400;

/** A session that has just begun; `token` goes into the cookie and is kept nowhere else. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Who has signed in. Asked from the database with every request, so that a session that was revoked, or whose person
 * was deactivated, stops at once in every process.
 */
export class Sessions {
  private readonly life: store.SessionLife;

  /** A session ends after `idleHours` without a request, and after a week in any case. */
  constructor(
    private readonly database: Database,
    idleHours: number,
  ) {
    this.life = { idleSeconds: idleHours * 3_600, longestSeconds: WEEK_SECONDS };
  }

  /** Starts a session; nothing when the person is not active (any more). */
  async start(personId: number, sql: Sql = this.database): Promise<NewSession | undefined> {
    const token = randomToken();
    const expiresAt = await store.insertSession(sql, { tokenHash: sha256(token), personId }, this.life);
    return expiresAt === undefined ? undefined : { token, expiresAt };
  }

  /** The person whose cookie this is, or null when the session is unknown, expired or revoked. */
  async authenticate(token: string): Promise<Principal | null> {
    if (!TOKEN_PATTERN.test(token)) return null;
    const person = await store.selectSession(this.database, sha256(token), this.life);
    return person ? principal('person', person) : null;
  }

  /** Signs out; quietly does nothing for an unknown token. */
  async revoke(token: string): Promise<void> {
    await store.deleteSession(this.database, sha256(token));
  }

  /** Signs a person out everywhere. */
  async revokeAllOf(personId: number): Promise<void> {
    await store.deleteSessionsOf(this.database, personId);
  }

  /** Deletes sessions that have ended; answers how many. */
  purge(): Promise<number> {
    return store.deleteExpiredSessions(this.database);
  }
}
