import { SUBMISSION_STATES, type SubmissionState, type SubmissionView } from '@huiyin/board';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { OneOf, OptionalLimit, OptionalOneOf } from '../http/fields.js';

const nullable = { nullable: true } as const;
const BADLY = { message: 'must be the id of one (a UUID)' };

/** What the moderation queue is narrowed to. */
export class ListSubmissionsDto {
  @OptionalOneOf(SUBMISSION_STATES, { description: '`waiting` when left out.' })
  state?: SubmissionState;

  @ApiPropertyOptional({ format: 'uuid', description: '`nextBefore` of the page before.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  before?: string;

  @OptionalLimit()
  limit?: number;
}

/** A suggestion that a visitor of the board made. */
export class SubmissionDto implements SubmissionView {
  @ApiProperty({ format: 'uuid' })
  feedbackId!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ description: 'Personal data masked.' })
  text!: string;

  @ApiProperty({ example: 'zh' })
  language!: string;

  @ApiProperty({ format: 'date-time' })
  submittedAt!: string;

  @ApiProperty({ enum: SUBMISSION_STATES })
  state!: SubmissionState;

  @ApiProperty({ type: String, ...nullable })
  category!: string | null;

  @ApiProperty({ example: 'resolve' })
  stage!: string;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'The cluster that it is in.' })
  clusterId!: string | null;

  @ApiProperty({ type: String, ...nullable, example: '地铁里信号弱' })
  clusterName!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'The public post of that cluster.' })
  clusterPostId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'The post that it has become or joined.' })
  postId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  decidedAt!: string | null;

  @ApiProperty({ type: String, ...nullable, example: 'person:7' })
  decidedBy!: string | null;
}

/** A page of the moderation queue. */
export class SubmissionPageDto {
  @ApiProperty({ type: [SubmissionDto] })
  items!: SubmissionDto[];

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  nextBefore!: string | null;
}

/** What is made of a suggestion. Making it public by itself is `POST /api/v1/board/posts`. */
export class SubmissionDecisionDto {
  @OneOf(['join', 'keep', 'reopen'], { description: 'Count it with a post, keep it to the loop, or put it back into the queue.', example: 'join' }) // prettier-ignore
  decision!: 'join' | 'keep' | 'reopen';

  @ApiPropertyOptional({ format: 'uuid', description: 'Needed for `join`.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  postId?: string;
}
