import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { principal, type Principal } from './principal.js';
import { scopesOf } from './roles.js';
import { randomToken, sha256, TOKEN_PATTERN } from './secrets.js';
import * as store from './sessions.store.js';

const WEEK_SECONDS = 7 * 86_400;
const LONGEST_AGENT = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A session that has just begun; `token` goes into the cookie and is kept nowhere else. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** How somebody signed in, and with what browser (the header `User-Agent`). */
export interface SessionOrigin {
  readonly method?: 'password' | 'oidc';
  readonly agent?: string | undefined;
}

/**
 * Who has signed in. Asked from the database with every request, so that a session that was revoked, or whose person
 * was deactivated or may do other things now, stops at once in every process.
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
  async start(
    personId: number,
    { method = 'password', agent }: SessionOrigin = {},
    sql: Sql = this.database,
  ): Promise<NewSession | undefined> {
    const token = randomToken();
    const row = { tokenHash: sha256(token), personId, method, agent: agentOf(agent) };
    const expiresAt = await store.insertSession(sql, row, this.life);
    return expiresAt === undefined ? undefined : { token, expiresAt };
  }

  /** The person whose cookie this is, or null when the session is unknown, expired or revoked. */
  async authenticate(token: string): Promise<Principal | null> {
    if (!TOKEN_PATTERN.test(token)) return null;
    const person = await store.selectSession(this.database, sha256(token), this.life);
    return person ? principal('person', { ...person, scopes: scopesOf(person) }) : null;
  }

  /** The live sessions of a person, the last used first; the one with `token` is marked as the present one. */
  listOf(personId: number, token?: string): Promise<store.SessionView[]> {
    return store.selectSessionsOf(this.database, personId, token === undefined ? null : sha256(token));
  }

  /** Signs out; quietly does nothing for an unknown token. */
  async revoke(token: string): Promise<void> {
    await store.deleteSession(this.database, sha256(token));
  }

  /** Ends one session of a person. `not-found` when the person has no such session. */
  async revokeOne(personId: number, id: string): Promise<void> {
    const ended = UUID.test(id) && (await this.database.transaction((tx) => store.deleteSessionOf(tx, personId, id)));
    if (!ended) throw new CodedError('not-found', 'There is no such session; it may have ended already');
  }

  /** Signs a person out everywhere; answers how many sessions ended. */
  revokeAllOf(personId: number): Promise<number> {
    return this.database.transaction((tx) => store.deleteSessionsOf(tx, personId));
  }

  /** Deletes sessions that have ended; answers how many. */
  purge(): Promise<number> {
    return store.deleteExpiredSessions(this.database);
  }
}

/** What can be stored and shown of the name of a browser. */
function agentOf(agent: string | undefined): string | null {
  const text = (agent ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_AGENT);
  return text === '' ? null : text;
}
