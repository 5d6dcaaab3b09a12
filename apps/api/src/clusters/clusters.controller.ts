import {
  clustersSeen,
  findCluster,
  listClusters,
  livingCluster,
  readCluster,
  readTrend,
  readTrends,
} from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { listItems } from '@huiyin/journey';
import { seenBy, sightOf, UnitDirectory, type Principal, type Sight } from '@huiyin/org';
import { Resolutions } from '@huiyin/resolve';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { ItemPageDto } from '../feedback/items.dto.js';
import { ListFeedbackDto, listing } from '../feedback/list-feedback.dto.js';
import { ClusterResolvedDto, ResolutionDto } from '../feedback/resolve.dto.js';
import { unitPath } from '../http/unit-path.js';
import { badId } from '../http/validation.js';
import { ClusterDetailDto } from './cluster-detail.dto.js';
import {
  ClusterPageDto,
  ListClustersDto,
  TrendPartDto,
  TrendQueryDto,
  TrendsDto,
  TrendsQueryDto,
} from './clusters.dto.js';

const anId = () => new ParseUUIDPipe({ exceptionFactory: badId });

/** Clusters: items that ask for or complain of the same thing. */
@ApiTags('clusters')
@Controller('api/v1/clusters')
export class ClustersController {
  constructor(
    private readonly db: Database,
    private readonly units: UnitDirectory,
    private readonly resolutions: Resolutions,
  ) {}

  @Get()
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'List clusters',
    description: 'Of those that one sees an item of. Clusters that were merged into another are left out.',
  })
  @ApiOkResponse({ type: ClusterPageDto })
  list(@Query() query: ListClustersDto, @Sees() sight: Sight): Promise<ClusterPageDto> {
    return listClusters(this.db, query, seenBy(sight));
  }

  @Get('trends')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'A small curve of each of several clusters',
    description: 'Items of twelve times seven days. Ids that are not known are left out.',
  })
  @ApiOkResponse({ type: [TrendsDto] })
  async trends(@Query() { ids }: TrendsQueryDto, @Sees() sight: Sight): Promise<TrendsDto[]> {
    return readTrends(this.db, [...(await clustersSeen(this.db, ids, seenBy(sight)))]);
  }

  @Get(':id')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'One cluster: what its items say, of whom and where, and what its impact was made from',
    description: 'A cluster that was merged into another says so in `mergedInto`.',
  })
  @ApiOkResponse({ type: ClusterDetailDto })
  one(@Param('id', anId()) id: string, @Sees() sight: Sight): Promise<ClusterDetailDto> {
    return readCluster(this.db, id, seenBy(sight));
  }

  @Get(':id/feedback')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'The items of a cluster' })
  @ApiOkResponse({ type: ItemPageDto })
  async items(
    @Param('id', anId()) id: string,
    @Query() query: ListFeedbackDto,
    @Sees() sight: Sight,
  ): Promise<ItemPageDto> {
    await findCluster(this.db, id, seenBy(sight));
    const { filter, page } = listing(query, await unitPath(query.unit, this.units));
    return listItems(this.db, { ...filter, cluster: id, sight }, page);
  }

  @Get(':id/trend')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'Items by the day or week they were received',
    description: 'Days and weeks without any are there with 0.',
  })
  @ApiOkResponse({ type: [TrendPartDto] })
  async trend(
    @Param('id', anId()) id: string,
    @Query() query: TrendQueryDto,
    @Sees() sight: Sight,
  ): Promise<TrendPartDto[]> {
    await findCluster(this.db, id, seenBy(sight));
    return readTrend(this.db, id, query);
  }

  @Post(':id/resolution')
  @HttpCode(202)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Resolve every open item of the cluster that one may see',
    description:
      'Each customer is told; `affected` says how many items. A cluster that was merged is refused (`cluster-merged`), and the refusal names the one it went to.',
  })
  @ApiAcceptedResponse({ type: ClusterResolvedDto })
  async resolve(
    @Param('id', anId()) id: string,
    @Body() body: ResolutionDto,
    @Who() who: Principal,
  ): Promise<ClusterResolvedDto> {
    await livingCluster(this.db, id, 'id');
    return this.resolutions.resolveCluster(id, body, { actor: who.actor, seen: seenBy(sightOf(who)) });
  }
}
