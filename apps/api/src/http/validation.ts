import { CodedError, type FieldError } from '@huiyin/loop';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** Checks `plain` against the class `type` and answers with an instance of it, or with what is wrong, field by field. */
export function validated<T extends object>(type: Type<T>, plain: unknown): T | FieldError[] {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    return [{ field: '', message: 'an object is expected' }];
  const instance = plainToInstance(type, plain);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  return errors.length === 0 ? instance : errors.flatMap((error) => fieldErrors(error, ''));
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const separator = parent && !/^\d+$/.test(error.property) ? '.' : '';
  const name = /^\d+$/.test(error.property) ? `[${error.property}]` : error.property;
  const field = `${parent}${separator}${name}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => {
    return { field, message: rule === 'whitelistValidation' ? `unknown field "${error.property}"` : message };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** The error for a request whose fields are wrong. */
export function invalid(fields: readonly FieldError[]): CodedError {
  const named = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new CodedError('validation-failed', `Correct and send again. ${named}`, fields);
}

/** Checks every body and query against its DTO; unknown fields are refused by name. */
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    if (!metatype || NOT_DTOS.has(metatype)) return value;
    const result = validated(metatype as Type<object>, value ?? {});
    if (Array.isArray(result)) throw invalid(result);
    return result;
  }
}

const NOT_DTOS = new Set<unknown>([String, Number, Boolean, Array, Object, Buffer]);

/** For `ParseUUIDPipe`: what is not an id names nothing. */
export function badId(): CodedError {
  return new CodedError('not-found', 'There is nothing of that id. Check the id.');
}
