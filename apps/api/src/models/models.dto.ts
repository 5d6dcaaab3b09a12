import { FIELDS, type Field, type Figures, type ModelView, type Trial } from '@huiyin/analyze';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { OptionalOneOf, Text } from '../http/fields.js';

const STATES = ['in-use', 'kept', 'rejected'] as const;
const VERDICTS = ['too-few', 'better', 'not-better'] as const;

class FiguresDto implements Figures {
  @ApiProperty({ minimum: 0, maximum: 1 })
  accuracy!: number;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'Mean of F1 over the true labels.' })
  macroF1!: number;

  @ApiProperty({ description: 'Texts it was measured on.' })
  count!: number;
}

class TrialFiguresDto {
  @ApiProperty()
  examples!: number;

  @ApiProperty({ description: 'Values with enough examples to learn.' })
  labels!: number;

  @ApiProperty({ description: 'Examples that were not learnt from.' })
  heldOut!: number;

  @ApiProperty({ example: 'rules', description: 'What was in use then.' })
  inUse!: string;

  @ApiProperty({ type: FiguresDto, nullable: true, description: 'What was in use, on the held-out texts.' })
  before!: FiguresDto | null;

  @ApiProperty({ type: FiguresDto, nullable: true, description: 'The new model, on the held-out texts.' })
  after!: FiguresDto | null;
}

/** A model that was fitted on corrected items. */
export class ModelDto implements ModelView {
  @ApiProperty({ example: 'category-3' })
  version!: string;

  @ApiProperty({ enum: FIELDS })
  field!: Field;

  @ApiProperty({ enum: STATES, description: 'kept: was in use once; rejected: was no better than what was in use.' })
  state!: (typeof STATES)[number];

  @ApiProperty({ type: TrialFiguresDto })
  figures!: TrialFiguresDto;

  @ApiProperty()
  trainedBy!: string;

  @ApiProperty({ format: 'date-time' })
  trainedAt!: string;

  @ApiProperty()
  bytes!: number;
}

/** Which model to judge with from now on. */
export class UseModelDto {
  @Text(1, 100, { description: 'A version, or `rules` to go back to rules.', example: 'category-3' })
  use!: string;

  @OptionalOneOf(FIELDS, { description: 'With `rules`: for this field only.' })
  field?: Field;
}

/** What to train. */
export class TrainDto {
  @OptionalOneOf(FIELDS, { description: 'All three when left out.' })
  field?: Field;

  @ApiPropertyOptional({ description: 'Only measure; store nothing.' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** What came of training one field. */
export class TrialDto implements Omit<Trial, 'model'> {
  @ApiProperty({ enum: FIELDS })
  field!: Field;

  @ApiProperty({ enum: VERDICTS })
  verdict!: Trial['verdict'];

  @ApiProperty({ description: 'What was done and why.' })
  because!: string;

  @ApiProperty({ type: TrialFiguresDto })
  figures!: TrialFiguresDto;
}
