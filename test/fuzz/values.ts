import type { Json } from '../support/call.js';
import type { Chance } from './chance.js';

/** Ids and codes that exist, by the name of the field or parameter that takes them. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Words that break programs: lone surrogates, NUL, other directions, emoji, NFD, names of prototypes, formulas, patterns. */
export const STRANGE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  'vor\udfff',
  '\u202eatad\u202c',
  'مرحبا \u200f',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'é'.normalize('NFD'),
  '\ufeffBOM',
  '\u2028\u2029',
  '\r\nX-Injected: 1',
  '\u001b[31m',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "' or '1'='1",
  '"; --',
  '%',
  '_%\\',
  '%00',
  '../../etc/passwd',
  '=1+1',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '$' + '{jndi:x}',
  'null',
  'NaN',
  'true',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  '9007199254740993',
  '0x10',
  '2026-02-30T00:00:00Z',
  '0000-00-00T00:00:00Z',
  '275761-01-01T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  '01a00000-0000-7000-8000-000000000000',
  '01A00000-0000-7000-8000-00000000000Z',
  '$.a.b',
  '(a+)+$',
  '[',
  'http://169.254.169.254/',
  'javascript:alert(1)',
  '٣',
  '字'.repeat(300),
  'x'.repeat(10_001),
  '😀'.repeat(5_001),
];

const STRANGE_NUMBERS = [0, -0, -1, 1, 0.5, 1e21, -1e21, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 3.000000001];

/** Keys that are not to be believed. */
export const STRANGE_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  '',
  '\u0000',
  'a.b',
  '$where',
  '\ud800',
];

/** Something of a type that nobody expects. */
export function strange(chance: Chance): unknown {
  const kinds: (() => unknown)[] = [
    () => chance.pick(STRANGE_TEXTS),
    () => chance.pick(STRANGE_TEXTS),
    () => chance.pick(STRANGE_NUMBERS),
    () => chance.percent(50),
    () => null,
    () => [],
    () => ({}),
    () => [chance.pick(STRANGE_TEXTS), null, [[]]],
    () => keyed(chance.pick(STRANGE_KEYS), chance.pick(STRANGE_TEXTS)),
    () => keyed('__proto__', { admin: true, scopes: ['admin'] }),
    () => ({ toString: 1, valueOf: null, length: -1 }),
    () => deep(chance.pick([5, 40, 400]), chance.percent(50)),
    () => 'y'.repeat(chance.pick([500, 5_000, 50_000])),
    () => Array.from({ length: chance.pick([51, 1_000]) }, (_, index) => String(index)),
  ];
  return chance.pick(kinds)();
}

/** An object with one own key, `__proto__` too. */
export function keyed(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: true });
}

/** Brackets in brackets. */
export function deep(levels: number, asList: boolean): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = asList ? [value] : { a: value };
  return value;
}

/** Makes values that a schema allows. */
export class Samples {
  constructor(
    private readonly document: Json,
    private readonly known: Known,
    private readonly chance: Chance,
  ) {}

  /** A value of the schema; `name` is that of its field. */
  of(given: Json, name = '', depth = 0): unknown {
    const schema = this.resolved(given);
    if (schema.oneOf ?? schema.anyOf) return this.of(this.chance.pick(schema.oneOf ?? schema.anyOf), name, depth);
    if (schema.enum) return this.chance.pick(schema.enum);
    if (schema.const !== undefined) return schema.const;
    switch (schema.type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.list(schema, name, depth);
      case 'boolean':
        return this.chance.percent(50);
      case 'integer':
      case 'number':
        return this.number(schema);
      default:
        return this.text(schema, name);
    }
  }

  /** The schema behind references. */
  resolved(given: Json): Json {
    const ref = given?.$ref ?? (given?.allOf?.length === 1 ? given.allOf[0].$ref : undefined);
    return ref ? this.resolved(this.document.components.schemas[ref.split('/').at(-1)]) : (given ?? {});
  }

  private object(schema: Json, depth: number): unknown {
    if (!schema.properties) return schema.example ?? { [this.chance.pick(['a', '等级'])]: 'b' };
    const required = new Set<string>(schema.required ?? []);
    const fields = Object.entries(schema.properties as Record<string, Json>);
    const taken = fields.filter(([field]) => required.has(field) || this.chance.percent(depth > 2 ? 5 : 35));
    return Object.fromEntries(taken.map(([field, of]) => [field, this.of(of, field, depth + 1)]));
  }

  private list(schema: Json, name: string, depth: number): unknown[] {
    const length = Math.max(Number(schema.minItems ?? 0), this.chance.int(3));
    return Array.from({ length }, () => this.of(schema.items ?? {}, name, depth + 1));
  }

  private number({ minimum = 0, maximum = 10, example }: Json): number {
    if (example !== undefined && this.chance.percent(30)) return example;
    return Number(minimum) + this.chance.int(Math.max(1, Math.min(1_000, Number(maximum) - Number(minimum) + 1)));
  }

  private text(schema: Json, name: string): string {
    const known = this.known[name];
    if (known?.length && this.chance.percent(80)) return this.chance.pick(known);
    if (schema.format === 'uuid') return '01a00000-0000-7000-8000-000000000000';
    if (schema.format === 'date-time') return this.chance.pick(['2026-01-01T00:00:00Z', '2026-11-22T08:00:00.5+08:00']);
    if (schema.format === 'uri' || name === 'url') return 'http://127.0.0.1:40009/hook';
    if (schema.example !== undefined && this.chance.percent(50)) return String(schema.example);
    const words = this.chance.pick([
      '宽带断网，光猫一直亮红灯',
      'no signal in the lift',
      '5G',
      'quiet-lantern-harbour',
    ]);
    return `${words} ${this.chance.int(1_000)}`.slice(0, Number(schema.maxLength ?? 200));
  }
}
