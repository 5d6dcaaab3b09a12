import { ROLE_NAMES, ROLES } from '@huiyin/org';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from './access.js';
import { RoleAnswer } from './people.dto.js';

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
