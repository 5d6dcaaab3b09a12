import type { components } from './schema.js';

/** An error as the API tells it, RFC 9457 `application/problem+json`. */
export type Problem = components['schemas']['Problem'];

/**
 * The API refused or failed. `code` is a promise and never changes its meaning: decide by it, not by the words.
 *
 * ```ts
 * catch (error) { if (error instanceof HuiyinError && error.code === 'idempotency-conflict') … }
 * ```
 */
export class HuiyinError extends Error {
  override readonly name = 'HuiyinError';
  readonly status: number;
  /** From the catalogue of errors; empty when something in between answered, such as a proxy. */
  readonly code: string;
  /** Whole, with `errors` by field and the `requestId` that the log has too. */
  readonly problem: Problem | undefined;
  /** Seconds to wait before trying again, when the API said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem: Problem | undefined, retryAfterSeconds?: number) {
    super(problem ? `${problem.title}: ${problem.detail}` : `The answer was ${status}, and not from Huiyin.`);
    this.status = status;
    this.code = problem?.code ?? '';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Reads an answer that is not 2xx as the error to throw. */
export async function errorOf(answer: Response): Promise<HuiyinError> {
  const text = await answer.text().catch(() => '');
  return new HuiyinError(answer.status, problemIn(text), retryAfterSeconds(answer.headers.get('retry-after')));
}

function problemIn(text: string): Problem | undefined {
  try {
    const body = JSON.parse(text) as Partial<Problem> | null;
    return typeof body?.code === 'string' ? (body as Problem) : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` says seconds or a date (RFC 9110, 10.2.3). */
function retryAfterSeconds(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
