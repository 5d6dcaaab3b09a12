import { changeCluster, listEdits, mergeClusters, moveItems, splitCluster, undoEdit } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { refuseUnseen, sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { badId } from '../http/validation.js';
import {
  ChangeClusterDto,
  EditedDto,
  EditPageDto,
  ListEditsDto,
  MergeClustersDto,
  MoveItemsDto,
  SplitClusterDto,
} from './edits.dto.js';
import { anEntry } from './entry.js';

const anId = () => new ParseUUIDPipe({ exceptionFactory: badId });

const STAYS = 'It shows at once, the machine never reverses it, and it can be undone.';

/** What people decide about clusters, and the record of it. */
@ApiTags('clusters')
@Controller('api/v1/clusters')
export class EditsController {
  constructor(private readonly db: Database) {}

  @Get('edits')
  @Requires('clusters:read')
  @ApiOperation({
    summary: 'Who changed which clusters',
    description: 'Newest first, undone or not; what the machine moved by itself has the actor `system`.',
  })
  @ApiOkResponse({ type: EditPageDto })
  edits(@Query() query: ListEditsDto): Promise<EditPageDto> {
    return listEdits(this.db, query);
  }

  @Post('edits/:editId/undo')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Undo an edit',
    description:
      'Items return to where they were; those that joined since stay. `edit-superseded` names a later edit that has to be undone first.',
  })
  @ApiOkResponse({ type: EditedDto })
  undo(@Param('editId', anEntry) editId: number, @Who() who: Principal): Promise<EditedDto> {
    return undoEdit(this.db, editId, who.actor);
  }

  @Patch(':id')
  @Requires('clusters:write')
  @ApiOperation({ summary: 'Name or lock a cluster, or say how it stands', description: STAYS })
  @ApiOkResponse({ type: EditedDto })
  change(@Param('id', anId()) id: string, @Body() body: ChangeClusterDto, @Who() who: Principal): Promise<EditedDto> {
    return changeCluster(this.db, id, body, who.actor);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Merge a cluster into another one',
    description: `The other keeps its id, name and status; this one becomes a signpost to it. ${STAYS}`,
  })
  @ApiOkResponse({ type: EditedDto })
  merge(@Param('id', anId()) id: string, @Body() body: MergeClustersDto, @Who() who: Principal): Promise<EditedDto> {
    return mergeClusters(this.db, id, body.into, who.actor);
  }

  @Post(':id/split')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({ summary: 'Split items off into a cluster of their own', description: STAYS })
  @ApiOkResponse({ type: EditedDto })
  async split(
    @Param('id', anId()) id: string,
    @Body() body: SplitClusterDto,
    @Who() who: Principal,
  ): Promise<EditedDto> {
    await refuseUnseen(this.db, sightOf(who), body.feedbackIds);
    return splitCluster(this.db, id, body, who.actor);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Requires('clusters:write')
  @ApiOperation({
    summary: 'Move items to another cluster',
    description: `A cluster that is left without any becomes a signpost to where they went. ${STAYS}`,
  })
  @ApiOkResponse({ type: EditedDto })
  async move(@Param('id', anId()) id: string, @Body() body: MoveItemsDto, @Who() who: Principal): Promise<EditedDto> {
    await refuseUnseen(this.db, sightOf(who), body.feedbackIds);
    return moveItems(this.db, id, body, who.actor);
  }
}
