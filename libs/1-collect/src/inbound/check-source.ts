import type { FieldError } from '@huiyin/loop';
import { CUSTOMER_RULES, PIECE_RULES } from '../piece.js';
import { isObject } from '../rules.js';
import { isScalar } from './find.js';
import { stepsOf } from './paths.js';
import { TIME_FORMS } from './times.js';

const HEADER = /^[A-Za-z0-9-]{1,100}$/;
const FINDING = new Set(['path', 'join', 'const', 'map', 'default', 'time']);
const TARGETS = new Set([
  ...Object.keys(PIECE_RULES).filter((name) => !['source', 'customer', 'attributes'].includes(name)),
  ...Object.keys(CUSTOMER_RULES).map((name) => `customer.${name}`),
]);
const ATTRIBUTE = /^attributes\.(?!__proto__$|constructor$|prototype$).{1,100}$/;

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a check of senders, field by field. */
export function problemsOfCheck(value: unknown): FieldError[] {
  if (!isObject(value)) return [{ field: 'check', message: 'must be an object' }];
  const { type, ...rest } = value as Fields;
  const known: Record<string, Record<string, (inner: unknown) => boolean>> = {
    standard: { toleranceSeconds: isTolerance },
    hmac: {
      header: isHeader,
      encoding: isEncoding,
      prefix: isShort,
      timestampHeader: isHeader,
      toleranceSeconds: isTolerance,
    },
    bearer: { header: isHeader },
    basic: { username: isShort },
  };
  const rules = typeof type === 'string' && Object.hasOwn(known, type) ? known[type] : undefined;
  if (!rules) return [{ field: 'check.type', message: `must be one of ${Object.keys(known).join(', ')}` }];
  const needed = type === 'hmac' ? ['header'] : type === 'basic' ? ['username'] : [];
  const names = [...new Set([...Object.keys(rest), ...needed])];
  return names.flatMap((name) => {
    const field = `check.${name}`;
    if (!Object.hasOwn(rules, name)) return [{ field, message: `unknown field "${name.slice(0, 100)}"` }];
    return rules[name]?.(rest[name])
      ? []
      : [{ field, message: 'is missing or not as it should be; see the documents' }];
  });
}

const isHeader = (value: unknown) => typeof value === 'string' && HEADER.test(value);
const isEncoding = (value: unknown) => value === 'hex' || value === 'base64';
const isShort = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 100;
const isTolerance = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 86_400;

/** What is wrong with a mapping, field by field. */
export function problemsOfMapping(value: unknown): FieldError[] {
  if (!isObject(value)) return [{ field: 'mapping', message: 'must be an object' }];
  const { items, when, fields, resolve, ...rest } = value as Fields;
  const found = Object.keys(rest).map((name) => unknown('mapping', name));
  if (items !== undefined) found.push(...problemsOfPath('mapping.items', items));
  if (when !== undefined) found.push(...problemsOfCondition('mapping.when', when));
  if (!isObject(fields) || !Object.hasOwn(fields, 'text'))
    return [...found, { field: 'mapping.fields', message: 'must be an object that says at least where `text` is' }];
  for (const [name, rule] of Object.entries(fields)) {
    if (TARGETS.has(name) || ATTRIBUTE.test(name)) found.push(...problemsOfRule(`mapping.fields.${name}`, rule));
    else found.push(unknown('mapping.fields', name));
  }
  return resolve === undefined ? found : [...found, ...problemsOfResolve(resolve, fields as Fields)];
}

function problemsOfResolve(resolve: unknown, fields: Fields): FieldError[] {
  const place = 'mapping.resolve';
  if (!isObject(resolve)) return [{ field: place, message: 'must be an object' }];
  const { when, action, summary, reply, ...rest } = resolve as Fields;
  return [
    ...Object.keys(rest).map((name) => unknown(place, name)),
    ...(Object.hasOwn(fields, 'externalId') ? [] : [{ field: 'mapping.fields.externalId', message: 'is needed to find what was solved' }]), // prettier-ignore
    ...problemsOfCondition(`${place}.when`, when),
    ...(action === undefined ? [] : problemsOfRule(`${place}.action`, action)),
    ...problemsOfRule(`${place}.summary`, summary),
    ...problemsOfRule(`${place}.reply`, reply),
  ];
}

function problemsOfRule(field: string, rule: unknown): FieldError[] {
  if (typeof rule === 'string') return problemsOfPath(field, rule);
  if (!isObject(rule)) return [{ field, message: 'must be a path, or an object with `path` or `const`' }];
  const { path, join, const: fixed, map, default: otherwise, time } = rule as Fields;
  const strange = Object.keys(rule).filter((name) => !FINDING.has(name));
  const bad = (name: string, wrong: boolean, message: string) =>
    wrong ? [{ field: `${field}.${name}`, message }] : [];
  const list = Array.isArray(fixed) ? fixed : [fixed ?? ''];
  return [
    ...strange.map((name) => unknown(field, name)),
    ...bad('path', (path === undefined) === (fixed === undefined), 'give either `path` or `const`'),
    ...(path === undefined ? [] : [path].flat().flatMap((one) => problemsOfPath(`${field}.path`, one))),
    ...bad('path', Array.isArray(path) && (path.length < 1 || path.length > 10), 'must have 1 to 10 entries'),
    ...bad(
      'join',
      join !== undefined && (typeof join !== 'string' || join.length > 20),
      'must be at most 20 characters',
    ),
    ...bad('const', !list.every(isScalar), 'must be a text, a number, true, false, or a list of those'),
    ...bad('map', map !== undefined && !(isObject(map) && Object.values(map).every(isScalar)), 'must be an object of plain values'), // prettier-ignore
    ...bad('default', otherwise !== undefined && !isScalar(otherwise), 'must be a plain value'),
    ...bad('time', time !== undefined && !(typeof time === 'string' && TIME_FORMS.test(time)), 'must be a zone such as +08:00, epoch-seconds or epoch-milliseconds'), // prettier-ignore
  ];
}

function problemsOfCondition(field: string, condition: unknown): FieldError[] {
  if (!isObject(condition)) return [{ field, message: 'must be an object with `path` and `in`' }];
  const { path, in: list } = condition as Fields;
  const fine = Array.isArray(list) && list.length > 0 && list.every(isScalar);
  return [...problemsOfPath(`${field}.path`, path), ...(fine ? [] : [{ field: `${field}.in`, message: 'must be a list of plain values' }])]; // prettier-ignore
}

function problemsOfPath(field: string, path: unknown): FieldError[] {
  if (typeof path === 'string' && stepsOf(path)) return [];
  return [
    { field, message: 'must be a path such as case.subject or /case/subject; $ in front starts from the whole body' },
  ];
}

function unknown(place: string, name: string): FieldError {
  const short = name.slice(0, 100);
  return { field: `${place}.${short}`, message: `unknown field "${short}"` };
}
