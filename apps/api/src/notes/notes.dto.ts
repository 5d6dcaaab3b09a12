import type { NoteView, OpenQuestion } from '@huiyin/resolve';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { OptionalLimit, OptionalText, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** A note for colleagues. */
export class NewNoteDto {
  @Text(1, 4_000, { description: 'What to say. No customer reads it.', example: '该小区的光缆上周刚割接过吗？' })
  text!: string;

  @OptionalText(100, {
    description: 'Code of a unit that is asked; it sees the item from then on, and the question waits for it.',
    example: 'guangdong',
  })
  unit?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The question that this answers.' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a note' })
  replyTo?: string;
}

/** A note as colleagues see it. */
export class NoteDto implements NoteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Of the item when it was written.' })
  cycle!: number;

  @ApiProperty({ description: 'What identifies the customer is masked.', example: '该小区的光缆上周刚割接过吗？' })
  text!: string;

  @ApiProperty({ example: 'person:7' })
  author!: string;

  @ApiProperty({ type: String, ...nullable, example: '李丽', description: 'Null for somebody who is not there any more.' }) // prettier-ignore
  authorName!: string | null;

  @ApiProperty({ type: String, ...nullable, example: 'guangdong', description: 'Code of the unit that is asked; null for a remark.' }) // prettier-ignore
  unit!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'The question that it answers.' })
  replyTo!: string | null;

  @ApiProperty({ format: 'date-time' })
  writtenAt!: string;
}

/** A question that waits for an answer, with its item. */
export class OpenQuestionDto extends NoteDto implements OpenQuestion {
  @ApiProperty({ format: 'uuid' })
  feedbackId!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;
}

/** How many. */
export class ListQuestionsDto {
  @OptionalLimit()
  limit?: number;
}

/** Whose names are asked for. */
export class ActorsQueryDto {
  @Text(1, 4_000, { description: 'Actors as the API names them, separated by commas.', example: 'person:7,key:3fz8k2' })
  of!: string;
}

/** What somebody is called. */
export class ActorDto {
  @ApiProperty({ example: 'person:7' })
  actor!: string;

  @ApiProperty({ example: '李丽' })
  name!: string;
}
