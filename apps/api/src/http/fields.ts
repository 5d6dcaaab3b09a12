import { oneOf, OPTIONAL_TIME, optionalOneOf, optionalText, text, type Rule } from '@huiyin/collect';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';

interface About {
  readonly description: string;
  readonly example?: string;
}

/** A field that holds what `rule` allows; the rule tells the documents too. */
export function ByRule(rule: Rule, about: About): PropertyDecorator {
  const validator = {
    validate: (value: unknown) => rule.problem(value) === undefined,
    defaultMessage: (given?: { value: unknown }) => rule.problem(given?.value) ?? '',
  };
  return applyDecorators(
    Described(rule, about),
    ...(rule.required ? [] : [IsOptional()]),
    ValidateBy({ name: 'rule', validator }),
  );
}

/** A field of a DTO that checks itself: only the documents need to be told. */
export function Described(rule: Rule, about: About): PropertyDecorator {
  return (rule.required ? ApiProperty : ApiPropertyOptional)({ ...rule.schema, ...about });
}

/** A text of `min` to `max` characters that is more than white space. */
export const Text = (min: number, max: number, about: About) => ByRule(text(min, max), about);

/** An optional text of 1 to `max` characters. */
export const OptionalText = (max: number, about: About) => ByRule(optionalText(max), about);

/** One of a list of names. */
export const OneOf = (names: readonly string[], about: About) => ByRule(oneOf(names), about);

/** One of a list of names, or nothing. */
export const OptionalOneOf = (names: readonly string[], about: About) => ByRule(optionalOneOf(names), about);

/** A moment, ISO 8601 with a zone (`2026-11-22T08:00:00+08:00`), between the years 1970 and 9999. */
export const OptionalTime = (about: About) => ByRule(OPTIONAL_TIME, about);

/** How many rows of a list: a whole number of 1 to `most`, as it stands in a query. */
export function OptionalLimit(most = 200, usual = 50): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 1, maximum: most, default: usual }),
    IsOptional(),
    Type(() => Number),
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must be at least 1' }),
    Max(most, { message: `must be at most ${most}` }),
  );
}
