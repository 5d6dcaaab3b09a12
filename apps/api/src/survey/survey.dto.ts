import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { OptionalText } from '../http/fields.js';

/** The customer's answer. */
export class SurveyAnswerDto {
  @ApiProperty()
  @IsBoolean({ message: 'must be true or false' })
  solved!: boolean;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 10 })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(10, { message: 'must be at most 10' })
  score?: number;

  @OptionalText(2_000, { description: "The customer's own words." })
  comment?: string;
}

/** What a customer adds to an answer that was given by one tap. */
export class SurveyMoreDto extends OmitType(SurveyAnswerDto, ['solved'] as const) {}

/** The answer was taken. */
export class SurveyTakenDto {
  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty()
  solved!: boolean;
}

/** What a form sends (`solved=true&score=8&comment=`) as what JSON would say; fields left empty are left out. */
export function fromForm(form: Readonly<Record<string, string>>): Record<string, unknown> {
  const { solved, score, comment, ...others } = form;
  return {
    ...others,
    ...(solved ? { solved: solved === 'true' ? true : solved === 'false' ? false : solved } : {}),
    ...(score ? { score: Number(score) } : {}),
    ...(comment?.trim() ? { comment } : {}),
  };
}
