import type { Json } from './call.js';

/** One operation of the OpenAPI document. */
export interface Operation {
  /** `POST /api/v1/feedback/{idOrReference}/resolution` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** A scope, or `signed-in`; undefined for a public one. */
  readonly access: string | undefined;
  /** True when the answer has no end. */
  readonly streams: boolean;
  /** The smallest body that the schema allows; undefined for none. */
  readonly body: unknown;
}

/** All operations of the document. */
export function operationsOf(document: Json): Operation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Json>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      access: operation['x-access'] as string | undefined,
      streams: path.endsWith('/loop/events'),
      body: bodyOf(operation.requestBody, document),
    })),
  );
}

function bodyOf(requestBody: Json, document: Json): unknown {
  const schema = requestBody?.content?.['application/json']?.schema;
  return schema === undefined ? undefined : sampleOf(schema, document);
}

const SOME_ID = '01a00000-0000-7000-8000-000000000000';

function sampleOf(given: Json, document: Json): unknown {
  const named = given.$ref ?? given.allOf?.[0]?.$ref;
  const schema = named ? document.components.schemas[named.split('/').at(-1)] : given;
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.oneOf ?? schema.anyOf) return sampleOf((schema.oneOf ?? schema.anyOf)[0], document);
  switch (schema.type) {
    case 'object': {
      const required = (schema.required ?? []) as string[];
      return Object.fromEntries(required.map((name) => [name, sampleOf(schema.properties[name], document)]));
    }
    case 'array':
      return schema.items ? [sampleOf(schema.items, document)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return textOf(schema);
  }
}

function textOf({ format, minLength = 1 }: Json): string {
  if (format === 'uuid') return SOME_ID;
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (format === 'uri' || format === 'url') return 'https://example.com/hook';
  return 'quiet-lantern-harbour'.slice(0, Math.max(minLength, 12));
}
