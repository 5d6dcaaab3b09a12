import {
  acceptSuggestion,
  clustersSeen,
  listSuggestions,
  refuseSuggestion,
  type SuggestionView,
} from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { itemsSeen, seenBy, type Principal, type Sight } from '@huiyin/org';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { EditedDto } from './edits.dto.js';
import { anEntry } from './entry.js';
import { ListSuggestionsDto, RefusedDto, SuggestionListDto } from './suggestions.dto.js';

/** What the machine would change in the clusters but leaves to people. */
@ApiTags('clusters')
@Controller('api/v1/clusters/suggestions')
export class SuggestionsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('clusters:read')
  @ApiOperation({ summary: 'Clusters that look alike, and clusters that fall apart', description: 'The surest first.' })
  @ApiOkResponse({ type: SuggestionListDto })
  async list(@Query() query: ListSuggestionsDto, @Sees() sight: Sight): Promise<SuggestionListDto> {
    return { items: await this.withoutUnseen(await listSuggestions(this.db, query), sight) };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Do what is suggested',
    description:
      'Becomes an edit of yours, which can be undone. Of two clusters the one stays that a person has named, else the larger one.',
  })
  @ApiOkResponse({ type: EditedDto })
  accept(@Param('id', anEntry) id: number, @Who() who: Principal): Promise<EditedDto> {
    return acceptSuggestion(this.db, id, who.actor);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Leave the clusters as they are',
    description: 'They are settled, and the same is not suggested again.',
  })
  @ApiOkResponse({ type: RefusedDto })
  refuse(@Param('id', anEntry) id: number, @Who() who: Principal): Promise<RefusedDto> {
    return refuseSuggestion(this.db, id, who.actor);
  }

  /** Of clusters that are seen; and what single items say, and which ones they are, is told of those that are seen. */
  private async withoutUnseen(views: SuggestionView[], sight: Sight): Promise<SuggestionView[]> {
    if (sight.everything) return views;
    return this.withoutUnseenWords(await this.ofSeenClusters(views, sight), sight);
  }

  private async ofSeenClusters(views: SuggestionView[], sight: Sight): Promise<SuggestionView[]> {
    const named = views.flatMap(({ cluster, other }) => (other ? [cluster.id, other.id] : [cluster.id]));
    const seen = await clustersSeen(this.db, named, seenBy(sight));
    return views.filter(({ cluster, other }) => seen.has(cluster.id) && (!other || seen.has(other.id)));
  }

  private async withoutUnseenWords(views: SuggestionView[], sight: Sight): Promise<SuggestionView[]> {
    const sides = views.flatMap(({ cluster, other, part }) => [cluster, other, part]).filter((side) => side !== null);
    const named = [...sides.flatMap(({ quotes }) => quotes), ...views.flatMap(({ part }) => part ?? [])];
    const ids = named.flatMap((one) => ('feedbackIds' in one ? one.feedbackIds : one.feedbackId));
    const seen = await itemsSeen(this.db, sight, ids);
    const quoted = <S extends SuggestionView['cluster' | 'other' | 'part']>(side: S): S =>
      side && { ...side, quotes: side.quotes.filter(({ feedbackId }) => seen.has(feedbackId)) };
    return views.map((view) => {
      const part = quoted(view.part);
      const told = part && { ...part, feedbackIds: part.feedbackIds.filter((id) => seen.has(id)) };
      return { ...view, cluster: quoted(view.cluster), other: quoted(view.other), part: told };
    });
  }
}
