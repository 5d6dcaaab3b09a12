import { listen, type ListenOptions, type LoopEvent } from './events.js';
import { isTakenOnce, push, type Pushed } from './push.js';
import type { paths } from './schema.js';
import { Transport, type Asked, type ClientOptions } from './transport.js';
import type { Answer, BatchResult, Common, Item, Method, Operation, OptionsParameter, PathsWith, Piece, Receipt } from './types.js'; // prettier-ignore

/** Options of any operation, as they are inside. */
interface Loose extends Common {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** The rows of a page. */
type Row<O> = Answer<O> extends { items: (infer T)[] } ? T : never;

/** The paths of lists that go on with a cursor. */
type Listed = {
  [P in PathsWith<'get'>]: Answer<Operation<'get', P>> extends { items: unknown[]; nextCursor: string | null }
    ? P
    : never;
}[PathsWith<'get'>];

/**
 * The API of Huiyin, typed from its OpenAPI document. Tries again by itself what may be tried again: no connection,
 * 429 and 503, of requests that are as good twice as once.
 *
 * ```ts
 * const huiyin = new Huiyin({ url: 'https://huiyin.example.com', key: 'hy_…' });
 * const { reference } = await huiyin.submit({ text: '宽带断网', source: 'crm', externalId: 'C-1' });
 * const { stage } = await huiyin.feedback(reference);
 * ```
 */
export class Huiyin {
  private readonly transport: Transport;

  constructor(options: ClientOptions) {
    this.transport = new Transport(options);
  }

  /** Hands in one piece; resolves when it is durable. `duplicate` tells that it had been there before. */
  async submit(piece: Piece, options: Common & { idempotencyKey?: string } = {}): Promise<Receipt> {
    const { idempotencyKey = crypto.randomUUID(), ...rest } = options;
    // One key for the call, however often it is tried.
    const headers = { 'idempotency-key': idempotencyKey, ...rest.headers };
    return this.post('/api/v1/feedback', { repeatable: true, ...rest, headers, body: piece });
  }

  /** Hands in up to 5,000 pieces at once. It is tried again only when every piece has an `externalId`. */
  async batch(items: readonly Piece[], options: Common = {}): Promise<BatchResult> {
    const repeatable = items.every(isTakenOnce);
    return this.post('/api/v1/feedback/batch', { repeatable, ...options, body: { items: [...items] } });
  }

  /** Hands in any number of pieces as NDJSON, and tells what became of each. Stop reading, and no more are sent. */
  push<P extends Piece>(pieces: Iterable<P> | AsyncIterable<P>, options: Common = {}): AsyncGenerator<Pushed<P>> {
    return push(pieces, async (body, repeatable) => {
      const headers = { ...options.headers, 'content-type': 'application/x-ndjson' };
      const asked = { method: 'POST', address: '/api/v1/feedback/batch', body, signal: options.signal };
      const answer = await this.transport.send({ ...asked, headers, repeatable: options.repeatable ?? repeatable });
      return (await answer.json()) as BatchResult;
    });
  }

  /** One item with all that belongs to it, by id or reference. */
  feedback(idOrReference: string): Promise<Item> {
    return this.get('/api/v1/feedback/{idOrReference}', { path: { idOrReference } });
  }

  /** All rows of a list, page after page: `for await (const item of huiyin.all('/api/v1/feedback', { query: { stage: 'resolve' } }))`. */
  async *all<P extends Listed>(
    path: P,
    ...[options]: OptionsParameter<Operation<'get', P>>
  ): AsyncGenerator<Row<Operation<'get', P>>> {
    let cursor: string | null = null;
    do {
      const query: object = { ...(options?.query as object | undefined), ...(cursor === null ? {} : { cursor }) };
      const answer = await this.json('get', path, { ...options, query });
      const page = answer as { items: Row<Operation<'get', P>>[]; nextCursor: string | null };
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  /** What happens in the loop, as it happens; see `listen`. */
  events(options: ListenOptions = {}): AsyncGenerator<LoopEvent> {
    return listen(this.transport, options);
  }

  get<P extends PathsWith<'get'>>(path: P, ...[options]: OptionsParameter<Operation<'get', P>>) {
    return this.json('get', path, options) as Promise<Answer<Operation<'get', P>>>;
  }

  post<P extends PathsWith<'post'>>(path: P, ...[options]: OptionsParameter<Operation<'post', P>>) {
    return this.json('post', path, options) as Promise<Answer<Operation<'post', P>>>;
  }

  put<P extends PathsWith<'put'>>(path: P, ...[options]: OptionsParameter<Operation<'put', P>>) {
    return this.json('put', path, options) as Promise<Answer<Operation<'put', P>>>;
  }

  patch<P extends PathsWith<'patch'>>(path: P, ...[options]: OptionsParameter<Operation<'patch', P>>) {
    return this.json('patch', path, options) as Promise<Answer<Operation<'patch', P>>>;
  }

  delete<P extends PathsWith<'delete'>>(path: P, ...[options]: OptionsParameter<Operation<'delete', P>>) {
    return this.json('delete', path, options) as Promise<Answer<Operation<'delete', P>>>;
  }

  /** The answer as it came, for what is not JSON: `(await huiyin.raw('get', '/api/v1/feedback/export')).body`. */
  raw<M extends Method, P extends PathsWith<M>>(method: M, path: P, ...[options]: OptionsParameter<Operation<M, P>>) {
    return this.transport.send(asked(method, path, options));
  }

  private async json(method: Method, path: keyof paths, options?: Loose): Promise<unknown> {
    const text = await (await this.transport.send(asked(method, path, options))).text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}

function asked(method: Method, path: string, options: Loose = {}): Asked {
  const { path: inPath, query, body, headers = {}, signal, repeatable } = options;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((inPath as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one));
  return {
    method: method.toUpperCase(),
    address: search.size > 0 ? `${filled}?${search.toString()}` : filled,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
    repeatable: repeatable ?? ['get', 'put', 'delete'].includes(method),
  };
}
