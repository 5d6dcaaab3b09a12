import { Database } from '@huiyin/database';
import type { Principal } from '@huiyin/org';
import { listRules, replaceRules } from '@huiyin/route';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { draft, RulesDto, StoredRuleDto } from './rules.dto.js';

/** The rules that route feedback to units. */
@ApiTags('route')
@Controller('api/v1/routing-rules')
export class RulesController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('feedback:read')
  @ApiOperation({ summary: 'The routing rules, in the order in which they are tried' })
  @ApiOkResponse({ type: [StoredRuleDto] })
  list(): Promise<StoredRuleDto[]> {
    return listRules(this.db);
  }

  @Put()
  @Requires('rules:write')
  @ApiOperation({
    summary: 'Replace all routing rules',
    description: 'Items routed from now on meet the new set, whole.',
  })
  @ApiOkResponse({ type: [StoredRuleDto] })
  replace(@Body() body: RulesDto, @Who() who: Principal): Promise<StoredRuleDto[]> {
    // Who routes items to their own unit comes to see them.
    refusePart(who, 'Routing rules concern');
    return this.db.transaction((tx) => replaceRules(tx, body.rules.map(draft)));
  }
}
