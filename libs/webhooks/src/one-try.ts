import { NotPublicError, signatureHeaders, type OutgoingHttp } from '@huiyin/outgoing';

/** A try is given up after so long, milliseconds. */
export const TRY_MS = 10_000;

/** What is sent where. */
export interface TryOut {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  /** `whsec_…`; while a secret is being changed there are two. */
  readonly secrets: readonly string[];
  /** Seconds since 1970. */
  readonly wallSeconds: number;
  /** When it must be shorter than usual. */
  readonly limitMs?: number;
}

/** How a try ended. */
export interface TryResult {
  /** Of HTTP; null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** Why it counts as failed; null when it went well. Never anything of the body of the answer. */
  readonly error: string | null;
  readonly retryAfterSeconds?: number;
}

/**
 * Posts a message once, signed after Standard Webhooks. Never throws: whatever happens is a result.
 * @param stop ends the try early
 */
export async function tryOnce(http: OutgoingHttp, message: TryOut, stop?: AbortSignal): Promise<TryResult> {
  const { url, id, body, secrets, wallSeconds, limitMs = TRY_MS } = message;
  const began = performance.now();
  const limit = AbortSignal.timeout(limitMs);
  const signal = stop ? AbortSignal.any([stop, limit]) : limit;
  const lasted = () => Math.round(performance.now() - began);
  const signed = signatureHeaders(secrets, { id, seconds: Math.floor(wallSeconds), body });
  const headers = { 'content-type': 'application/json; charset=utf-8', ...signed };
  try {
    const answer = await http.post(url, { headers, body }, signal);
    return { ...answer, durationMs: lasted(), error: problemOf(answer.status) };
  } catch (error) {
    return { status: null, durationMs: lasted(), error: reasonOf(error) };
  }
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'The receiver is gone for good (HTTP 410).';
  if (status >= 300 && status < 400) return `HTTP ${status}: redirects are not followed.`;
  return `The receiver said HTTP ${status}.`;
}

function reasonOf(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (error instanceof NotPublicError) return message;
  if (name === 'AbortError' || name === 'TimeoutError') return 'There was no answer in time.';
  return `The receiver was not reached (${code ?? 'error'}).`;
}
