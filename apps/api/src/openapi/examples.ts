import type { OpenAPIObject } from '@nestjs/swagger';
import { FIELDS, OPERATIONS } from './examples.data.js';
import { operationsOf, type Answer, type Media, type Schema } from './openapi-objects.js';

/** Stands where no example is known. The tests look for it, so that nobody else sees it. */
export const NO_EXAMPLE = '(no example)';

/**
 * Gives every body and main answer an example: the one written for the operation, or one put together from its fields
 * (`example` at the property, else the field's entry in `FIELDS`, else what its type says by itself).
 */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const sampler = new Sampler(schemas);
  for (const { operationId, requestBody, responses } of operationsOf(document)) {
    const own = OPERATIONS[operationId];
    illustrate(requestBody?.content, own?.body, sampler);
    illustrate(mainAnswer(responses)?.content, own?.answer, sampler);
  }
}

/** What is answered when all went well. */
export function mainAnswer(responses: Readonly<Record<string, Answer>>): Answer | undefined {
  const good = Object.keys(responses).filter((status) => /^2/.test(status));
  // Of 200 and 202 the second is the ordinary one: 200 then says that it had been there before.
  return responses[good.sort().at(-1) ?? ''];
}

function illustrate(content: Record<string, Media> | undefined, own: unknown, sampler: Sampler): void {
  for (const [type, media] of Object.entries(content ?? {})) {
    if (media.example !== undefined || !media.schema) continue;
    if (type === 'application/x-ndjson' && own !== undefined) media.example = lines(own);
    else media.example = own ?? sampler.of(media.schema);
  }
}

/** The rows of a batch, one a line. */
function lines(batch: unknown): string {
  return (batch as { items: unknown[] }).items.map((row) => `${JSON.stringify(row)}\n`).join('');
}

class Sampler {
  constructor(private readonly schemas: Readonly<Record<string, Schema>>) {}

  /** @param within the schemas on the way here: one that holds itself ends there */
  of(schema: Schema, within: readonly string[] = []): unknown {
    if (schema.example !== undefined) return schema.example;
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    if (ref !== undefined) return this.named(ref.split('/').at(-1) ?? '', within);
    if (schema.oneOf?.[0]) return this.of(schema.oneOf[0], within);
    if (schema.default !== undefined) return schema.default;
    if (schema.enum) return schema.enum[0];
    return schema.nullable ? null : this.byType(schema, within);
  }

  private named(name: string, within: readonly string[]): unknown {
    const schema = this.schemas[name];
    if (!schema || within.includes(name)) return undefined;
    return schema.example ?? this.object(schema, [...within, name]);
  }

  private byType(schema: Schema, within: readonly string[]): unknown {
    if (schema.type === 'object') return this.object(schema, within);
    if (schema.type === 'array') {
      const item = schema.items && this.of(schema.items, within);
      return item === undefined ? [] : [item];
    }
    if (schema.type === 'boolean') return false;
    if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
    if (schema.format === 'binary') return '(the file)';
    if (schema.format === 'uuid') return '019aa5d2-7c1e-7b3a-9f64-2f1c8a3e5d70';
    if (schema.format === 'date-time') return '2026-11-22T08:00:00.123456Z';
    return NO_EXAMPLE;
  }

  private object({ properties = {} }: Schema, within: readonly string[]): Record<string, unknown> {
    const owner = within.at(-1) ?? '';
    const fields = Object.entries(properties).map(([name, schema]) => {
      const known = FIELDS[`${owner}.${name}`] ?? (fits(FIELDS[name], schema) ? FIELDS[name] : undefined);
      return [name, schema.example ?? known ?? this.of(schema, within)];
    });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
  }
}

/** True when what is known of a name can stand in a field of this type. */
function fits(known: unknown, { type, format, enum: names, items, $ref, allOf }: Schema): boolean {
  if (known === undefined || $ref || allOf || items?.$ref || items?.enum) return false;
  if (names) return names.includes(known);
  if (type === 'array') return Array.isArray(known);
  return format !== 'uuid' && format !== 'date-time' && (known === null || typeof known === type);
}
