import { listBursts, readBurstCurve } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { BurstCurveDto, BurstListDto, ListBurstsDto } from './bursts.dto.js';
import { anEntry } from './entry.js';

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

  @Get(':id/curve')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'How often it was raised, hour by hour, against its own normal band',
    description:
      'Seven days until now, or until six hours after it was over. Each point counts the voices of `windowHours` before it; what is expected, and the band around it, come from the 28 days before that moment.',
  })
  @ApiOkResponse({ type: BurstCurveDto })
  curve(@Param('id', anEntry) id: number): Promise<BurstCurveDto> {
    return readBurstCurve(this.db, id);
  }
}
