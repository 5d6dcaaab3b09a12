import type { InboundMapping, InboundResult, InboundSource, SenderCheck } from '@huiyin/collect';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsDefined, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { OptionalText } from '../http/fields.js';

const EXAMPLE_CHECK = { type: 'hmac', header: 'X-Signature', encoding: 'hex', prefix: 'sha256=' };
const EXAMPLE_MAPPING = {
  items: 'data.cases',
  fields: {
    externalId: 'caseNo',
    text: { path: ['title', 'content'], join: '\n' },
    kind: { path: 'type', map: { 投诉: 'complaint', 咨询: 'enquiry' }, default: 'suggestion' },
    channel: { const: 'crm' },
    occurredAt: { path: 'createTime', time: '+08:00' },
    'customer.phone': 'contact.mobile',
    'attributes.level': 'level',
  },
  resolve: {
    when: { path: 'status', in: ['已办结', 'closed'] },
    summary: { path: 'result', default: 'CRM 办结' },
    reply: { path: 'replyText' },
  },
};
const CHECK = 'How the sender is known: `{"type":"standard"}` (Standard Webhooks), `{"type":"hmac","header","encoding":"hex|base64","prefix"?,"timestampHeader"?,"toleranceSeconds"?}`, `{"type":"bearer","header"?}` or `{"type":"basic","username"}`.'; // prettier-ignore
const MAPPING = "From the sender's JSON to ours. `items`: path of a list. `when`: items to take. `fields`: our field → a path (`case.subject`, `/case/subject`, `$.root`), or `{path, join, map, default, time}`, or `{const}`. `resolve`: items that tell that an earlier one is solved."; // prettier-ignore

/** A system that pushes feedback in its own words. */
export class InboundSourceToStoreDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: CHECK, example: EXAMPLE_CHECK })
  @IsObject({ message: 'must be an object' })
  check!: SenderCheck;

  @ApiProperty({ type: 'object', additionalProperties: true, description: MAPPING, example: EXAMPLE_MAPPING })
  @IsObject({ message: 'must be an object' })
  mapping!: InboundMapping;

  @OptionalText(200, {
    description:
      'Secret or token; when it is left out, the one on record stays, or one is made. An old one is taken for some hours more.',
  })
  secret?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 168, default: 24, description: 'Hours for which an old secret is still taken; 0 cuts it off at once.' }) // prettier-ignore
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be at least 0' })
  @Max(168, { message: 'must be at most 168' })
  keepOldHours?: number;

  @ApiPropertyOptional({ maxLength: 500, example: 'BSS/CRM Guangdong' })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @MaxLength(500, { message: 'must be at most 500 characters' })
  description?: string;

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  active?: boolean;
}

/** The last message that was refused. */
export class RefusalDto {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Without anything that was in the message.' })
  detail!: string;
}

/** A source on record. */
export class InboundSourceDto implements InboundSource {
  @ApiProperty({ description: 'As in `source` of the feedback, and in the address.' })
  name!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: EXAMPLE_CHECK })
  check!: SenderCheck;

  @ApiProperty({ type: 'object', additionalProperties: true, example: EXAMPLE_MAPPING })
  mapping!: InboundMapping;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** A source as it has just been stored. */
export class StoredInboundSourceDto extends InboundSourceDto {
  @ApiPropertyOptional({ description: 'Shown only now, when it was just made or given.' })
  secret?: string;
}

/** A sample of what the sender sends. */
export class TryInboundDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'A body as the sender sends it.', example: { data: { cases: [] } } }) // prettier-ignore
  @IsDefined({ message: 'is missing' })
  sample!: unknown;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Tried instead of the one on record.',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  mapping?: InboundMapping;
}

/** What an item of a sample would become. */
export class TriedDto {
  @ApiProperty({ enum: ['piece', 'solved', 'skipped', 'bad'] })
  type!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'As POST /api/v1/feedback would take it.',
  })
  piece?: Record<string, unknown>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  solved?: object;

  @ApiPropertyOptional()
  detail?: string;

  @ApiPropertyOptional({ type: [Object] })
  errors?: readonly object[];
}

/** What a sample would become, item by item. */
export class TriedItemsDto {
  @ApiProperty({ type: [TriedDto] })
  items!: TriedDto[];
}

/** What became of one item of a message. */
export class InboundResultDto implements InboundResult {
  @ApiProperty()
  index!: number;

  @ApiProperty({ enum: ['accepted', 'duplicate', 'resolved', 'skipped'] })
  status!: InboundResult['status'];

  @ApiPropertyOptional({ format: 'uuid' })
  id?: string;

  @ApiPropertyOptional({ example: 'HY-2026-000001' })
  reference?: string;
}

/** The answer once everything in the message is durable. */
export class InboundResultsDto {
  @ApiProperty({ type: [InboundResultDto] })
  results!: InboundResultDto[];
}
