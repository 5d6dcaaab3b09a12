import { CodedError } from '@huiyin/loop';
import { NoticeChannels, type NoticeChannelView } from '@huiyin/notices';
import { seesUnit, sightOf, UnitDirectory, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { unitByCode } from '../http/unit-path.js';
import { badId } from '../http/validation.js';
import {
  ListNoticeAttemptsDto,
  NewNoticeChannelDto,
  NoticeAttemptsDto,
  NoticeChannelDto,
  NoticeChannelPatchDto,
  NoticeTestDto,
} from './notice-channels.dto.js';

const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: badId }));

/** Staff are told of what they should look at, where they look anyway. */
@ApiTags('notices')
@Controller('api/v1/notice-channels')
export class NoticeChannelsController {
  constructor(
    private readonly channels: NoticeChannels,
    private readonly units: UnitDirectory,
  ) {}

  @Get()
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Notice channels, the oldest first' })
  @ApiOkResponse({ type: [NoticeChannelDto] })
  async list(@Who() who: Principal): Promise<NoticeChannelView[]> {
    return this.channels.list(who);
  }

  @Post()
  @Requires('webhooks:write')
  @ApiOperation({
    summary: 'Tell staff in a group chat or by mail',
    description:
      'From now on, by a group robot of WeCom or DingTalk, or by mail. At least once; what happens within ten seconds (mail: a minute) goes into one message, and no robot is ever sent more than it takes. Nothing of a customer is in a message. A robot that is gone switches its channel off, and the other channels are told.',
  })
  @ApiCreatedResponse({ type: NoticeChannelDto })
  async create(@Body() { unit, ...body }: NewNoticeChannelDto, @Who() who: Principal): Promise<NoticeChannelView> {
    return this.channels.create({ ...body, ...(await this.unitId(unit, who)) }, who);
  }

  @Get(':id')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'One notice channel, with how it does' })
  @ApiOkResponse({ type: NoticeChannelDto })
  get(@Id() id: string, @Who() who: Principal): Promise<NoticeChannelView> {
    return this.channels.get(id, who);
  }

  @Patch(':id')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Change a notice channel, switch it off or on' })
  @ApiOkResponse({ type: NoticeChannelDto })
  async change(
    @Id() id: string,
    @Body() { unit, ...body }: NoticeChannelPatchDto,
    @Who() who: Principal,
  ): Promise<NoticeChannelView> {
    await this.channels.get(id, who);
    return this.channels.change(id, { ...body, ...(await this.unitId(unit, who)) }, who);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Remove a notice channel with everything that waits for it' })
  @ApiNoContentResponse()
  remove(@Id() id: string, @Who() who: Principal): Promise<void> {
    return this.channels.remove(id, who);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Send a test message now and see what is answered' })
  @ApiOkResponse({ type: NoticeTestDto })
  async test(@Id() id: string, @Who() who: Principal): Promise<NoticeTestDto> {
    const { status, code, error, durationMs } = await this.channels.test(id, who);
    return { status, code, error, durationMs };
  }

  @Get(':id/attempts')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Every message of the last 30 days and what was answered, the latest first' })
  @ApiOkResponse({ type: NoticeAttemptsDto })
  async attempts(
    @Id() id: string,
    @Query() query: ListNoticeAttemptsDto,
    @Who() who: Principal,
  ): Promise<NoticeAttemptsDto> {
    const { limit = 50, before = null } = query;
    const items = await this.channels.attempts(id, who, { before, limit });
    return { items, nextBefore: items.length === limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Id of a unit by code; a unit outside one's own is as unknown as one that is not there. */
  private async unitId(code: string | null | undefined, who: Principal): Promise<{ unitId?: number | null }> {
    if (code === undefined) return {};
    if (code === null) return { unitId: null };
    const unit = await unitByCode(code, this.units);
    if (seesUnit(sightOf(who), unit)) return { unitId: unit.id };
    throw new CodedError('unknown-unit', `There is no unit "${code}". GET /api/v1/units lists them.`, [
      { field: 'unit', message: 'no such unit' },
    ]);
  }
}
