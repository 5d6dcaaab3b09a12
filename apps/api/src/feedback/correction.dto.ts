import { FIELDS, type Corrected, type CorrectionView } from '@huiyin/analyze';
import { KINDS, type Kind } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';
import { OptionalOneOf, OptionalText } from '../http/fields.js';

const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;

/** What the item really is; what is left out stays. */
export class CorrectDto implements Corrected {
  @OptionalOneOf(KINDS, { description: 'What the customer wants.' })
  kind?: Kind;

  @OptionalText(100, { description: 'Code of the category.', example: 'network.coverage.indoor' })
  category?: string;

  @OptionalOneOf(SENTIMENTS, { description: 'How it feels.' })
  sentiment?: (typeof SENTIMENTS)[number];
}

/** What a person said that an item is. */
export class CorrectionDto implements CorrectionView {
  @ApiProperty({ enum: FIELDS })
  field!: CorrectionView['field'];

  @ApiProperty()
  value!: string;

  @ApiProperty({ type: String, nullable: true, description: 'What stood there before.' })
  previous!: string | null;

  @ApiProperty({ example: 'person:7' })
  actor!: string;

  @ApiProperty({ format: 'date-time' })
  correctedAt!: string;
}

/** The corrections of an item, newest first. */
export class CorrectedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: [CorrectionDto], description: 'Newest first; the newest of a field counts.' })
  corrections!: CorrectionDto[];
}
