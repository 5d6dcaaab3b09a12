import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '@huiyin/config';

const TRIES = 8;
const TIMEOUT_MS = 60_000;

/** Where an instance is and what opens it. */
export interface Access {
  /** Without a slash at its end. */
  readonly url: string;
  readonly key: string;
}

/** What an instance answered; `body` is `{}` when it was no JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A running instance over HTTP. What is away or asks for patience is tried again. */
export class Huiyin {
  constructor(
    readonly access: Access,
    readonly stop: AbortSignal,
  ) {}

  /**
   * Sends one request.
   * @throws {OperatorError} when it cannot be reached, or does not take the key
   */
  async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once(method, path, body);
      if (answer && answer.status !== 429 && answer.status !== 503) return readable(answer);
      if (attempt === TRIES)
        throw new OperatorError(
          `${this.access.url} does not answer; is it running? Run the same command again to go on.`,
        );
      const seconds = Number(answer?.headers.get('retry-after')) || 0.1 * 2 ** attempt;
      await answer?.body?.cancel();
      await pause(seconds * 1_000, undefined, { signal: this.stop });
    }
  }

  /** Undefined when the connection failed. */
  private async once(method: string, path: string, body: unknown): Promise<Response | undefined> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.access.key}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const signal = AbortSignal.any([this.stop, AbortSignal.timeout(TIMEOUT_MS)]);
    const request = { method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    try {
      return await fetch(this.access.url + path, request);
    } catch (error) {
      if (this.stop.aborted) throw error;
      return undefined;
    }
  }
}

async function readable(answer: Response): Promise<Answer> {
  const text = await answer.text();
  const body: unknown = /^\s*[[{]/.test(text) ? JSON.parse(text) : {};
  if (answer.status === 401 || answer.status === 403)
    throw new OperatorError(`The key is not taken: ${detailOf(body)} Name a key or a credentials.json with --key.`);
  return { status: answer.status, body };
}

/** What a problem says. */
export function detailOf(body: unknown): string {
  const { detail, title } = body as { detail?: string; title?: string };
  return detail ?? title ?? 'no reason was given';
}
