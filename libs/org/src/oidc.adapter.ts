import * as oidc from 'openid-client';
import { CodedError } from '@huiyin/loop';

/** A provider as the settings name it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** '' for a public client. */
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Only where the provider runs on this machine. */
  readonly allowHttp: boolean;
}

/** What has to come back from the provider. */
export interface OidcExpectation {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who has signed in at the provider. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** `preferred_username`, if told. */
  readonly username: string | null;
  /** Only when the provider says that it is verified. */
  readonly email: string | null;
}

const TIMEOUT_S = 10;
const SCOPE = 'openid profile email';

/** An OpenID Connect provider: authorisation code flow with PKCE, state and nonce (RFC 9700). Its description is read once. */
export class OidcProvider {
  private described: Promise<oidc.Configuration> | undefined;

  constructor(private readonly settings: OidcSettings) {}

  /** Where to send the browser, and what to expect back. */
  async begin(): Promise<{ url: string; expect: OidcExpectation }> {
    const expect = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(await this.description(), {
      redirect_uri: this.settings.redirectUri,
      scope: SCOPE,
      state: expect.state,
      nonce: expect.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expect.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, expect };
  }

  /**
   * Finishes with the query (`?code=…`) that the browser brought back: signature, issuer, audience, state and nonce are checked.
   * @throws {CodedError} `unauthenticated` when anything does not match; `sign-in-provider` when it cannot be reached
   */
  async finish(query: string, expect: OidcExpectation): Promise<OidcIdentity> {
    const description = await this.description();
    const tokens = await oidc
      .authorizationCodeGrant(description, new URL(`${this.settings.redirectUri}${query}`), {
        pkceCodeVerifier: expect.verifier,
        expectedState: expect.state,
        expectedNonce: expect.nonce,
        idTokenExpected: true,
      })
      .catch(refused);
    const claims = tokens.claims();
    if (!claims) throw notFinished();
    const told = { ...(await this.userInfo(tokens.access_token, claims.sub)), ...claims };
    return {
      issuer: claims.iss,
      subject: claims.sub,
      username: typeof told['preferred_username'] === 'string' ? told['preferred_username'] : null,
      email: told['email_verified'] === true && typeof told['email'] === 'string' ? told['email'] : null,
    };
  }

  /** Many providers tell names only here. */
  private async userInfo(token: string, subject: string): Promise<Record<string, unknown>> {
    const description = await this.description();
    if (!description.serverMetadata().userinfo_endpoint) return {};
    return { ...(await oidc.fetchUserInfo(description, token, subject).catch(refused)) };
  }

  private description(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, allowHttp } = this.settings;
    this.described ??= oidc
      .discovery(
        new URL(issuer),
        clientId,
        undefined,
        clientSecret ? oidc.ClientSecretPost(clientSecret) : oidc.None(),
        {
          timeout: TIMEOUT_S,
          // Marked as deprecated so that it is noticed; the settings allow it for this machine only.
          execute: allowHttp ? [oidc.allowInsecureRequests] : [],
        },
      )
      .catch((cause: unknown) => {
        this.described = undefined;
        throw unreachable(cause);
      });
    return this.described;
  }
}

function refused(error: unknown): never {
  throw error instanceof TypeError && error.message === 'fetch failed' ? unreachable(error) : notFinished();
}

function notFinished(): CodedError {
  return new CodedError('unauthenticated', 'The sign-in could not be finished; begin again at /api/v1/session/oidc');
}

function unreachable(cause: unknown): CodedError {
  const error = new CodedError('sign-in-provider', 'The sign-in provider cannot be reached; try again in a minute');
  error.cause = cause;
  return error;
}
