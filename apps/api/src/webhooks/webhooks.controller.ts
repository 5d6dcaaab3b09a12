import { CodedError } from '@huiyin/loop';
import { seesUnit, sightOf, UnitDirectory, type Principal } from '@huiyin/org';
import { Webhooks, type WebhookView } from '@huiyin/webhooks';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common'; // prettier-ignore
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'; // prettier-ignore
import { Requires, Who } from '../auth/access.js';
import { unitByCode } from '../http/unit-path.js';
import { badId } from '../http/validation.js';
import {
  AttemptsDto,
  ListAttemptsDto,
  MadeWebhookDto,
  NewWebhookDto,
  ReplayWebhookDto,
  RotatedSecretDto,
  RotateSecretDto,
  TestResultDto,
  WebhookDto,
  WebhookPatchDto,
} from './webhooks.dto.js';

const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: badId }));

/** Other systems are told what happens, signed after Standard Webhooks. */
@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly units: UnitDirectory,
  ) {}

  @Get()
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Webhooks, the oldest first' })
  @ApiOkResponse({ type: [WebhookDto] })
  async list(@Who() who: Principal): Promise<WebhookView[]> {
    return this.webhooks.list(who);
  }

  @Post()
  @Requires('webhooks:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Be told of events',
    description:
      'From now on. Delivered at least once, tried again over four days; the `webhook-id` stays the same. Events of one item come in order, unless one has failed three times: later ones then go past it, and `seq` tells. Its secret is shown this once.',
  })
  @ApiCreatedResponse({ type: MadeWebhookDto })
  async create(
    @Body() { units, ...body }: NewWebhookDto,
    @Who() who: Principal,
  ): Promise<WebhookView & { secret: string }> {
    return this.webhooks.create({ ...body, ...(await this.unitIds(units, who)) }, who);
  }

  @Get(':id')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'One webhook, with how its target does' })
  @ApiOkResponse({ type: WebhookDto })
  get(@Id() id: string, @Who() who: Principal): Promise<WebhookView> {
    return this.webhooks.get(id, who);
  }

  @Patch(':id')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Change a webhook, switch it off or on' })
  @ApiOkResponse({ type: WebhookDto })
  async change(
    @Id() id: string,
    @Body() { units, ...body }: WebhookPatchDto,
    @Who() who: Principal,
  ): Promise<WebhookView> {
    await this.webhooks.get(id, who);
    return this.webhooks.change(id, { ...body, ...(await this.unitIds(units, who)) }, who);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Remove a webhook with everything that waits for it' })
  @ApiNoContentResponse()
  remove(@Id() id: string, @Who() who: Principal): Promise<void> {
    return this.webhooks.remove(id, who);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Requires('webhooks:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A new secret; for some hours messages are signed with both' })
  @ApiOkResponse({ type: RotatedSecretDto })
  async rotate(@Id() id: string, @Body() body: RotateSecretDto, @Who() who: Principal): Promise<RotatedSecretDto> {
    return { secret: await this.webhooks.rotate(id, who, body.secret, body.keepOldHours) };
  }

  @Post(':id/test')
  @HttpCode(200)
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Send an event `webhook.test` now and see how it goes' })
  @ApiOkResponse({ type: TestResultDto })
  async test(@Id() id: string, @Who() who: Principal): Promise<TestResultDto> {
    const { messageId, status, durationMs, error } = await this.webhooks.test(id, who);
    return { messageId, status, durationMs, error };
  }

  @Get(':id/attempts')
  @Requires('webhooks:write')
  @ApiOperation({ summary: 'Every try of the last 30 days, the latest first' })
  @ApiOkResponse({ type: AttemptsDto })
  async attempts(@Id() id: string, @Query() query: ListAttemptsDto, @Who() who: Principal): Promise<AttemptsDto> {
    const { limit = 50, before = null } = query;
    const items = await this.webhooks.attempts(id, who, { before, limit });
    return { items, nextBefore: items.length === limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Post(':id/replay')
  @HttpCode(202)
  @Requires('webhooks:write')
  @ApiOperation({
    summary: 'Tell again what has happened since',
    description: 'From a moment (`from`) or after an event (`cursor`) up to now, under the same `webhook-id`s.',
  })
  @ApiAcceptedResponse()
  async replay(@Id() id: string, @Body() { from, cursor }: ReplayWebhookDto, @Who() who: Principal): Promise<void> {
    if ((from === undefined) === (cursor === undefined))
      throw new CodedError('validation-failed', 'Send `from` (a moment) or `cursor` (of an event), one of the two.', [
        { field: 'from', message: 'send this or `cursor`' },
      ]);
    await this.webhooks.replay(id, cursor === undefined ? { time: from as string } : { cursor }, who);
  }

  /** Ids of units by code; a unit outside one's own is as unknown as one that is not there. */
  private async unitIds(codes: readonly string[] | undefined, who: Principal): Promise<{ unitIds?: number[] }> {
    if (codes === undefined) return {};
    const units = await Promise.all(codes.map((code) => unitByCode(code, this.units, 'units')));
    const sight = sightOf(who);
    const foreign = units.find((unit) => !seesUnit(sight, unit));
    if (foreign)
      throw new CodedError('unknown-unit', `There is no unit "${foreign.code}". GET /api/v1/units lists them.`, [
        { field: 'units', message: 'no such unit' },
      ]);
    return { unitIds: units.map(({ id }) => id) };
  }
}
