import { forgetOldKeys } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { deleteOldMinutes, OidcSignIn, Sessions, SignIn } from '@huiyin/org';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

const EVERY_MS = 3_600_000;

/** Deletes sessions, sign-ins under way, counts of requests and wrong tries, and idempotency keys that have run out, once an hour. */
@Injectable()
export class Purge implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly oidc: OidcSignIn,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    // The database may be away; the next hour does it.
    await Promise.allSettled([
      this.sessions.purge(),
      this.signIn.purge(),
      this.oidc.purge(),
      forgetOldKeys(this.db),
      deleteOldMinutes(this.db),
    ]);
  }
}
