import { CONFIG, isLoopback, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { Module, type OnApplicationShutdown, type Provider, type Type } from '@nestjs/common';
import { ApiKeys } from './api-keys.js';
import { OidcSignIn } from './oidc-sign-in.js';
import { OidcProvider } from './oidc.adapter.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { UnitDirectory } from './unit-directory.js';
import { Units } from './units.js';

const OF_DATABASE = [ApiKeys, People, Units].map((type: Type): Provider => ({
  provide: type,
  useFactory: (database: Database) => Reflect.construct(type, [database]) as unknown,
  inject: [Database],
}));

/** Units, people, sessions and API keys, on the `Database` that the application provides. The directory comes loaded. */
@Module({
  providers: [
    ...OF_DATABASE,
    {
      provide: Sessions,
      useFactory: (database: Database, { sessionHours }: Config) => new Sessions(database, sessionHours),
      inject: [Database, CONFIG],
    },
    {
      provide: SignIn,
      useFactory: (database: Database, sessions: Sessions, people: People) => new SignIn(database, sessions, people),
      inject: [Database, Sessions, People],
    },
    {
      provide: OidcSignIn,
      useFactory: (database: Database, sessions: Sessions, people: People, config: Config) =>
        new OidcSignIn(database, { sessions, people, provider: providerOf(config), linkBy: config.oidcLink }),
      inject: [Database, Sessions, People, CONFIG],
    },
    {
      provide: UnitDirectory,
      useFactory: async (database: Database) => {
        const directory = new UnitDirectory(database);
        await directory.load();
        return directory;
      },
      inject: [Database],
    },
  ],
  exports: [ApiKeys, OidcSignIn, People, Sessions, SignIn, UnitDirectory, Units],
})
export class OrgModule implements OnApplicationShutdown {
  constructor(private readonly keys: ApiKeys) {}

  async onApplicationShutdown(): Promise<void> {
    await this.keys.flush();
  }
}

function providerOf({ oidcIssuer, oidcClientId, oidcClientSecret, publicUrl }: Config): OidcProvider | null {
  if (oidcIssuer === '') return null;
  return new OidcProvider({
    issuer: oidcIssuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    redirectUri: `${publicUrl}/api/v1/session/oidc/callback`,
    allowHttp: isLoopback(new URL(oidcIssuer).hostname),
  });
}
