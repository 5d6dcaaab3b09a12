import { Sources } from '@huiyin/deliver';
import { CodedError } from '@huiyin/loop';
import type { Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { NewSourceDto, SourceDto, StoredSourceDto } from './delivery.dto.js';

/** Systems that feedback comes from and that want to be told the answers. */
@ApiTags('deliver')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(private readonly sources: Sources) {}

  @Get()
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Sources with a callback' })
  @ApiOkResponse({ type: [StoredSourceDto] })
  async list(@Who() who: Principal): Promise<StoredSourceDto[]> {
    return (await this.sources.list()).filter(({ name }) => who.source === null || who.source === name);
  }

  @Put(':name')
  @Requires('webhooks:write')
  @ApiOperation({
    summary: 'Tell a source the answers to its feedback',
    description: 'Each answer is posted there, signed after Standard Webhooks.',
  })
  @ApiOkResponse({ type: NewSourceDto })
  upsert(@Param('name') name: string, @Body() body: SourceDto, @Who() who: Principal): Promise<NewSourceDto> {
    refuseOthers(who, name);
    return this.sources.upsert({ name, ...body });
  }

  @Delete(':name')
  @HttpCode(204)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Tell the source no more' })
  @ApiNoContentResponse()
  async remove(@Param('name') name: string, @Who() who: Principal): Promise<void> {
    refuseOthers(who, name);
    if (!(await this.sources.remove(name))) throw new CodedError('not-found', `There is no source "${name}".`);
  }
}

/** Answers to items of every unit go there, and of this source alone: a key that is bound to another one has no business with it. */
function refuseOthers(who: Principal, name: string): void {
  refusePart(who, 'A source concerns');
  if (who.source === null || who.source === name) return;
  throw new CodedError('outside-binding', `You may write the source "${who.source}" only`);
}
