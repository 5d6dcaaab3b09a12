import { INTAKE_CHANNELS, KINDS, PHASES, type IntakeChannel, type Kind, type Phase } from '@huiyin/loop';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, Length, ValidateNested } from 'class-validator';
import { OptionalOneOf, OptionalText, OptionalTime, Text } from '../http/fields.js';

/** What the sender knows of the customer. */
export class CustomerDto {
  @OptionalText(200, { description: "The customer's id in the system named by `source`." })
  id?: string;

  @OptionalText(200, { description: 'Name.', example: '王小明' })
  name?: string;

  @OptionalText(40, { description: 'Phone number.', example: '13800001234' })
  phone?: string;

  @OptionalText(254, { description: 'E-mail address.' })
  email?: string;

  @OptionalText(100, { description: 'Region, as routing rules name it.', example: '广东' })
  region?: string;

  @OptionalText(100, { description: 'Customer tier, such as a star level.' })
  tier?: string;
}

/** One piece of feedback; only `text` is needed. */
export class SubmitFeedbackDto {
  @Text(1, 10_000, { description: "The customer's own words.", example: '地铁里 5G 信号时断时续，希望增加基站。' })
  text!: string;

  @OptionalText(500, { description: 'A title, when the sender has one.' })
  subject?: string;

  @OptionalOneOf(KINDS, { description: 'Kind; the analysis decides when it is left out.' })
  kind?: Kind;

  @OptionalOneOf(INTAKE_CHANNELS, { description: 'Channel it came in through; `other` when left out.' })
  channel?: IntakeChannel;

  @OptionalText(100, { description: "The sender's name, such as `crm-guangdong`. Unique together with `externalId`." })
  source?: string;

  @OptionalText(200, { description: "The sender's own id of this piece." })
  externalId?: string;

  @ApiPropertyOptional({ type: CustomerDto })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => CustomerDto)
  customer?: CustomerDto;

  @OptionalText(100, { description: 'Code of the unit that took it down.' })
  unit?: string;

  @OptionalText(200, { description: 'Product it is about.' })
  product?: string;

  @OptionalOneOf(PHASES, { description: 'When in the service it happened.' })
  phase?: Phase;

  @OptionalTime({ description: 'When it happened.' })
  occurredAt?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must have at most 50 entries' })
  @Length(1, 100, { each: true, message: 'entries must be texts of 1 to 100 characters' })
  tags?: string[];

  @ApiPropertyOptional({ type: Object, description: "Anything else of the sender's, kept as it is." })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  attributes?: Record<string, unknown>;
}
