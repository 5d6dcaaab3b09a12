import {
  CLUSTER_SORTS,
  CLUSTER_STATUSES,
  TREND_STEPS,
  type ClusterSort,
  type ClusterStatus,
  type ClusterView,
  type TrendPart,
  type Trends,
  type TrendStep,
} from '@huiyin/analyze';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { OptionalLimit, OptionalOneOf, OptionalText, OptionalTime } from '../http/fields.js';

/** What a list of clusters is narrowed to. */
export class ListClustersDto {
  @OptionalText(200, { description: 'Part of the name, or words that items of the cluster have.' })
  q?: string;

  @OptionalOneOf(CLUSTER_STATUSES, { description: 'Status; dismissed clusters are left out unless asked for.' })
  status?: ClusterStatus;

  @OptionalText(100, { description: 'First level of a category, e.g. `network`.' })
  category?: string;

  @OptionalOneOf(CLUSTER_SORTS, { description: '`impact` first when left out.' })
  sort?: ClusterSort;

  @OptionalText(400, { description: '`nextCursor` of the page before.' })
  cursor?: string;

  @OptionalLimit()
  limit?: number;
}

/** A cluster of items that say the same, in a list. */
export class ClusterDto implements ClusterView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['machine', 'model', 'person'], description: 'Who gave the name.' })
  namedBy!: 'machine' | 'model' | 'person';

  @ApiProperty({ description: 'First level of the category that most of its items have.' })
  category!: string;

  @ApiProperty({ description: 'The language that most of its items are in.' })
  language!: string;

  @ApiProperty({ enum: CLUSTER_STATUSES })
  status!: ClusterStatus;

  @ApiProperty({ description: 'The machine adds nothing and changes nothing.' })
  locked!: boolean;

  @ApiProperty({ description: 'A person has decided something about it.' })
  settled!: boolean;

  @ApiProperty({ description: 'Items in it.' })
  size!: number;

  @ApiProperty({ description: 'Items in it that are not closed.' })
  open!: number;

  @ApiProperty({
    description:
      'Different customers: a known one counts once, however often the same was asked; an item from nobody known counts as one.',
  })
  customers!: number;

  @ApiProperty({ description: 'What to look at first; see docs/impact.md.' })
  impact!: number;

  @ApiProperty({ description: 'The last seven days against the four weeks before: 1 is steady, 2 is twice as many.' })
  growth!: number;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;
}

/** One page of clusters. */
export class ClusterPageDto {
  @ApiProperty({ type: [ClusterDto] })
  items!: ClusterDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** What a trend is asked for. */
export class TrendQueryDto {
  @OptionalOneOf(TREND_STEPS, { description: '`day` when left out; weeks begin on Monday (UTC).' })
  by?: TrendStep;

  @OptionalTime({ description: 'Begin; 90 days or 26 weeks before the end when left out.' })
  from?: string;

  @OptionalTime({ description: 'End; now when left out.' })
  to?: string;
}

/** Items of a cluster that were received within one day or week (UTC). */
export class TrendPartDto implements TrendPart {
  @ApiProperty({ format: 'date', description: 'The day, or the first day of the week.' })
  day!: string;

  @ApiProperty()
  items!: number;

  @ApiProperty({ description: 'Different customers; an item from nobody known counts as one.' })
  customers!: number;
}

/** Most clusters whose curves are asked for at once. */
const MOST_CURVES = 200;

/** Whose curves are asked for. */
export class TrendsQueryDto {
  @ApiProperty({
    type: String,
    description: `Ids of clusters with commas between them, at most ${MOST_CURVES}.`,
    example: '019aa5d2-9d40-7c55-8a11-6b0e4d2f7c19',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsUUID('all', { each: true, message: 'must be ids of clusters with commas between them' })
  @ArrayMaxSize(MOST_CURVES, { message: `must name at most ${MOST_CURVES} clusters` })
  @IsArray({ message: 'must be ids of clusters with commas between them' })
  ids!: string[];
}

/** What a cluster received within twelve times seven days. */
export class TrendsDto implements Trends {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: [Number],
    description: 'Items of seven days each, oldest first; the last seven days end now.',
    example: [0, 2, 1, 3, 4, 2, 5, 6, 4, 9, 14, 22],
  })
  weeks!: readonly number[];
}
