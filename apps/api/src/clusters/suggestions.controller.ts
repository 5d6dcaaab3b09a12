import { acceptSuggestion, listSuggestions, refuseSuggestion } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import type { Principal } from '@huiyin/org';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
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
  async list(@Query() query: ListSuggestionsDto): Promise<SuggestionListDto> {
    return { items: await listSuggestions(this.db, query) };
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
}
