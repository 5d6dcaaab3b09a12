import type { ToldTrial } from '@huiyin/route';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { RulesDto } from './rules.dto.js';

const MOST_ITEMS = 5_000;

/** Rules to be tried before they are saved. */
export class TryRulesDto extends RulesDto {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: MOST_ITEMS, default: 1_000, example: 1_000, description: 'On how many of the latest items.' }) // prettier-ignore
  @IsOptional()
  @IsInt({ message: 'must be a whole number of items' })
  @Min(1, { message: 'must be at least 1' })
  @Max(MOST_ITEMS, { message: `must be at most ${MOST_ITEMS}` })
  last?: number;
}

/** How many items a unit would get. */
class UnitTrialDto {
  @ApiProperty({ example: 'guangdong', description: 'Code.' })
  unit!: string;

  @ApiProperty({ example: 120, description: 'With the rules in force.' })
  before!: number;

  @ApiProperty({ example: 96, description: 'With the rules tried.' })
  after!: number;
}

/** An item that would go to another unit. */
class MovedItemDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  reference!: string;

  @ApiProperty({ description: 'The subject, or else the beginning of the words.' })
  text!: string;

  @ApiProperty({ example: 'group', description: 'Unit, with the rules in force.' })
  from!: string;

  @ApiProperty({ example: 'guangdong', description: 'Unit, with the rules tried.' })
  to!: string;

  @ApiProperty({ type: Number, nullable: true, example: 0, description: 'Place of the rule that would decide, from 0; null where none would match.' }) // prettier-ignore
  rule!: number | null;
}

/** What the rules would have done. */
export class RulesTrialDto implements ToldTrial {
  @ApiProperty({ example: 1_000, description: 'How many items were tried.' })
  items!: number;

  @ApiProperty({ example: 24, description: 'How many would have gone to another unit.' })
  moved!: number;

  @ApiProperty({ example: 31, description: 'How many would have had another time limit.' })
  otherLimit!: number;

  @ApiProperty({ type: [UnitTrialDto], description: 'The units that get any, those with the greatest change first.' })
  units!: UnitTrialDto[];

  @ApiProperty({ type: [Number], example: [24, 0], description: 'Items that each rule would decide, in the order of the rules.' }) // prettier-ignore
  hits!: number[];

  @ApiProperty({ type: [MovedItemDto], description: 'The latest 20 that would have gone to another unit.' })
  examples!: MovedItemDto[];
}
