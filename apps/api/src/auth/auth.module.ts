import { OrgModule } from '@huiyin/org';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Gate } from './gate.js';
import { KeysController } from './keys.controller.js';
import { LoginsController } from './logins.controller.js';
import { MeController } from './me.controller.js';
import { OidcController } from './oidc.controller.js';
import { PeopleController } from './people.controller.js';
import { Purge } from './purge.js';
import { Reach } from './reach.js';
import { RolesController, ScopesController } from './roles.controller.js';
import { SessionController } from './session.controller.js';
import { UnitsController } from './units.controller.js';

/** Signing in, keys, people, units, and the guard before every route of the application. */
@Module({
  imports: [OrgModule],
  controllers: [
    SessionController,
    OidcController,
    MeController,
    KeysController,
    PeopleController,
    LoginsController,
    RolesController,
    ScopesController,
    UnitsController,
  ],
  providers: [Purge, Reach, Gate, AccessGuard, { provide: APP_GUARD, useExisting: AccessGuard }],
  exports: [OrgModule, AccessGuard, Gate],
})
export class AuthModule {}
