import { InboundSources, type Tried } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { InboundSourceDto, InboundSourceToStoreDto, StoredInboundSourceDto, TriedItemsDto, TryInboundDto } from './inbound.dto.js'; // prettier-ignore

/** Systems that push feedback in their own words: who they are, and how their words are read. */
@ApiTags('inbound')
@Controller('api/v1/inbound-sources')
export class InboundSourcesController {
  constructor(private readonly sources: InboundSources) {}

  @Get()
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Systems that push feedback in their own words' })
  @ApiOkResponse({ type: [InboundSourceDto] })
  async list(@Who() who: Principal): Promise<InboundSourceDto[]> {
    refuseBound(who);
    return this.sources.list();
  }

  @Get(':name')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: InboundSourceDto })
  async get(@Param('name') name: string, @Who() who: Principal): Promise<InboundSourceDto> {
    refuseBound(who, name);
    return this.sources.get(name);
  }

  @Put(':name')
  @Requires('webhooks:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Let a system push to POST /api/v1/inbound/{name}', description: 'Its secret is shown this once.' }) // prettier-ignore
  @ApiOkResponse({ type: StoredInboundSourceDto })
  async upsert(
    @Param('name') name: string,
    @Body() body: InboundSourceToStoreDto,
    @Who() who: Principal,
  ): Promise<StoredInboundSourceDto> {
    refuseBound(who, name);
    return this.sources.upsert({ name, ...body }, who.actor);
  }

  @Delete(':name')
  @HttpCode(204)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Take nothing more from a system' })
  @ApiNoContentResponse()
  async remove(@Param('name') name: string, @Who() who: Principal): Promise<void> {
    refuseBound(who, name);
    await this.sources.remove(name, who.actor);
  }

  @Post(':name/try')
  @HttpCode(200)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'See what a sample would become', description: 'Nothing is stored; the signature is not asked for.' }) // prettier-ignore
  @ApiOkResponse({ type: TriedItemsDto })
  async try(
    @Param('name') name: string,
    @Body() { sample, mapping }: TryInboundDto,
    @Who() who: Principal,
  ): Promise<{ items: Tried[] }> {
    refuseBound(who, name);
    return { items: await this.sources.try(name, sample, mapping) };
  }
}

/** What comes in by this door may be for any unit, so it is opened by those who see all of them. */
function refuseBound(who: Principal, name?: string): void {
  const { source } = who;
  refusePart(who, 'What systems push concerns');
  if (source === null || source === name) return;
  throw new CodedError('outside-binding', `You may write the source "${source}" only`);
}
