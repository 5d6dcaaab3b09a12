import { Database } from '@huiyin/database';
import { seenBy, type Principal, type Sight } from '@huiyin/org';
import { listRules, replaceRules, tryDrafts } from '@huiyin/route';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangesNothing } from '../audit/recorded.js';
import { Requires, Sees, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { draft, RulesDto, StoredRuleDto } from './rules.dto.js';
import { RulesTrialDto, TryRulesDto } from './trial.dto.js';

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

  @Post('try')
  @ChangesNothing()
  @HttpCode(200)
  @Requires('rules:write')
  @ApiOperation({
    summary: 'What rules would have done to the latest items',
    description:
      'The latest items that one may see, as if each came for the first time, by the rules in force and by these. Nothing is stored, nothing is moved.',
  })
  @ApiOkResponse({ type: RulesTrialDto })
  try(@Body() { rules, last = 1_000 }: TryRulesDto, @Sees() sight: Sight): Promise<RulesTrialDto> {
    return tryDrafts(this.db, rules.map(draft), { seen: seenBy(sight), last });
  }
}
