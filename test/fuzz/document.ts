import type { Json } from '../support/call.js';

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

/** One operation of the OpenAPI document, with everything that a request is made of and an answer is held against. */
export interface Operation {
  /** `POST /api/v1/feedback/{idOrReference}/resolution` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Schema of the body by content type; empty for none. */
  readonly bodies: Readonly<Record<string, Json>>;
  /** What is declared, by status (`200`, `4XX`, `default`). */
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: Json }>> }>>;
}

/** All operations of the document. */
export function operationsOf(document: Json): Operation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Json>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []) as Parameter[],
      bodies: bodiesOf(operation.requestBody),
      responses: operation.responses,
    })),
  );
}

function bodiesOf(requestBody: Json): Record<string, Json> {
  const content = (requestBody?.content ?? {}) as Record<string, { schema?: Json }>;
  return Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema ?? {}]));
}
