import { OrgModule } from '@huiyin/org';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { KeysController } from './keys.controller.js';
import { MeController } from './me.controller.js';
import { PeopleController } from './people.controller.js';
import { Purge } from './purge.js';
import { SessionController } from './session.controller.js';
import { UnitsController } from './units.controller.js';

/** Signing in, keys, people, units, and the guard before every route of the application. */
@Module({
  imports: [OrgModule],
  controllers: [SessionController, MeController, KeysController, PeopleController, UnitsController],
  providers: [Purge, AccessGuard, { provide: APP_GUARD, useExisting: AccessGuard }],
  exports: [OrgModule],
})
export class AuthModule {}
