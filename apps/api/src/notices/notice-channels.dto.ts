import {
  NOTICE_EVENT_NAMES,
  NOTICE_EVENTS,
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  NOTICE_OFF_REASONS,
  type NoticeAttemptView,
  type NoticeChannelView,
  type NoticeEvent,
  type NoticeKind,
  type NoticeLanguage,
  type NoticeOff,
} from '@huiyin/notices';
import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator'; // prettier-ignore
import { OneOf, OptionalLimit, OptionalText, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** Null is no way to leave a field out. */
const given = (_: object, value: unknown) => value !== undefined;
const orNull = (_: object, value: unknown) => value !== undefined && value !== null;

const EVENTS_ABOUT = Object.entries(NOTICE_EVENTS).map(([name, { about }]) => `\`${name}\`: ${about.en} ${about.zh}`).join('\n'); // prettier-ignore

/** A channel to be made. */
export class NewNoticeChannelDto {
  @Text(1, 100, { description: 'What it is called.', example: '广东投诉处理群' })
  name!: string;

  @OneOf(NOTICE_KINDS, {
    description: 'A group robot of WeCom (企业微信) or DingTalk (钉钉), or mail.',
    example: 'wecom',
  })
  kind!: NoticeKind;

  @OptionalText(2_048, {
    description: 'Of a robot: its webhook address, which holds its key. Stored sealed, never shown again.',
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
  })
  url?: string;

  @OptionalText(254, { description: 'Of mail: the address of a person or a list. Stored sealed, shown masked.' })
  address?: string;

  @OptionalText(200, {
    description: 'Of a DingTalk robot: its sign secret (加签), `SEC…`. Stored sealed, never shown.',
  })
  secret?: string;

  @ApiProperty({ enum: NOTICE_EVENT_NAMES, isArray: true, example: ['item.overdue', 'cluster.burst'], description: EVENTS_ABOUT }) // prettier-ignore
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must have at least one entry' })
  @ArrayMaxSize(20, { message: 'must have at most 20 entries' })
  @ArrayUnique({ message: 'must not name an event twice' })
  @IsIn(NOTICE_EVENT_NAMES, { each: true, message: `entries must be of ${NOTICE_EVENT_NAMES.join(', ')}` })
  events!: NoticeEvent[];

  @OptionalText(64, {
    description: 'Code of a unit: only what belongs to it or to a unit under it. Hot issues belong to none.',
    example: 'guangdong',
  })
  unit?: string;

  @ApiPropertyOptional({ enum: NOTICE_LANGUAGES, default: 'zh' })
  @ValidateIf(given)
  @IsIn(NOTICE_LANGUAGES, { message: `must be one of ${NOTICE_LANGUAGES.join(', ')}` })
  language?: NoticeLanguage;
}

/** What is to change; what is left out stays. */
export class NoticeChannelPatchDto extends PartialType(
  PickType(NewNoticeChannelDto, ['name', 'url', 'address', 'secret', 'events', 'language'] as const),
  { skipNullProperties: false },
) {
  @ApiPropertyOptional({ type: String, ...nullable, minLength: 1, maxLength: 64, description: 'Code of a unit; null for no unit in particular.', example: 'guangdong' }) // prettier-ignore
  @ValidateIf(orNull)
  @IsString({ message: 'must be the code of a unit' })
  @MinLength(1, { message: 'must be the code of a unit' })
  @MaxLength(64, { message: 'must be at most 64 characters' })
  unit?: string | null;

  @ApiPropertyOptional({ description: 'False switches it off, true on again.' })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  active?: boolean;
}

/** A channel. */
export class NoticeChannelDto implements NoticeChannelView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '广东投诉处理群' })
  name!: string;

  @ApiProperty({ enum: NOTICE_KINDS })
  kind!: NoticeKind;

  @ApiProperty({ description: 'What of the address may be shown.', example: 'https://qyapi.weixin.qq.com/…' })
  target!: string;

  @ApiProperty({ description: 'True when a sign secret is set.' })
  signed!: boolean;

  @ApiProperty({ enum: NOTICE_EVENT_NAMES, isArray: true, example: ['item.overdue', 'cluster.burst'] })
  events!: NoticeEvent[];

  @ApiProperty({ type: String, ...nullable, description: 'Null for no unit in particular.', example: 'guangdong' })
  unit!: string | null;

  @ApiProperty({ enum: NOTICE_LANGUAGES })
  language!: NoticeLanguage;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({
    enum: NOTICE_OFF_REASONS,
    ...nullable,
    description: 'Why it is off: somebody wanted it, the robot or address is gone, it refuses what is sent, or it has failed for days.', // prettier-ignore
  })
  offReason!: NoticeOff | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  offAt!: string | null;

  @ApiProperty({ description: 'Failed tries since the last one that went well.', example: 0 })
  failures!: number;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  failingSince!: string | null;

  @ApiProperty({ type: String, ...nullable, description: 'Why the last try failed, and what to do.' })
  lastError!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'Nothing is sent before.' })
  nextAt!: string | null;

  @ApiProperty({ description: 'Notices on their way, counted up to 10,000.', example: 0 })
  waiting!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** Which messages. */
export class ListNoticeAttemptsDto {
  @OptionalLimit(200, 50)
  limit?: number;

  @ApiPropertyOptional({ type: Number, description: 'Only messages before this one: `nextBefore` of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'is too large' })
  before?: number;
}

/** How a test went. */
export class NoticeTestDto {
  @ApiProperty({ type: Number, ...nullable, example: 200, description: 'Of HTTP or SMTP; null when there was no answer.' }) // prettier-ignore
  status!: number | null;

  @ApiProperty({ type: Number, ...nullable, example: 0, description: 'The `errcode` of a robot: 0 is success.' })
  code!: number | null;

  @ApiProperty({ example: 87 })
  durationMs!: number;

  @ApiProperty({ type: String, ...nullable, description: 'Why it counts as failed, and what to do.' })
  error!: string | null;
}

/** One message to a channel. */
export class NoticeAttemptDto extends NoticeTestDto implements NoticeAttemptView {
  @ApiProperty({ example: 815 })
  id!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'True when somebody wanted to see whether it works.' })
  test!: boolean;

  @ApiProperty({ description: 'How many notices were in it.', example: 12 })
  notices!: number;

  @ApiProperty({ description: 'True while it is being sent.' })
  underWay!: boolean;
}

/** A page of messages, the latest first. */
export class NoticeAttemptsDto {
  @ApiProperty({ type: [NoticeAttemptDto] })
  items!: NoticeAttemptDto[];

  @ApiProperty({ type: Number, ...nullable })
  nextBefore!: number | null;
}
