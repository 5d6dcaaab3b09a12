import { CHANNELS, Rehearsal, type ChannelName, type Rehearsed } from '@huiyin/deliver';
import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString } from 'class-validator';
import { ChangesNothing } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { Text } from '../http/fields.js';

const nullable = { nullable: true } as const;
const MOST = 100;

/** An answer that is about to be given. */
export class RehearseDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST, example: ['HY-2026-000123'], description: 'Ids or references.' }) // prettier-ignore
  @IsArray({ message: 'must be a list of ids or references' })
  @ArrayMinSize(1, { message: 'must name at least one item' })
  @ArrayMaxSize(MOST, { message: `must name at most ${MOST} items` })
  @IsString({ each: true, message: 'must be ids or references' })
  items!: string[];

  @Text(1, 10_000, { description: 'What the customers will read.', example: '您反映的问题已处理，三号线各站已新增基站。' }) // prettier-ignore
  reply!: string;
}

/** What one customer would be sent. */
export class RehearsedDto implements Rehearsed {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ enum: CHANNELS, ...nullable, description: 'Null when no channel reaches the customer.' })
  channel!: ChannelName | null;

  @ApiProperty({ type: String, ...nullable, example: '138****1234', description: 'Masked.' })
  to!: string | null;

  @ApiProperty({ example: '您的反馈已有答复（HY-2026-000123）' })
  subject!: string;

  @ApiProperty({ description: 'As the customer reads it, with their personal data masked.' })
  body!: string;
}

/** What customers will read, before they do. */
@ApiTags('resolve')
@Controller('api/v1/resolutions')
export class RehearseController {
  constructor(
    private readonly db: Database,
    private readonly rehearsal: Rehearsal,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Requires('feedback:resolve')
  // Nothing is stored or sent, so there is nothing to record.
  @ChangesNothing()
  @ApiOperation({
    summary: 'See what customers would read, and through what',
    description: 'The real message of each item, from the template in use. Nothing is stored or sent.',
  })
  @ApiOkResponse({ type: [RehearsedDto] })
  async preview(@Body() { items, reply }: RehearseDto, @Who() who: Principal): Promise<RehearsedDto[]> {
    const sight = sightOf(who);
    const ids: string[] = [];
    for (const name of new Set(items)) ids.push(await findItem(this.db, name, sight));
    return this.rehearsal.answer([...new Set(ids)], reply);
  }
}
