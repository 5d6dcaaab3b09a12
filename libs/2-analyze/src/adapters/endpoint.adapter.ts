import { type Endpoint, OutsideError } from './outside.js';

/** How long a call may take and how long its answer may be. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly answerBytes: number;
}

/**
 * Posts JSON to an endpoint of an outside model and answers with the JSON it gave. Redirects are not followed, since texts
 * and key are meant for this address only. The operator chose the address, so it may be in a private network.
 * @param path below the address, e.g. `embeddings`
 * @param signal cuts the call off
 * @throws {OutsideError} for whatever goes wrong
 */
export async function post(
  endpoint: Endpoint,
  path: string,
  body: unknown,
  limits: CallLimits & { signal: AbortSignal },
): Promise<unknown> {
  const late = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(addressOf(endpoint.url, path), {
      method: 'POST',
      headers: headersOf(endpoint.key),
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([late, limits.signal]),
    });
    if (response.status < 200 || response.status >= 300) {
      await response.body?.cancel();
      throw refusal(response);
    }
    return parsed(await bounded(response, limits.answerBytes));
  } catch (error) {
    throw told(error, late, limits);
  }
}

/** The path goes before a query that the address may have. */
function addressOf(base: string, path: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url;
}

function headersOf(key: string): Record<string, string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Huiyin' };
  return key === '' ? headers : { ...headers, authorization: `Bearer ${key}` };
}

/** Of an answer that says no, the status counts and not a word of the body: servers repeat there what they were sent. */
function refusal({ status, headers }: Response): OutsideError {
  if (status >= 300 && status < 400) return new OutsideError('endpoint', `HTTP ${status}: redirects are not followed.`);
  if (status === 401 || status === 403)
    return new OutsideError('endpoint', `HTTP ${status}: the server does not take the key.`);
  if (status === 404 || status === 405)
    return new OutsideError('endpoint', `HTTP ${status}: the server knows no such address or no such model.`);
  if (status === 429 || status === 503)
    return new OutsideError('endpoint', `HTTP ${status}: the server is busy.`, retryAfter(headers.get('retry-after')));
  if (status === 400 || status === 413 || status === 422)
    return new OutsideError('input', `HTTP ${status}: the server does not take this.`);
  if (status < 500) return new OutsideError('endpoint', `HTTP ${status}.`);
  return new OutsideError('answer', `HTTP ${status}.`, retryAfter(headers.get('retry-after')));
}

/** Seconds; a date is against a clock that is not ours, so it counts as nothing said. */
function retryAfter(value: string | null): number {
  return /^\d{1,9}$/.test(value ?? '') ? Number(value) : 0;
}

async function bounded({ body }: Response, longest: number): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop cancels the body.
    if (bytes > longest)
      throw new OutsideError('answer', `The answer is longer than ${Math.floor(longest / 1_024)} KiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new OutsideError('answer', 'The answer is no JSON.');
  }
}

/** Only the code of an error: its message may hold the key. */
function told(
  error: unknown,
  late: AbortSignal,
  { timeoutMs, signal }: CallLimits & { signal: AbortSignal },
): OutsideError {
  if (error instanceof OutsideError) return error;
  if (signal.aborted) return new OutsideError('endpoint', 'The call was cut off.');
  if (late.aborted) return new OutsideError('answer', `No answer within ${timeoutMs} ms.`);
  const { cause } = error as { cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : null;
  if (code === null) return new OutsideError('endpoint', 'The call could not be made: check the address and the key.');
  // A connection that breaks once it stands may be the text's doing: a server that dies of it.
  return /^(?:UND_ERR_SOCKET|UND_ERR_RES|ECONNRESET|EPIPE|HPE_|Z_)/.test(code)
    ? new OutsideError('answer', `The connection broke off (${code}).`)
    : new OutsideError('endpoint', `The server was not reached (${code}).`);
}
