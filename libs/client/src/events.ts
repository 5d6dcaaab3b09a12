import type { Asked, Transport } from './transport.js';
import { backoffMs, pause } from './transport.js';
import { HuiyinError } from './problem.js';

/** What happens in the loop; see docs/loop.md for the names. Keep `cursor` to go on after it. */
export interface LoopEvent {
  readonly cursor: string;
  /** `feedback.<outcome>` or `cluster.<what>`. */
  readonly name: string;
  /** Of stage changes. */
  readonly feedbackId?: string;
  readonly reference?: string;
  readonly seq?: number;
  readonly cycle?: number;
  readonly stage?: string;
  readonly outcome?: string;
  /** What comes next: a stage, or `closed`. */
  readonly next?: string;
  readonly unit?: string | null;
  readonly enteredAt?: string;
  readonly startedAt?: string;
  readonly leftAt?: string;
  readonly actor?: string;
  /** Of clusters. */
  readonly clusterId?: string | null;
  readonly [field: string]: unknown;
}

/** From where events are listened to. */
export interface ListenOptions {
  /** The cursor of the last event that is known, `0-0` for everything there ever was; left out, from now on. */
  readonly after?: string;
  readonly signal?: AbortSignal;
}

/**
 * Events as they are committed, without an end: when the connection ends it is made anew and goes on after the last
 * event. Stops when the signal does, without an error.
 * @throws {HuiyinError} when listening is refused (4xx)
 */
export async function* listen(transport: Transport, { after, signal }: ListenOptions): AsyncGenerator<LoopEvent> {
  let cursor = after;
  for (let failed = 0; !signal?.aborted; failed++) {
    try {
      for await (const event of once(transport, cursor, signal)) {
        [cursor, failed] = [event.cursor, 0];
        yield event;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof HuiyinError && error.status < 500 && error.status !== 429) throw error;
    }
    await pause(backoffMs(Math.min(failed, 6)), signal).catch(() => undefined);
  }
}

async function* once(transport: Transport, cursor?: string, signal?: AbortSignal): AsyncGenerator<LoopEvent> {
  const asked: Asked = {
    method: 'GET',
    address: '/api/v1/loop/events',
    headers: { accept: 'text/event-stream', ...(cursor === undefined ? {} : { 'last-event-id': cursor }) },
    signal,
    repeatable: false,
    endless: true,
  };
  const { body } = await transport.send(asked);
  if (!body) return;
  for await (const block of blocks(chunksOf(body))) {
    const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []));
    // A heartbeat has nothing to say.
    if (data.join('') !== '') yield JSON.parse(data.join('\n')) as LoopEvent;
  }
}

/** With a reader, because not every browser can iterate over a stream; whoever stops reading ends the connection. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The events of the stream, as text; they are divided by an empty line. */
async function* blocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = `${rest}${decoder.decode(chunk, { stream: true })}`.replaceAll('\r\n', '\n').split('\n\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}
