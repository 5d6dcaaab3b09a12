import type { Accepted } from '@huiyin/collect';
import { STAGES, type ErrorCode, type FieldError } from '@huiyin/loop';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ProblemField } from '../http/problem.js';

/** The receipt for a piece of feedback: it is durable. */
export class AcceptedDto implements Accepted {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ enum: STAGES })
  stage!: string;

  @ApiProperty({ example: 1 })
  cycle!: number;

  @ApiProperty({ format: 'date-time', example: '2026-11-22T08:00:00.123456Z' })
  receivedAt!: string;

  @ApiProperty({ description: 'True when the same piece had been accepted before.' })
  duplicate!: boolean;
}

/** Why a row of a batch was not accepted. */
export class RowErrorDto {
  @ApiProperty({ type: String, description: 'From the catalogue of errors.' })
  code!: ErrorCode;

  @ApiProperty()
  detail!: string;

  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: FieldError[];
}

/** What became of one row of a batch. */
export class RowResultDto {
  @ApiProperty({ description: 'Position in the batch, from 0.' })
  index!: number;

  @ApiProperty({ enum: ['accepted', 'duplicate', 'rejected'] })
  status!: 'accepted' | 'duplicate' | 'rejected';

  @ApiPropertyOptional({ format: 'uuid' })
  id?: string;

  @ApiPropertyOptional()
  reference?: string;

  @ApiPropertyOptional({ type: RowErrorDto })
  error?: RowErrorDto;
}

/** What became of a batch. */
export class BatchResultDto {
  @ApiProperty()
  accepted!: number;

  @ApiProperty()
  duplicates!: number;

  @ApiProperty()
  rejected!: number;

  @ApiProperty({ type: [RowResultDto] })
  results!: RowResultDto[];
}
