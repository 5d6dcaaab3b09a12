import type { Analysis, ItemDetail } from '@huiyin/journey';
import { KINDS } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';
import { DeliveryDto } from '../deliveries/delivery.dto.js';
import { CorrectionDto } from './correction.dto.js';
import { MessageDto } from '../mail/message.dto.js';
import { ItemDto } from './items.dto.js';

const nullable = { nullable: true } as const;

class SentimentDto {
  @ApiProperty({ enum: ['positive', 'neutral', 'negative'] })
  label!: string;

  @ApiProperty({ minimum: -1, maximum: 1 })
  score!: number;
}

class ScoresDto {
  @ApiProperty({ minimum: 0, maximum: 1 })
  kind!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  category!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  urgency!: number;
}

class AnalysisDto implements Analysis {
  @ApiProperty({ example: 'zh' })
  language!: string;

  @ApiProperty({ enum: KINDS })
  kind!: string;

  @ApiProperty()
  category!: string;

  @ApiProperty({ type: SentimentDto })
  sentiment!: SentimentDto;

  @ApiProperty({ minimum: 0, maximum: 3 })
  urgency!: number;

  @ApiProperty({ type: [String], example: ['outage', 'deadline'] })
  urgencyReasons!: string[];

  @ApiProperty({ type: ScoresDto, description: 'How clear each judgement was.' })
  scores!: ScoresDto;

  @ApiProperty({ type: [String] })
  keywords!: string[];

  @ApiProperty({ type: Object, description: 'The words that led to each judgement.' })
  because!: unknown;

  @ApiProperty({ description: 'Versions of the rules and of the models that judged.' })
  model!: string;

  @ApiProperty()
  analysable!: boolean;

  @ApiProperty({
    type: String,
    ...nullable,
    enum: ['no-words', 'time-limit', 'error'],
    description: 'Why it is not analysable; null when it is.',
  })
  reason!: string | null;
}

/** A customer as everybody may see them who may see the item. */
export class MaskedCustomerDto {
  @ApiProperty({ type: String, ...nullable })
  id!: string | null;

  @ApiProperty({ type: String, ...nullable, example: '王**' })
  name!: string | null;

  @ApiProperty({ type: String, ...nullable, example: '138****1234' })
  phone!: string | null;

  @ApiProperty({ type: String, ...nullable })
  email!: string | null;

  @ApiProperty({ type: String, ...nullable })
  region!: string | null;

  @ApiProperty({ type: String, ...nullable })
  tier!: string | null;
}

class ItemResolutionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  action!: string;

  @ApiProperty()
  summary!: string;

  @ApiProperty({ description: 'What the customer reads.' })
  reply!: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;

  @ApiProperty()
  actor!: string;

  @ApiProperty()
  cycle!: number;
}

class ItemSurveyDto {
  @ApiProperty()
  cycle!: number;

  @ApiProperty({ format: 'date-time' })
  askedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  answeredAt!: string | null;

  @ApiProperty({ type: Boolean, ...nullable })
  solved!: boolean | null;

  @ApiProperty({ type: Number, ...nullable, minimum: 1, maximum: 10 })
  score!: number | null;

  @ApiProperty({ type: String, ...nullable })
  comment!: string | null;
}

class ItemErrorDto {
  @ApiProperty()
  code!: string;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

class ItemNameDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;
}

class RepeatDto extends ItemNameDto {
  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

/** One item whole. */
export class ItemDetailDto extends ItemDto implements ItemDetail {
  @ApiProperty({ type: String, ...nullable, enum: ['team', 'customer', 'channel'] })
  waitingFor!: string | null;

  @ApiProperty({ type: ItemErrorDto, ...nullable, description: 'The last failure of a stage on this item.' })
  error!: ItemErrorDto | null;

  @ApiProperty()
  overdue!: boolean;

  @ApiProperty({ type: String, ...nullable })
  source!: string | null;

  @ApiProperty({ type: String, ...nullable })
  externalId!: string | null;

  @ApiProperty({ type: String, ...nullable })
  phase!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  occurredAt!: string | null;

  @ApiProperty({ type: [String] })
  tags!: string[];

  @ApiProperty({ type: Object })
  attributes!: Record<string, unknown>;

  @ApiProperty({ type: String, ...nullable })
  closeReason!: string | null;

  @ApiProperty({ type: AnalysisDto, ...nullable, description: 'With what people corrected in it.' })
  analysis!: AnalysisDto | null;

  @ApiProperty({ type: [CorrectionDto], description: 'Newest first; the newest of a field counts.' })
  corrections!: CorrectionDto[];

  @ApiProperty({
    type: ItemNameDto,
    ...nullable,
    description: 'What the same customer has said first about it, when this is said again.',
  })
  repeatOf!: ItemNameDto | null;

  @ApiProperty({ type: [RepeatDto], description: 'What the same customer has said about it since, oldest first.' })
  repeats!: RepeatDto[];

  @ApiProperty({ type: MaskedCustomerDto, ...nullable })
  customer!: MaskedCustomerDto | null;

  @ApiProperty({ type: ItemResolutionDto, ...nullable })
  resolution!: ItemResolutionDto | null;

  @ApiProperty({ type: [DeliveryDto] })
  deliveries!: DeliveryDto[];

  @ApiProperty({ type: [ItemSurveyDto] })
  surveys!: ItemSurveyDto[];

  @ApiProperty({ type: [MessageDto], description: 'What the customer has written back by mail, oldest first.' })
  messages!: MessageDto[];
}
