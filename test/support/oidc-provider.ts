import { freePort } from '@huiyin/testing';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';

/** Somebody at the provider. */
export interface Account {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
}

/** A real OpenID Connect provider on this machine, where everybody signs in by naming the account. */
export class LocalProvider {
  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly accounts: Map<string, Account>,
  ) {}

  static async start(redirectUri: string): Promise<LocalProvider> {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const accounts = new Map<string, Account>();
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'huiyin',
          client_secret: 'a-secret-of-the-tests',
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
      cookies: { keys: ['of-the-tests'] },
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    });
    const server = createServer((request, response) => void provider.callback()(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new LocalProvider(issuer, server, accounts);
  }

  know(subject: string, account: Account): void {
    this.accounts.set(subject, account);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Signs in as a browser would, beginning at `address`; answers with where the provider sends the browser in the end. */
  async signIn(address: string, subject: string): Promise<string> {
    const jar = new Map<string, string>();
    let next: string = address;
    let form: URLSearchParams | undefined;
    for (;;) {
      const answer: Response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form ? { method: 'POST', body: form } : {}),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location !== null) {
        next = new URL(location, next).href;
        form = undefined;
        if (!next.startsWith(this.issuer)) return next;
        continue;
      }
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 500)}`);
      form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: subject, password: 'any' } : {}) });
      next = new URL(/action="([^"]+)"/.exec(page)![1]!, next).href;
    }
  }
}
