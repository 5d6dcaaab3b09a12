import {
  CLUSTER_SORTS,
  CLUSTER_STATUSES,
  type ClusterSort,
  type ClusterStatus,
  type ClusterView,
  type TrendDay,
} from '@huiyin/analyze';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { OptionalOneOf, OptionalText } from '../http/fields.js';

/** What a list of clusters is narrowed to. */
export class ListClustersDto {
  @OptionalText(200, { description: 'Part of the name.' })
  q?: string;

  @OptionalOneOf(CLUSTER_STATUSES, { description: 'Status.' })
  status?: ClusterStatus;

  @OptionalOneOf(CLUSTER_SORTS, { description: '`size` first when left out.' })
  sort?: ClusterSort;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(200, { message: 'must be at most 200' })
  limit?: number;
}

/** A cluster of items that say the same. */
export class ClusterDto implements ClusterView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  category!: string;

  @ApiProperty()
  language!: string;

  @ApiProperty({ enum: CLUSTER_STATUSES })
  status!: ClusterStatus;

  @ApiProperty()
  locked!: boolean;

  @ApiProperty({ description: 'Items in it.' })
  size!: number;

  @ApiProperty({ description: 'Items in it that are not closed.' })
  open!: number;

  @ApiProperty({ description: 'Different customers who are known.' })
  customers!: number;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;
}

/** A list of clusters. */
export class ClusterListDto {
  @ApiProperty({ type: [ClusterDto] })
  items!: ClusterDto[];
}

/** How many items joined a cluster on one day (UTC). */
export class TrendDayDto implements TrendDay {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty()
  items!: number;
}
