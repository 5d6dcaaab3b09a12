import type { Reach, SampleMessage } from '@huiyin/deliver';
import type { Recurrence, ResolutionOutcome } from '@huiyin/journey';
import { ACTIONS } from '@huiyin/resolve';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';

/** The reply that is tried. */
export class ReplyToTryDto {
  @Text(1, 10_000, { description: 'What the customers would read.', example: '三号线各站已新增基站，请您再试试。' })
  reply!: string;
}

/** Customers that would be told through one channel. */
export class ChannelCountDto {
  @ApiProperty({
    enum: ['webhook', 'email', 'sms', 'log'],
    description: '`log` sends nothing: it stands where no other is set up.',
  })
  channel!: 'webhook' | 'email' | 'sms' | 'log';

  @ApiProperty()
  items!: number;
}

/** A message as it would be read. */
export class SampleMessageDto implements SampleMessage {
  @ApiProperty({ enum: ['zh', 'en'], description: 'Of the customer.' })
  language!: 'zh' | 'en';

  @ApiProperty({ description: 'Items whose customers are written to in this language.' })
  items!: number;

  @ApiProperty({ description: 'With a reference and a name that are made up.' })
  subject!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The same as an SMS; `null` where none can be sent.' })
  sms!: string | null;
}

/** What a resolution of a cluster would do. */
export class ResolutionPreviewDto implements Reach {
  @ApiProperty({
    description: 'Open items that it would be for: those that one may see and that have no resolution yet.',
  })
  affected!: number;

  @ApiProperty({ description: 'Of so many of them the channel was looked up: all, or the latest 5,000.', example: 42 })
  looked!: number;

  @ApiProperty({ type: [ChannelCountDto] })
  channels!: readonly ChannelCountDto[];

  @ApiProperty({
    description: 'Items whose customer no channel reaches; each of them waits for a person then.',
    example: 0,
  })
  unreachable!: number;

  @ApiProperty({ type: [SampleMessageDto], description: 'In Chinese and in English.' })
  samples!: SampleMessageDto[];
}

class RecurrenceDto implements Recurrence {
  @ApiProperty({ description: 'Length of the time, four weeks at most.', example: 4 })
  weeks!: number;

  @ApiProperty({ description: 'Items that were received in it.', example: 40 })
  voices!: number;

  @ApiProperty({ type: Number, nullable: true, description: '`null` while it is shorter than a week.', example: 10 })
  perWeek!: number | null;
}

/** What came of one resolution. */
export class ResolutionOutcomeDto implements ResolutionOutcome {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ACTIONS })
  action!: string;

  @ApiProperty({ description: 'What the customers read; personal data masked.' })
  reply!: string;

  @ApiProperty()
  actor!: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;

  @ApiProperty({ description: 'Items that it was for.' })
  items!: number;

  @ApiProperty({ description: 'Items whose customer was told.', example: 40 })
  told!: number;

  @ApiProperty({ description: 'Items whose customer was asked whether it helped.', example: 40 })
  asked!: number;

  @ApiProperty({ example: 20 })
  answered!: number;

  @ApiProperty({ type: Number, nullable: true, description: '`null` for fewer than 5 answers.', example: 17 })
  solved!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '`null` for fewer than 5 answers.', example: 3 })
  notSolved!: number | null;

  @ApiProperty({ description: 'Answers with a score.', example: 12 })
  scored!: number;

  @ApiProperty({ type: Number, nullable: true, description: '1 to 10; `null` for fewer than 5.', example: 8.4 })
  meanScore!: number | null;

  @ApiProperty({ type: RecurrenceDto, description: 'Before the decision.' })
  before!: RecurrenceDto;

  @ApiProperty({ type: RecurrenceDto, description: 'After it.' })
  after!: RecurrenceDto;
}

/** What came of the resolutions of a cluster. */
export class ClusterOutcomeDto {
  @ApiProperty({ type: [ResolutionOutcomeDto], description: 'The latest first, ten at most.' })
  resolutions!: ResolutionOutcomeDto[];
}
