import { findCluster, livingCluster } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { AnswerPreview } from '@huiyin/deliver';
import { readOutcomes } from '@huiyin/journey';
import { seenBy, type Sight } from '@huiyin/org';
import { Resolutions } from '@huiyin/resolve';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangesNothing } from '../audit/recorded.js';
import { Requires, Sees } from '../auth/access.js';
import { badId } from '../http/validation.js';
import { ClusterOutcomeDto, ReplyToTryDto, ResolutionPreviewDto } from './outcome.dto.js';

const anId = () => new ParseUUIDPipe({ exceptionFactory: badId });

/** A resolution of a cluster before it is given, and what came of it afterwards. */
@ApiTags('clusters')
@Controller('api/v1/clusters')
export class OutcomeController {
  constructor(
    private readonly db: Database,
    private readonly resolutions: Resolutions,
    private readonly answers: AnswerPreview,
  ) {}

  @Post(':id/resolution/preview')
  @ChangesNothing()
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'What a resolution of the cluster would do, without doing it',
    description:
      'How many open items it would be for, through which channels their customers would be told, and what they would read. Nothing is sent.',
  })
  @ApiOkResponse({ type: ResolutionPreviewDto })
  async preview(
    @Param('id', anId()) id: string,
    @Body() { reply }: ReplyToTryDto,
    @Sees() sight: Sight,
  ): Promise<ResolutionPreviewDto> {
    await livingCluster(this.db, id, 'id');
    const items = await this.resolutions.openMembers(id, seenBy(sight));
    return { ...(await this.answers.reach(items)), samples: await this.answers.samples(items, reply) };
  }

  @Get(':id/outcome')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'Did it help? What came of the resolutions of the cluster',
    description:
      'How many were told, what they answered, and how often the same was raised before and after. Fewer than five answers are no figure.',
  })
  @ApiOkResponse({ type: ClusterOutcomeDto })
  async outcome(@Param('id', anId()) id: string, @Sees() sight: Sight): Promise<ClusterOutcomeDto> {
    await findCluster(this.db, id, seenBy(sight));
    return { resolutions: await readOutcomes(this.db, id) };
  }
}
