import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Json } from '../support/call.js';
import type { Operation } from './document.js';

/** What came back, as far as it was read. */
export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const PROBLEM = 'application/problem+json';

/** What lets one look inside: frames of a stack, files, statements, the words of Postgres and of its driver. */
const INSIDES = [
  /(\n|\\n)\s+at .+:\d+:\d+/,
  /node:internal|node_modules|\/dist\/|\/src\/\w+/,
  /\b(select|insert into|update|delete from)\b.{1,200}\b(from|values|set|where)\b.{1,80}\$\d/is,
  /relation "|column "|violates \w+[- ]\w* ?constraint|duplicate key value|syntax error at or near|invalid input syntax/i,
  /QueryFailedError|TypeError|RangeError|ECONNREFUSED|is not a function|Cannot read propert/,
];

/** Holds answers against the document, field by field: what a schema does not name may not be there. */
export class Contract {
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    this.ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
    formats.default(this.ajv);
    this.ajv.addSchema({ components: { schemas: mapValues(document.components.schemas, exact) } }, 'api');
  }

  /** What is wrong with the answer; empty when it is as the document says. */
  complaints(operation: Operation, answer: FuzzAnswer): string[] {
    const { status } = answer;
    if (status >= 500) return [`status ${status}`];
    const inside = status >= 400 ? INSIDES.filter((pattern) => pattern.test(answer.body)) : [];
    return [...inside.map((pattern) => `shows its inside (${pattern})`), ...this.undeclared(operation, answer)];
  }

  private undeclared({ name, responses }: Operation, answer: FuzzAnswer): string[] {
    const { status } = answer;
    const declared = responses[status] ?? (status >= 400 ? (responses['4XX'] ?? responses['default']) : undefined);
    if (!declared) return [`status ${status} is not declared`];
    const type = String(answer.headers['content-type'] ?? '')
      .split(';')[0]!
      .trim();
    const content = Object.entries(declared.content ?? {});
    if (content.length === 0 && status < 400) return answer.body === '' ? [] : ['has a body, and none is declared'];
    const [of, media] = content.find(([one]) => one.split(';')[0]!.trim() === type) ?? [];
    if (of === undefined && status >= 400 && type === PROBLEM) return this.problem(answer);
    if (!media) return [`content type "${type}" is not declared for ${status}`];
    if (type === PROBLEM) return this.problem(answer);
    return type === 'application/json' ? this.against(`${name} ${status}`, media.schema, answer.body) : [];
  }

  private problem(answer: FuzzAnswer): string[] {
    const wrong = this.against('problem', { $ref: '#/components/schemas/Problem' }, answer.body);
    if (wrong.length > 0) return wrong;
    const { status, requestId } = JSON.parse(answer.body) as { status: number; requestId: string };
    if (status !== answer.status) return [`the problem says ${status}, the answer ${answer.status}`];
    const header = answer.headers['x-request-id'];
    return header === undefined || header === requestId ? [] : ['the problem has another requestId than the header'];
  }

  private against(name: string, schema: Json, body: string): string[] {
    const check = this.compiled.get(name) ?? this.ajv.compile(referring(exact(schema ?? {})));
    this.compiled.set(name, check);
    try {
      if (check(JSON.parse(body))) return [];
    } catch {
      return ['is no JSON'];
    }
    return (check.errors ?? []).map(
      (error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
    );
  }
}

/** From OpenAPI 3.0 to JSON Schema: `nullable`, and nothing beside what is named. */
function exact(schema: Json): Json {
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, allOf, ...rest } = schema;
  if (nullable) return { anyOf: [{ type: 'null' }, exact({ ...rest, ...(allOf ? { allOf } : {}) })] };
  if (allOf?.length === 1) return exact(allOf[0]);
  const closed = rest.properties && rest.additionalProperties === undefined ? { additionalProperties: false } : {};
  return {
    ...rest,
    ...closed,
    ...(rest.properties ? { properties: mapValues(rest.properties, exact) } : {}),
    ...(rest.items ? { items: exact(rest.items) } : {}),
    ...(rest.oneOf ? { oneOf: rest.oneOf.map(exact) } : {}),
    ...(allOf ? { allOf } : {}),
  };
}

function referring(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
}

function mapValues(record: Record<string, Json>, change: (value: Json) => Json): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
