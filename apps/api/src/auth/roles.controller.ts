import { ROLE_NAMES, ROLES, SCOPE_NAMES, SCOPES } from '@huiyin/org';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from './access.js';
import { RoleAnswer, ScopeAnswer } from './people.dto.js';

/** What people can be, and what that allows. */
@ApiTags('people')
@Controller('api/v1/roles')
export class RolesController {
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The roles that a person can have' })
  @ApiOkResponse({ type: [RoleAnswer] })
  list(): RoleAnswer[] {
    return ROLE_NAMES.map((role) => {
      const { name, en, zh, scopes } = ROLES[role];
      return { role, nameEn: name.en, nameZh: name.zh, en, zh, scopes: [...scopes] };
    });
  }
}

/** What keys and people can be allowed to do. */
@ApiTags('people')
@Controller('api/v1/scopes')
export class ScopesController {
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The scopes that a key or a person can have, a sentence each' })
  @ApiOkResponse({ type: [ScopeAnswer] })
  list(): ScopeAnswer[] {
    return SCOPE_NAMES.map((scope) => ({ scope, zh: SCOPES[scope].zh, en: SCOPES[scope].en }));
  }
}
