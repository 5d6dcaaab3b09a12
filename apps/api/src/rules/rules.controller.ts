import { Database } from '@huiyin/database';
import { listRules, replaceRules } from '@huiyin/route';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
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
  replace(@Body() body: RulesDto): Promise<StoredRuleDto[]> {
    return this.db.transaction((tx) => replaceRules(tx, body.rules.map(draft)));
  }
}
