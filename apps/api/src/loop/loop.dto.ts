import type { Percentiles, StageFigures } from '@huiyin/journey';
import { STAGES, type Stage } from '@huiyin/loop';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { OptionalOneOf } from '../http/fields.js';

class PercentilesDto implements Percentiles {
  @ApiProperty({ type: Number, nullable: true })
  p50!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  p90!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  p99!: number | null;
}

/** How one stage stands; times in seconds. */
export class StageFiguresDto implements StageFigures {
  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ description: 'Items in the stage now.' })
  here!: number;

  @ApiProperty()
  ready!: number;

  @ApiProperty()
  waitingHere!: number;

  @ApiProperty()
  parked!: number;

  @ApiProperty()
  overdue!: number;

  @ApiProperty({ type: Number, nullable: true })
  oldestSeconds!: number | null;

  @ApiProperty({ description: 'Visits that began in the period.' })
  entered!: number;

  @ApiProperty({ description: 'Visits that ended in the period.' })
  left!: number;

  @ApiProperty({ type: PercentilesDto })
  inStage!: PercentilesDto;

  @ApiProperty({ type: PercentilesDto })
  waiting!: PercentilesDto;

  @ApiProperty({ type: PercentilesDto })
  working!: PercentilesDto;

  @ApiProperty({
    description: 'How far a percentile may lie from the exact one, as a share of it; 0 is exact.',
    example: 0,
  })
  percentileError!: number;
}

/** Which parked items to give back to their lanes; everything parked when both are left out. */
export class ReplayDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 1_000 })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(1_000, { message: 'must have at most 1,000 entries' })
  @IsUUID('all', { each: true, message: 'entries must be ids of items' })
  ids?: string[];

  @OptionalOneOf(STAGES, { description: 'Only those parked in this stage.' })
  stage?: Stage;
}

/** How many parked items go on. */
export class ReplayedDto {
  @ApiProperty()
  replayed!: number;
}
