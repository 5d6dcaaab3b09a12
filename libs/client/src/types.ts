import type { components, paths } from './schema.js';

/** One piece of feedback; only `text` is needed. */
export type Piece = components['schemas']['SubmitFeedbackDto'];
/** The receipt for a piece. */
export type Receipt = components['schemas']['AcceptedDto'];
/** An item with all that belongs to it. */
export type Item = components['schemas']['ItemDetailDto'];
/** What became of a batch, row by row. */
export type BatchResult = components['schemas']['BatchResultDto'];
/** What became of one row. */
export type RowResult = components['schemas']['RowResultDto'];

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that have an operation for a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

/** The operation of a method on a path. */
export type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never;

/** What an operation wants to be given, and what may be given to any. */
export type Options<O> = PathPart<O> & QueryPart<O> & BodyPart<O> & Common;

/** The options as the last parameter: it may be left out where the operation wants nothing. */
export type OptionsParameter<O> =
  Record<never, never> extends Options<O> ? [options?: Options<O>] : [options: Options<O>];

/** What may be given to any operation. */
export interface Common {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** True: doing it twice is as good as once, so it may be tried again. Left out, GET, PUT and DELETE are. */
  readonly repeatable?: boolean;
}

type PathPart<O> = O extends { parameters: { path: infer P } } ? { readonly path: P } : { readonly path?: never };

type QueryPart<O> = O extends { parameters: { query: infer Q } }
  ? { readonly query: Q }
  : O extends { parameters: { query?: infer Q } }
    ? { readonly query?: Q }
    : { readonly query?: never };

type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { readonly body: B }
  : { readonly body?: unknown };

/** What an operation answers with when all goes well; `undefined` where the answer is empty. */
export type Answer<O> = O extends { responses: infer R }
  ? GoodAnswer<R, Extract<keyof R, 200 | 201 | 202 | 204>>
  : never;

type GoodAnswer<R, S extends keyof R> = S extends keyof R ? JsonOf<R[S]> : never;

type JsonOf<A> = A extends { content: { 'application/json': infer T } } ? T : undefined;
