import type { ClusterDetail, Counted, ImpactParts, Quote } from '@huiyin/analyze';
import { ApiProperty } from '@nestjs/swagger';
import { ClusterDto } from './clusters.dto.js';

const nullable = { nullable: true } as const;

class SentimentMixDto {
  @ApiProperty()
  positive!: number;

  @ApiProperty()
  neutral!: number;

  @ApiProperty()
  negative!: number;
}

class CountedDto implements Counted {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  items!: number;
}

class QuoteDto implements Quote {
  @ApiProperty({ format: 'uuid' })
  feedbackId!: string;

  @ApiProperty({ description: 'Whole sentences, personal data masked.' })
  text!: string;
}

class ImpactPartsDto implements ImpactParts {
  @ApiProperty({ description: '10 · ln(1 + customers)' })
  reach!: number;

  @ApiProperty({ description: '(1 + share of negative items + urgency + how fast it rises) / 4' })
  gravity!: number;

  @ApiProperty({ description: '(1 + 3 · share of open items) / 4' })
  unsettled!: number;

  @ApiProperty({ description: 'How much its items say the same: cohesion squared.' })
  agreement!: number;

  @ApiProperty({ description: 'Halves with every 30 days without a voice.' })
  recency!: number;
}

/** A cluster with what its items say. */
export class ClusterDetailDto extends ClusterDto implements ClusterDetail {
  @ApiProperty({ type: String, ...nullable, description: 'From a chat model, where one is set up.' })
  summary!: string | null;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'What everybody may read of how it stands.',
    example: '预计明年三月完成。',
  })
  publicWords!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'Where its items went, when it was merged.' })
  mergedInto!: string | null;

  @ApiProperty({ minimum: -1, maximum: 1, description: 'Mean similarity of two items.' })
  cohesion!: number;

  @ApiProperty({ type: ImpactPartsDto, ...nullable, description: 'The factors of `impact`.' })
  impactParts!: ImpactPartsDto | null;

  @ApiProperty({ description: 'Known customers.' })
  knownCustomers!: number;

  @ApiProperty({ description: 'Items from nobody known.' })
  unknownVoices!: number;

  @ApiProperty({ description: 'Items in which a customer asks again.' })
  repeats!: number;

  @ApiProperty({ type: SentimentMixDto })
  sentiment!: SentimentMixDto;

  @ApiProperty({ minimum: 0, maximum: 3, description: 'Mean urgency of its items.' })
  urgency!: number;

  @ApiProperty({ type: [CountedDto] })
  kinds!: readonly CountedDto[];

  @ApiProperty({ type: [CountedDto], description: 'Codes of the units with most of its items, ten at most.' })
  units!: readonly CountedDto[];

  @ApiProperty({ type: [CountedDto], description: 'The regions with most of its items, ten at most.' })
  regions!: readonly CountedDto[];

  @ApiProperty({ description: 'Items of the last seven days.' })
  week!: number;

  @ApiProperty({ description: 'Items of the 28 days before those.' })
  weeksBefore!: number;

  @ApiProperty({ description: 'Days since the last item.' })
  daysSilent!: number;

  @ApiProperty({ type: [QuoteDto], description: 'Up to five, the most representative first.' })
  quotes!: readonly QuoteDto[];

  @ApiProperty({ type: [String] })
  keywords!: readonly string[];

  @ApiProperty({
    format: 'date-time',
    description: 'When this was counted: now, or some minutes ago where there are more than 2,000 items.',
  })
  countedAt!: string;
}
