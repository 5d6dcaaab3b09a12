import { FILE_FORMATS, IMPORT_STATES, type ImportStatus, type SourceMapping, type ValueMap } from '@huiyin/collect';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { OptionalLimit } from '../http/fields.js';
import { saidOf } from './instructions.js';

const COLUMNS = { type: 'object', additionalProperties: { type: 'string' } } as const;

/** The id of a new import. */
export class ImportQueuedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

/** An import and how far it is. */
export class ImportDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: IMPORT_STATES })
  state!: string;

  @ApiProperty({ description: 'Rows done with so far; all rows of the file once the state is `done`.' })
  total!: number;

  @ApiProperty()
  accepted!: number;

  @ApiProperty({ description: 'Rows that were on record before.' })
  duplicates!: number;

  @ApiProperty()
  rejected!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Where the rejected rows are, as CSV with line and reason; null when there are none or they are no longer kept.',
  })
  rejectsUrl!: string | null;

  @ApiProperty({ description: 'Share of the file that has been read, 0 to 1.' })
  progress!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why it failed.' })
  error!: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName!: string | null;

  @ApiProperty({ description: 'Bytes.' })
  fileBytes!: number;

  @ApiProperty({ description: 'Source of the rows that name none.', type: String, nullable: true })
  source!: string | null;

  @ApiProperty({ enum: FILE_FORMATS, description: 'As its content tells.' })
  format!: string;

  @ApiProperty({ description: 'Of CSV and NDJSON.' })
  encoding!: string;

  @ApiProperty({ description: 'Between the cells of CSV.' })
  delimiter!: string;

  @ApiProperty({ ...COLUMNS, description: 'Field → column.' })
  mapping!: Readonly<Record<string, string>>;

  @ApiProperty({ description: '`person:<id>` or `key:<id>`.' })
  createdBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;
}

/** A page of imports, newest first. */
export class ImportPageDto {
  @ApiProperty({ type: [ImportDto] })
  items!: ImportDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Where the next page begins; null on the last.' })
  nextCursor!: string | null;
}

/** Which page of imports. */
export class ListImportsDto {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before.', format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'must be nextCursor of the page before' })
  cursor?: string;

  @OptionalLimit()
  limit?: number;
}

/** A row as it would be read. */
export class PreviewRowDto {
  @ApiProperty({ description: 'Line of the file, or row of the spreadsheet.' })
  line!: number;

  @ApiProperty({ type: 'object', additionalProperties: true })
  cells!: Readonly<Record<string, unknown>>;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The piece it would become.',
  })
  piece!: Readonly<Record<string, unknown>> | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it would be rejected.' })
  problem!: string | null;
}

/** What is wrong with a mapping. */
export class MappingProblemDto {
  @ApiProperty()
  field!: string;

  @ApiProperty()
  message!: string;
}

/** How a file would be read; nothing of it is kept. */
export class ImportPreviewDto {
  @ApiProperty({ enum: FILE_FORMATS })
  format!: string;

  @ApiProperty()
  encoding!: string;

  @ApiProperty()
  delimiter!: string;

  @ApiProperty({ type: [String], description: 'Columns of the file.' })
  columns!: readonly string[];

  @ApiProperty({ ...COLUMNS, description: 'Field → column: as sent, as remembered for the source, or guessed.' })
  mapping!: Readonly<Record<string, string>>;

  @ApiProperty({ type: [MappingProblemDto], description: 'What has to be put right before the file can be imported.' })
  problems!: readonly MappingProblemDto[];

  @ApiProperty({ type: [PreviewRowDto], description: 'The first 20 rows.' })
  rows!: readonly PreviewRowDto[];
}

/** How the files of a source are read. */
export class SourceMappingDto {
  @ApiProperty()
  source!: string;

  @ApiProperty({ ...COLUMNS, description: 'Field → column.' })
  mapping!: Readonly<Record<string, string>>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    description: "Field → the sender's value → ours.",
  })
  values?: ValueMap;

  @ApiProperty({ description: 'Zone of times that name none.' })
  timezone!: string;

  @ApiPropertyOptional({ description: 'For rows that say nothing else.' })
  unit?: string;

  @ApiPropertyOptional({ description: 'For rows that say nothing else.' })
  channel?: string;

  @ApiPropertyOptional({ description: 'For rows that say nothing else.' })
  kind?: string;

  @ApiPropertyOptional({ description: 'For rows that say nothing else.' })
  product?: string;

  @ApiPropertyOptional({ description: 'For rows that say nothing else.' })
  phase?: string;

  @ApiPropertyOptional({ enum: FILE_FORMATS, description: 'Found out when left out.' })
  format?: string;

  @ApiPropertyOptional({ description: 'Found out when left out.' })
  encoding?: string;

  @ApiPropertyOptional({ description: 'Of CSV; found out when left out.' })
  delimiter?: string;

  @ApiPropertyOptional({ description: 'Of a spreadsheet; its first one when left out.' })
  sheet?: string;

  @ApiProperty()
  changedBy!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}

/** An import in the form of the API. */
export function importDto(status: ImportStatus): ImportDto {
  const { rejectsKept, reading, mapping, ...rest } = status;
  const { format, encoding, delimiter } = reading;
  const rejectsUrl = rejectsKept && rest.rejected > 0 ? `/api/v1/imports/${rest.id}/rejects` : null;
  return { ...rest, format, encoding, delimiter, mapping: mapping.columns, rejectsUrl };
}

/** A remembered mapping in the form of the API. */
export function sourceMappingDto({ source, mapping, changedBy, changedAt }: SourceMapping): SourceMappingDto {
  return { source, ...saidOf(mapping), changedBy, changedAt };
}
