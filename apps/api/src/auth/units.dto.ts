import { UNIT_LEVELS, type Unit, type UnitLevel, type UnitNode } from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional, PartialType, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** A unit to add. */
export class NewUnitBody {
  @ApiProperty({ example: 'gd-gz', minLength: 1, maxLength: 64 })
  @IsString()
  @Length(1, 64)
  code!: string;

  @ApiPropertyOptional({ example: 'gd', description: 'Code of the unit above; left out, the group', maxLength: 64 })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  parent?: string;

  @ApiProperty({ enum: UNIT_LEVELS })
  @IsIn(UNIT_LEVELS)
  level!: UnitLevel;

  @ApiProperty({ example: '广州', minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  nameZh!: string;

  @ApiPropertyOptional({ example: 'Guangzhou', description: 'Left out, it is nameZh', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  nameEn?: string;

  @ApiPropertyOptional({ example: '4401', type: String, nullable: true, description: 'Code of the region it serves' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  region?: string | null;

  @ApiPropertyOptional({ default: true, description: 'False when nothing new may be given to it' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    example: 8_200_000,
    description: 'How many customers it serves, for complaints per 10,000; null where nobody has said',
  })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(10_000_000_000, { message: 'must be at most 10,000,000,000' })
  customers?: number | null;
}

/** What to change of a unit; fields left out stay. Another `parent` moves it with all that is under it. */
export class ChangeUnitBody extends PartialType(OmitType(NewUnitBody, ['code'] as const), {
  skipNullProperties: false,
}) {}

/** A unit. */
export class UnitAnswer {
  @ApiProperty()
  code!: string;

  @ApiProperty({ enum: UNIT_LEVELS })
  level!: UnitLevel;

  @ApiProperty()
  nameZh!: string;

  @ApiProperty()
  nameEn!: string;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ type: Number, nullable: true, example: 8_200_000 })
  customers!: number | null;
}

/** A unit and those under it. */
export class UnitNodeAnswer extends UnitAnswer {
  @ApiProperty({ type: () => [UnitNodeAnswer] })
  children!: UnitNodeAnswer[];
}

/** A unit and the codes of those above it. */
export class UnitPlaceAnswer extends UnitAnswer {
  @ApiProperty({ type: [String], description: 'Codes of the units above, the group first', example: ['group', 'gd'] })
  above!: string[];
}

/** The fields of a unit that programs see; its number stays inside. */
export function unitAnswer({ code, level, nameZh, nameEn, region, active, customers }: Unit): UnitAnswer {
  return { code, level, nameZh, nameEn, region, active, customers };
}

/** The same with everything under it. */
export function unitNodeAnswer(node: UnitNode): UnitNodeAnswer {
  return { ...unitAnswer(node), children: node.children.map(unitNodeAnswer) };
}
