import { MailBars, type MailBar } from '@huiyin/deliver';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@huiyin/org';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { Text } from '../http/fields.js';
import { badId } from '../http/validation.js';

const nullable = { nullable: true } as const;
const CONCERN = 'Addresses that are not written to concern';

/** An address that is not written to. */
export class MailBarDto implements MailBar {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, ...nullable, example: 'a***@example.com', description: 'Masked; null when only its holder was here.' }) // prettier-ignore
  address!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'Nothing is sent there since.' })
  bouncedAt!: string | null;

  @ApiProperty({ type: String, ...nullable, example: 'The mail came back: 5.1.1.' })
  bounceReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'No questions are sent there since.' })
  unsubscribedAt!: string | null;
}

/** By what an address is looked for. */
export class FindMailBarDto {
  @Text(3, 254, { description: 'The address; it is only compared, not kept.', example: 'wang@example.com' })
  address!: string;
}

/**
 * Addresses to which mail came back, or whose holders want no questions. Only their blind index is kept. They belong to no unit,
 * so they are for those who see the whole organisation.
 */
@ApiTags('deliver')
@Controller('api/v1/mail-bars')
export class MailBarsController {
  constructor(private readonly bars: MailBars) {}

  @Get()
  @Requires('loop:operate')
  @ApiOperation({ summary: 'Addresses that are not written to, the latest 200' })
  @ApiOkResponse({ type: [MailBarDto] })
  async list(@Who() who: Principal): Promise<MailBarDto[]> {
    refusePart(who, CONCERN);
    return this.bars.list();
  }

  @Post('find')
  @HttpCode(200)
  @Requires('loop:operate')
  @ApiOperation({ summary: 'Whether an address is among them' })
  @ApiOkResponse({ type: [MailBarDto] })
  async find(@Body() { address }: FindMailBarDto, @Who() who: Principal): Promise<MailBarDto[]> {
    refusePart(who, CONCERN);
    return this.bars.list(address);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('loop:operate')
  @ApiOperation({
    summary: 'Write to an address again that bounced',
    description: 'That its holder unsubscribed stays: only they take that back.',
  })
  @ApiNoContentResponse()
  async clear(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: badId })) id: string,
    @Who() who: Principal,
  ): Promise<void> {
    refusePart(who, CONCERN);
    return this.bars.clear(id);
  }
}
