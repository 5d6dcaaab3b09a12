import { errorOf, HuiyinError } from './problem.js';

/** Where Huiyin is and how it is asked. */
export interface ClientOptions {
  /** `https://huiyin.example.com`, without a path. */
  readonly url: string;
  /** An API key, `hy_<id>_<secret>`. Left out in a page that Huiyin itself serves: there the session's cookie says who asks. */
  readonly key?: string;
  /** How often a request that may be repeated is tried again; 5 when left out. */
  readonly retries?: number;
  /** A try that has no answer by then has failed; 60,000 when left out. */
  readonly timeoutMs?: number;
  /** A `Retry-After` beyond this is not waited for but thrown; 60,000 when left out. */
  readonly longestWaitMs?: number;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** One request, not yet typed. */
export interface Asked {
  readonly method: string;
  /** With its parameters filled in, from the `/`. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Doing it twice is as good as once. */
  readonly repeatable: boolean;
  /** The answer has no end, so that no try is cut short. */
  readonly endless?: boolean;
}

const FIRST_WAIT_MS = 300;
/** Busy, or somebody in between could not reach it. */
const PASSING = new Set([429, 502, 503, 504]);

/** Sends requests and tries again what may be tried again. */
export class Transport {
  private readonly retries: number;
  private readonly timeoutMs: number;
  private readonly longestWaitMs: number;
  private readonly fetch: typeof fetch;
  private readonly identity: Readonly<Record<string, string>>;

  constructor(private readonly options: ClientOptions) {
    this.retries = options.retries ?? 5;
    this.timeoutMs = options.timeoutMs ?? 60_000;
    this.longestWaitMs = options.longestWaitMs ?? 60_000;
    this.identity = options.key === undefined ? {} : { authorization: `Bearer ${options.key}` };
    // Browsers refuse a fetch that is called as a method of something else.
    this.fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  }

  /**
   * The answer, when it is 2xx.
   * @throws {HuiyinError} when the API refuses, also after the last try
   * @throws what `fetch` throws when there is no connection, also after the last try
   */
  async send(asked: Asked): Promise<Response> {
    for (let failed = 0; ; failed++) {
      try {
        return await this.once(asked);
      } catch (error) {
        asked.signal?.throwIfAborted();
        const wait = this.waitAfter(error, failed);
        if (!asked.repeatable || wait === undefined) throw error;
        await pause(wait, asked.signal);
      }
    }
  }

  private async once({ method, address, headers, body, signal, endless }: Asked): Promise<Response> {
    const signals = [...(signal ? [signal] : []), ...(endless ? [] : [AbortSignal.timeout(this.timeoutMs)])];
    const answer = await this.fetch(new URL(address, this.options.url), {
      method,
      headers: { ...this.identity, ...headers },
      ...(body === undefined ? {} : { body }),
      ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
    });
    if (!answer.ok) throw await errorOf(answer);
    return answer;
  }

  /** Milliseconds until the next try; undefined when there is none. */
  private waitAfter(error: unknown, failed: number): number | undefined {
    if (failed >= this.retries) return undefined;
    if (!(error instanceof HuiyinError)) return backoffMs(failed);
    if (!PASSING.has(error.status)) return undefined;
    const told = error.retryAfterSeconds;
    if (told === undefined) return backoffMs(failed);
    return told * 1_000 <= this.longestWaitMs ? told * 1_000 + Math.random() * FIRST_WAIT_MS : undefined;
  }
}

/** Twice as long after every failure, up to 20 s, and never two clients at the same moment. */
export function backoffMs(failed: number): number {
  return Math.min(20_000, FIRST_WAIT_MS * 2 ** failed) * (0.5 + Math.random() / 2);
}

/** Waits; rejects at once when the signal says stop. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
