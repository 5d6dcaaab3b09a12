import { illFormed, invalid } from '@huiyin/collect';
import { CodedError, type FieldError } from '@huiyin/loop';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** A DTO that checks itself: for rules that are not those of requests alone. */
interface ChecksItself {
  readonly check: (plain: unknown) => object;
}

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

/** Checks every body and query, and a path that has a DTO, against its DTO; unknown fields are refused by name. */
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (!metatype || NOT_DTOS.has(metatype)) return value;
    // A body has been through this when it was read.
    const strange = type === 'body' ? undefined : illFormed(value);
    if (strange) throw invalid([strange]);
    const dto = metatype as Type<object> & Partial<ChecksItself>;
    const result = dto.check ? dto.check(value ?? {}) : validated(dto, value ?? {});
    if (Array.isArray(result)) throw invalid(result);
    return result;
  }
}

const NOT_DTOS = new Set<unknown>([String, Number, Boolean, Array, Object, Buffer]);

/** For `ParseUUIDPipe`: what is not an id names nothing. */
export function badId(): CodedError {
  return new CodedError('not-found', 'There is nothing of that id. Check the id.');
}
