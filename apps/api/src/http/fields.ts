import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length, ValidateBy } from 'class-validator';

/** A text of `min` to `max` characters that is more than white space. */
export function Text(min: number, max: number, about: { description: string; example?: string }): PropertyDecorator {
  const message = `must be ${min.toLocaleString('en')} to ${max.toLocaleString('en')} characters, and not only blanks`;
  return applyDecorators(
    ApiProperty({ type: String, minLength: min, maxLength: max, ...about }),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && value.length <= max && value.length >= min && value.trim().length > 0,
        defaultMessage: () => message,
      },
    }),
  );
}

/** An optional text of 1 to `max` characters. */
export function OptionalText(max: number, about: { description: string; example?: string }): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 1, maxLength: max, ...about }),
    IsOptional(),
    Length(1, max, { message: `must be 1 to ${max.toLocaleString('en')} characters` }),
  );
}

/** One of a list of names. */
export function OneOf(names: readonly string[], about: { description: string }): PropertyDecorator {
  return applyDecorators(ApiProperty({ enum: names, ...about }), IsIn(names, { message: `must be one of ${names.join(', ')}` }));
}

/** One of a list of names, or nothing. */
export function OptionalOneOf(names: readonly string[], about: { description: string }): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ enum: names, ...about }),
    IsOptional(),
    IsIn(names, { message: `must be one of ${names.join(', ')}` }),
  );
}

/** A moment, ISO 8601 with a zone (`2026-11-22T08:00:00+08:00`), between the years 1970 and 9999. */
export function OptionalTime(about: { description: string }): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date-time', ...about }),
    IsOptional(),
    ValidateBy({
      name: 'time',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isTime(value),
        defaultMessage: () => 'must be a time with its zone, such as 2026-11-22T08:00:00Z',
      },
    }),
  );
}

const TIME = /^(19[7-9]\d|[2-9]\d{3})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function isTime(value: string): boolean {
  const [, year, month, day] = TIME.exec(value) ?? [];
  // Date.parse takes 30 February for 2 March; Postgres does not.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && !Number.isNaN(Date.parse(value));
}
