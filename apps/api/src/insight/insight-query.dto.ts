import { KINDS, type Kind } from '@huiyin/loop';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { OptionalOneOf, OptionalText, OptionalTime } from '../http/fields.js';

/** Period and part of the operator to look at. */
export class InsightQueryDto {
  @OptionalTime({ description: 'Begin of the period; 30 days before its end when left out.' })
  from?: string;

  @OptionalTime({ description: 'End of the period; now when left out.' })
  to?: string;

  @OptionalText(100, { description: 'Code of a unit: it and everything under it.' })
  unit?: string;

  @OptionalOneOf(KINDS, { description: 'Kind.' })
  kind?: Kind;

  @OptionalText(200, { description: 'Product, by its exact name.' })
  product?: string;
}

/** The same with the zone by whose clock days and hours are meant. */
export class ZonedQueryDto extends InsightQueryDto {
  @ApiPropertyOptional({ default: 'UTC', example: 'Asia/Shanghai', description: 'Time zone, as IANA calls it.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => zoneOf(value) ?? value)
  @ValidateBy({
    name: 'zone',
    validator: {
      validate: (value) => zoneOf(value) !== undefined,
      defaultMessage: () => 'must be a time zone such as Asia/Shanghai',
    },
  })
  zone: string = 'UTC';
}

/** Satisfaction by day, week or month. */
export class SatisfactionQueryDto extends ZonedQueryDto {
  @ApiPropertyOptional({ enum: ['day', 'week', 'month'], default: 'day', example: 'week' })
  @IsOptional()
  @IsIn(['day', 'week', 'month'], { message: 'must be day, week or month' })
  by: 'day' | 'week' | 'month' = 'day';
}

/** The name under which both we and Postgres know a time zone; undefined for what is none. An offset would mean the opposite there. */
function zoneOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
