import { KINDS, type Kind } from '@huiyin/loop';
import type { RuleDraft, StoredRule } from '@huiyin/route';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { OptionalText, Text } from '../http/fields.js';

const MONTH_MINUTES = 31 * 24 * 60;

/** A routing rule; conditions left out match everything. */
export class RuleDto {
  @Text(1, 200, { description: 'Name.', example: '广东宽带障碍' })
  name!: string;

  @ApiPropertyOptional({ enum: KINDS, isArray: true })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @IsIn(KINDS, { each: true, message: `entries must be ${KINDS.join(', ')}` })
  kinds?: Kind[];

  @OptionalText(200, { description: 'Category, or everything under it.' })
  category?: string;

  @OptionalText(100, { description: 'Region of the customer.' })
  region?: string;

  @OptionalText(200, { description: 'Product.' })
  product?: string;

  @OptionalText(100, { description: 'Word that is found anywhere in the text.' })
  keyword?: string;

  @Text(1, 100, { description: 'Code of the unit that gets the item.' })
  unit!: string;

  @ApiProperty({ type: Number, minimum: 1, maximum: MONTH_MINUTES, example: 2880 })
  @IsInt({ message: 'must be a whole number of minutes' })
  @Min(1, { message: 'must be at least 1 minute' })
  @Max(MONTH_MINUTES, { message: 'must be at most 31 days' })
  limitMinutes!: number;

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  active?: boolean;
}

/** All rules in the order in which they are tried; the first that matches wins. */
export class RulesDto {
  @ApiProperty({ type: [RuleDto] })
  @IsArray({ message: 'must be a list of rules' })
  @ArrayMaxSize(1_000, { message: 'must have at most 1,000 rules' })
  // A list in the list would pass for a rule of it.
  @IsObject({ each: true, message: 'each must be an object' })
  @ValidateNested({ each: true })
  @Type(() => RuleDto)
  rules!: RuleDto[];
}

/** A rule on record. */
export class StoredRuleDto implements StoredRule {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  position!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: KINDS, isArray: true })
  kinds!: readonly Kind[];

  @ApiProperty({ type: String, nullable: true })
  category!: string | null;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty({ type: String, nullable: true })
  product!: string | null;

  @ApiProperty({ type: String, nullable: true })
  keyword!: string | null;

  @ApiProperty()
  unit!: string;

  @ApiProperty()
  limitMinutes!: number;

  @ApiProperty()
  active!: boolean;
}

/** A rule as it is stored, from its place in the list. */
export function draft(rule: RuleDto, position: number): RuleDraft {
  const { kinds = [], category = null, region = null, product = null, keyword = null, active = true } = rule;
  return {
    name: rule.name,
    unit: rule.unit,
    limitMinutes: rule.limitMinutes,
    position,
    kinds,
    category,
    region,
    product,
    keyword,
    active,
  };
}
