import type { OpenAPIObject } from '@nestjs/swagger';

/** A schema of the document, as far as it is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly example?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A body in one form: JSON, CSV … */
export interface Media {
  schema?: Schema;
  example?: unknown;
}

/** One answer; `content` by media type. */
export interface Answer {
  description: string;
  content?: Record<string, Media>;
}

/** An operation, as far as it is looked at here. */
export interface Operation {
  operationId: string;
  'x-access'?: string;
  security?: object[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** All operations of a document. */
export function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.values(paths).flatMap((path) =>
    METHODS.flatMap((method) => (path[method] ? [path[method] as unknown as Operation] : [])),
  );
}
