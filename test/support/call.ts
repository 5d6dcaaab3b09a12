/** What came as JSON; the tests say what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** What goes with a request. `raw` is sent as it is, with the content type `type`; `body` as JSON. */
export interface Call {
  readonly key?: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back; `body` is empty when it was not JSON, `text` is the body as it was sent. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request to `address` and reads the answer whole. */
export async function send(method: string, address: string, how: Call = {}): Promise<Answer> {
  const payload = how.raw ?? (how.body === undefined ? undefined : JSON.stringify(how.body));
  const type = how.type ?? (how.body === undefined ? undefined : 'application/json');
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    ...(payload === undefined ? {} : { body: payload }),
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(how.key ? { authorization: `Bearer ${how.key}` } : {}),
      ...(how.cookie ? { cookie: how.cookie } : {}),
      ...how.headers,
    },
  });
  const text = await answer.text();
  const body = /^[{[]/.test(text) ? (JSON.parse(text) as unknown) : {};
  return { status: answer.status, body, text, headers: Object.fromEntries(answer.headers) };
}

/** `name=value` of the cookie that an answer sets. */
export function cookieOf(headers: Readonly<Record<string, unknown>>): string {
  return String(headers['set-cookie']).split(';')[0]!;
}
