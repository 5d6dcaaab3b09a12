import { CodedError, ERRORS, type ErrorCode, type FieldError } from '@huiyin/loop';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One field and what is wrong with it. */
export class ProblemField implements FieldError {
  @ApiProperty({ example: 'text' })
  field!: string;

  @ApiProperty({ example: 'text must be 1 to 10,000 characters' })
  message!: string;
}

/** An error as the API answers it: RFC 9457 `application/problem+json` with a code from the catalogue. */
export class Problem {
  @ApiProperty({ example: 'urn:huiyin:problem:validation-failed' })
  type!: string;

  @ApiProperty({ example: ERRORS['validation-failed'].title })
  title!: string;

  @ApiProperty({ example: 400 })
  status!: number;

  @ApiProperty({ description: 'What is wrong and what to do.' })
  detail!: string;

  @ApiProperty({ enum: Object.keys(ERRORS) })
  code!: ErrorCode;

  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: FieldError[];

  @ApiProperty({ description: 'Give it to whoever runs Huiyin: the log has it too.' })
  requestId!: string;
}

/** Turns a coded error into the body of the answer. */
export function problem(error: CodedError, requestId: string): Problem {
  const { status, title } = ERRORS[error.code];
  return {
    type: `urn:huiyin:problem:${error.code}`,
    title,
    status,
    detail: error.detail,
    code: error.code,
    ...(error.fields.length > 0 ? { errors: [...error.fields] } : {}),
    requestId,
  };
}
