import { Conductor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { parkedSeen, readStages } from '@huiyin/journey';
import { UnitDirectory, type Sight } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees } from '../auth/access.js';
import { unitPath } from '../http/unit-path.js';
import { InsightQueryDto } from '../insight/insight-query.dto.js';
import { ReplayDto, ReplayedDto, StageFiguresDto } from './loop.dto.js';

/** The loop as a whole: where items are, and how long they stay. */
@ApiTags('loop')
@Controller('api/v1/loop')
export class LoopController {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
    private readonly units: UnitDirectory,
  ) {}

  @Get('stages')
  @Requires('loop:read')
  @ApiOperation({
    summary: 'The six stages: who is here, what went through, how long it took',
    description:
      'Counts are exact. Percentiles are exact for up to 10,000 visits; of more they lie within `percentileError` of the exact ones.',
  })
  @ApiOkResponse({ type: [StageFiguresDto] })
  async stages(@Query() query: InsightQueryDto, @Sees() sight: Sight): Promise<StageFiguresDto[]> {
    const path = (await unitPath(query.unit, this.units)) ?? null;
    const { from = null, to = null, kind = null, product = null } = query;
    return readStages(this.db, { from, to, unitPath: path, kind, product, sight });
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Requires('loop:operate')
  @ApiOperation({ summary: 'Give parked items back to their lanes' })
  @ApiOkResponse({ type: ReplayedDto })
  async replay(@Body() body: ReplayDto, @Sees() sight: Sight): Promise<ReplayedDto> {
    const filter = sight.everything ? body : { ids: await parkedSeen(this.db, sight, body) };
    return { replayed: (await this.conductor.replay(filter)).length };
  }
}
