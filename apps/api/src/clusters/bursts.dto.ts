import type { BurstCurve, BurstView } from '@huiyin/analyze';
import { ApiProperty } from '@nestjs/swagger';
import { OptionalOneOf, OptionalText } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** What a list of hot issues is narrowed to. */
export class ListBurstsDto {
  @OptionalOneOf(['true', 'false'], { description: '`true`: those that last; `false`: those that are over.' })
  active?: 'true' | 'false';

  @OptionalText(100, { description: 'Region.' })
  region?: string;

  @OptionalText(200, { description: 'Category, or everything under it.' })
  category?: string;
}

class BurstClusterDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'First level of the category that most of its items have.', example: 'network' })
  category!: string;
}

/** A hot issue: sudden growth against its own history. */
export class BurstDto implements BurstView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ description: 'It lasts.' })
  active!: boolean;

  @ApiProperty({ type: BurstClusterDto, ...nullable })
  cluster!: BurstClusterDto | null;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'Where it is no cluster: the first two levels of the category.',
  })
  category!: string | null;

  @ApiProperty({ type: String, ...nullable, description: '`null` for everywhere.' })
  region!: string | null;

  @ApiProperty({ enum: [1, 6, 24], description: 'Length of the time in which it showed.' })
  windowHours!: number;

  @ApiProperty({ description: 'Items in such a time, at its height.' })
  seen!: number;

  @ApiProperty({ description: 'As many as its own history let expect.' })
  expected!: number;

  @ApiProperty({ description: 'Orders of magnitude by which chance alone is out of the question.' })
  score!: number;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  endedAt!: string | null;
}

/** One moment of a hot issue. */
export class BurstPointDto {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Items of the window that ends at this moment.', example: 30 })
  voices!: number;

  @ApiProperty({ description: 'As many as its history until then let expect.', example: 1.2 })
  expected!: number;

  @ApiProperty({ description: 'Lower end of what is normal.', example: 0 })
  low!: number;

  @ApiProperty({ description: 'Upper end of what is normal: two standard deviations above.', example: 4.1 })
  high!: number;
}

/** A hot issue as a curve. */
export class BurstCurveDto implements BurstCurve {
  @ApiProperty({ description: 'Length of the window that each point counts.' })
  windowHours!: number;

  @ApiProperty({ type: [BurstPointDto] })
  points!: readonly BurstPointDto[];
}

/** Hot issues. */
export class BurstListDto {
  @ApiProperty({ type: [BurstDto] })
  items!: BurstDto[];
}
