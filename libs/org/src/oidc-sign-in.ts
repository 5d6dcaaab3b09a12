import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { recordAudit } from './audit/audit.js';
import { cleanName } from './fields.js';
import * as store from './logins.store.js';
import type { OidcIdentity, OidcProvider } from './oidc.adapter.js';
import type { People } from './people.js';
import { randomToken, sha256, TOKEN_PATTERN } from './secrets.js';
import type { NewSession, Sessions } from './sessions.js';
import { deleteSessionsOf } from './sessions.store.js';

/** How long somebody may take at the provider, seconds. */
export const FLOW_SECONDS = 600;

/** How a person who comes for the first time is recognised; `none`: somebody has linked them before. */
export type LinkBy = 'none' | 'email' | 'username';

/** Signing in at an OpenID Connect provider. People are known by issuer and subject, which never change. */
export class OidcSignIn {
  constructor(
    private readonly database: Database,
    private readonly parts: {
      readonly sessions: Sessions;
      readonly people: People;
      /** Null when none is set up. */
      readonly provider: OidcProvider | null;
      readonly linkBy: LinkBy;
    },
  ) {}

  /** True when a provider is set up. */
  get isOn(): boolean {
    return this.parts.provider !== null;
  }

  /** Where to send the browser, and the token for its cookie, without which nobody finishes. */
  async begin(returnTo: string): Promise<{ url: string; token: string }> {
    const { url, expect } = await this.provider().begin();
    const token = randomToken();
    const flow = { ...expect, tokenHash: sha256(token), returnTo: ownPath(returnTo) };
    await store.insertFlow(this.database, flow, FLOW_SECONDS);
    return { url, token };
  }

  /**
   * Starts a session for who comes back from the provider with `query`, in the browser that has the `token`.
   * @throws {CodedError} `unauthenticated` when anything does not match or nobody here is linked; `sign-in-provider`
   */
  async finish(
    query: string,
    token: string | undefined,
    agent?: string,
  ): Promise<{ session: NewSession; returnTo: string }> {
    const provider = this.provider();
    const flow =
      token !== undefined && TOKEN_PATTERN.test(token) ? await store.takeFlow(this.database, sha256(token)) : undefined;
    if (!flow) {
      throw new CodedError('unauthenticated', 'No sign-in is under way in this browser; begin at /api/v1/session/oidc');
    }
    const personId = await this.personOf(await provider.finish(query, flow));
    const session = personId && (await this.parts.sessions.start(personId, { method: 'oidc', agent }));
    if (!session) {
      throw new CodedError('unauthenticated', 'Nobody here is linked to this account; ask an administrator to link it');
    }
    return { session, returnTo: flow.returnTo };
  }

  /** Links a person to a subject of an issuer. `already-exists` when either is linked already. */
  async link(personId: number, issuer: string, subject: string, by = 'system'): Promise<store.Login> {
    const who = { issuer: cleanName(issuer, 'issuer', 500), subject: cleanName(subject, 'subject', 255) };
    return this.database.transaction(async (tx) => {
      const login = await store.insertLogin(tx, personId, who);
      if (!login)
        throw new CodedError('already-exists', 'This account, or this person at this provider, is linked already');
      const details = { linked: who.issuer };
      await recordAudit(tx, { actor: by, action: 'person.changed', subject: `person:${personId}`, details });
      return login;
    });
  }

  /** The accounts that a person is linked to. */
  logins(personId: number): Promise<store.Login[]> {
    return store.selectLogins(this.database, personId);
  }

  /** Unlinks, and signs the person out everywhere. `not-found` when the person has no such login. */
  async unlink(personId: number, id: number, by = 'system'): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await store.deleteLogin(tx, personId, id)))
        throw new CodedError('not-found', 'The person has no such login');
      await deleteSessionsOf(tx, personId);
      const details = { unlinked: id };
      await recordAudit(tx, { actor: by, action: 'person.changed', subject: `person:${personId}`, details });
    });
  }

  /** Deletes sign-ins that nobody finished; answers how many. */
  purge(): Promise<number> {
    return store.deleteOldFlows(this.database);
  }

  private provider(): OidcProvider {
    if (this.parts.provider) return this.parts.provider;
    throw new CodedError('sign-in-off', 'No OpenID Connect provider is set up; sign in with POST /api/v1/session');
  }

  private async personOf(identity: OidcIdentity): Promise<number | undefined> {
    const known = await store.useLogin(this.database, identity.issuer, identity.subject);
    if (known !== undefined || this.parts.linkBy === 'none') return known;
    const name = identity[this.parts.linkBy];
    const person = name === null ? undefined : await this.parts.people.findByUsername(name);
    if (!person?.active) return undefined;
    // Whoever is linked already is somebody else there: an address that was given away opens nothing.
    const login = await store.insertLogin(this.database, person.id, identity);
    if (!login) return undefined;
    return store.useLogin(this.database, identity.issuer, identity.subject);
  }
}

/** A path of ours; anything that could lead elsewhere is the home page. */
function ownPath(path: string): string {
  return /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(path) && !path.includes('\\') ? path : '/';
}
