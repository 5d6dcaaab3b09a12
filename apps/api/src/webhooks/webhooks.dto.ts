import type { AttemptView, OffReason, TryResult, WebhookView } from '@huiyin/webhooks';
import { EVENT_PATTERNS, WEBHOOK_KINDS } from '@huiyin/webhooks';
import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator'; // prettier-ignore
import { OptionalLimit, OptionalText, OptionalTime, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** Null is no way to leave a field out. */
const given = (_: object, value: unknown) => value !== undefined;

/** A webhook to be made. */
export class NewWebhookDto {
  @Text(1, 2_048, { description: 'http or https address that is called.', example: 'https://crm.example.com/huiyin' })
  url!: string;

  @ApiProperty({
    type: [String],
    enum: EVENT_PATTERNS,
    example: ['feedback.*'],
    description: 'Names of events; `feedback.*`, `cluster.*` and `*` stand for several.',
  })
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must have at least one entry' })
  @ArrayMaxSize(100, { message: 'must have at most 100 entries' })
  @IsString({ each: true, message: 'entries must be texts' })
  events!: string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Codes of units: only events of items in these units and under them.',
    example: ['guangdong'],
  })
  @ValidateIf(given)
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(100, { message: 'must have at most 100 entries' })
  @IsString({ each: true, message: 'entries must be codes of units' })
  units?: string[];

  @ApiPropertyOptional({
    enum: WEBHOOK_KINDS,
    isArray: true,
    description: 'Only events of items of these kinds.',
    example: ['complaint'],
  })
  @ValidateIf(given)
  @IsArray({ message: 'must be a list' })
  @IsIn(WEBHOOK_KINDS, { each: true, message: `entries must be of ${WEBHOOK_KINDS.join(', ')}` })
  kinds?: string[];

  @ApiPropertyOptional({ maxLength: 500, description: 'What it is for.', example: 'CRM Guangdong' })
  @ValidateIf(given)
  @IsString({ message: 'must be a text' })
  @MaxLength(500, { message: 'must be at most 500 characters' })
  description?: string;

  @OptionalText(200, { description: 'Secret after Standard Webhooks (`whsec_…`); one is made when it is left out.' })
  secret?: string;
}

/** What is to change; what is left out stays. */
export class WebhookPatchDto extends PartialType(
  PickType(NewWebhookDto, ['url', 'events', 'units', 'kinds', 'description'] as const),
  { skipNullProperties: false },
) {
  @ApiPropertyOptional({ description: 'False switches it off, true on again.' })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  active?: boolean;
}

/** A webhook. */
export class WebhookDto implements WebhookView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: [String] })
  events!: string[];

  @ApiProperty({ type: [String], description: 'Empty for all.' })
  units!: string[];

  @ApiProperty({ enum: WEBHOOK_KINDS, isArray: true, description: 'Empty for all.' })
  kinds!: string[];

  @ApiProperty()
  active!: boolean;

  @ApiProperty({
    enum: ['person', 'gone', 'failing'],
    ...nullable,
    description: 'Why it is off: somebody wanted it, its target said 410, or its target has failed for days.',
  })
  offReason!: OffReason | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  offAt!: string | null;

  @ApiProperty({ description: 'Failed tries since the last one that went well.' })
  failures!: number;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  failingSince!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'Nothing is tried before.' })
  pausedUntil!: string | null;

  @ApiProperty({ description: 'Messages on their way, counted up to 10,000.' })
  waiting!: number;

  @ApiProperty({ description: 'True while events of the past are being told again.' })
  replaying!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** A webhook that has just been made. */
export class MadeWebhookDto extends WebhookDto {
  @ApiProperty({ description: 'Shown this once.', example: 'whsec_…' })
  secret!: string;
}

/** A new secret. */
export class RotateSecretDto {
  @OptionalText(200, { description: '`whsec_…`; one is made when it is left out.' })
  secret?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 168, default: 24, description: 'Hours in which both secrets are signed with; 0 cuts the old one off at once.' }) // prettier-ignore
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be at least 0' })
  @Max(168, { message: 'must be at most 168' })
  keepOldHours?: number;
}

/** The new secret. */
export class RotatedSecretDto {
  @ApiProperty({ description: 'Shown this once.', example: 'whsec_…' })
  secret!: string;
}

/** From where on events are told again: one of the two. */
export class ReplayWebhookDto {
  @OptionalTime({ description: 'A moment.', example: '2026-11-22T08:00:00Z' })
  from?: string;

  @OptionalText(40, { description: 'The cursor of an event; those after it are told again.', example: '4711-815' })
  cursor?: string;
}

/** Which tries. */
export class ListAttemptsDto {
  @OptionalLimit(200, 50)
  limit?: number;

  @ApiPropertyOptional({ type: Number, description: 'Only tries before this one: `nextBefore` of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'is too large' })
  before?: number;
}

/** One try. */
export class AttemptDto implements AttemptView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ description: 'The `webhook-id` header: the same at every try of one event.' })
  messageId!: string;

  @ApiProperty()
  event!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: Number, ...nullable, description: 'Of HTTP; null when there was no answer.' })
  status!: number | null;

  @ApiProperty()
  durationMs!: number;

  @ApiProperty({ type: String, ...nullable, description: 'Why it counts as failed.' })
  error!: string | null;
}

/** A page of tries, the latest first. */
export class AttemptsDto {
  @ApiProperty({ type: [AttemptDto] })
  items!: AttemptDto[];

  @ApiProperty({ type: Number, ...nullable })
  nextBefore!: number | null;
}

/** How the test went. */
export class TestResultDto implements Omit<TryResult, 'retryAfterSeconds'> {
  @ApiProperty()
  messageId!: string;

  @ApiProperty({ type: Number, ...nullable })
  status!: number | null;

  @ApiProperty()
  durationMs!: number;

  @ApiProperty({ type: String, ...nullable })
  error!: string | null;
}
