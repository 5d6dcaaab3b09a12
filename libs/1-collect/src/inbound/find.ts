import type { FieldError } from '@huiyin/loop';
import type { Condition, Finding, Rule, Scalar } from './mapping.js';
import { valueAt } from './paths.js';
import { timeOf } from './times.js';

/** One item of a message, with the whole of it. */
export interface Item {
  readonly item: unknown;
  readonly root: unknown;
}

/** What a rule found, or why it may not be taken. */
export type Found = { readonly value: unknown } | { readonly problem: string };

/** Applies a rule. Nothing there: `value` is undefined. The problem never repeats what the sender sent. */
export function find(rule: Rule, { item, root }: Item): Found {
  const finding: Finding = typeof rule === 'string' ? { path: rule } : rule;
  if (finding.const !== undefined) return { value: finding.const };
  const paths = typeof finding.path === 'string' ? [finding.path] : (finding.path ?? []);
  const values = paths.map((path) => valueAt(path, item, root)).filter(isSomething);
  const value = finding.join === undefined ? values[0] : joined(values, finding.join);
  if (value === undefined) return { value: finding.default };
  if (finding.map) return translated(value, finding);
  if (finding.time === undefined) return { value };
  const time = timeOf(value, finding.time);
  return time === null ? { problem: `is no time that "${finding.time}" fits` } : { value: time };
}

/** True when a condition holds for an item. Numbers and texts that look the same are the same. */
export function holds(condition: Condition, { item, root }: Item): boolean {
  const value = valueAt(condition.path, item, root);
  return isScalar(value) && condition.in.some((wanted) => String(wanted) === String(value));
}

function translated(value: unknown, { map = {}, default: otherwise }: Finding): Found {
  const key = isScalar(value) ? String(value) : '';
  if (Object.hasOwn(map, key)) return { value: map[key] };
  return otherwise === undefined
    ? { problem: 'is not one of the values that the mapping knows' }
    : { value: otherwise };
}

function joined(values: readonly unknown[], by: string): string | undefined {
  const texts = values.filter(isScalar).map(String);
  return texts.length > 0 ? texts.join(by) : undefined;
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** True for a text, a number, true or false. */
export function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The error of one of our fields, with the place in the sender's message that it was taken from. */
export function fieldError(field: string, rule: Rule | undefined, message: string): FieldError {
  const path = typeof rule === 'string' ? rule : rule?.path;
  const from = path === undefined ? '' : ` (from ${[path].flat().join(' or ')})`;
  return { field, message: `${message}${from}` };
}
