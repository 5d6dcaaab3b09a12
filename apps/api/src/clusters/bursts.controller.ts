import { listBursts } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { BurstListDto, ListBurstsDto } from './bursts.dto.js';

/** Hot issues: what is suddenly raised much more often than its own history lets expect. */
@ApiTags('clusters')
@Controller('api/v1/bursts')
export class BurstsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'Hot issues of now and of the last seven days',
    description:
      'Those that last first, the surest first. Each is told as `cluster.burst` and `cluster.burst-ended` by the events of the loop.',
  })
  @ApiOkResponse({ type: BurstListDto })
  async list(@Query() { active, region, category }: ListBurstsDto): Promise<BurstListDto> {
    return { items: await listBursts(this.db, { active: active && active === 'true', region, category }) };
  }
}
