/** The log of a process, as far as controllers and handlers need it. A line of a request names it as `requestId`. */
export abstract class RequestLog {
  /** Writes down that a request was answered, or that its sender went away before that. */
  abstract answered(request: AnsweredRequest): void;
  /** Writes down an error that nobody foresaw. */
  abstract error(error: unknown, message: string, fields?: Readonly<Record<string, unknown>>): void;
  /** Writes down something that did not work and is tried again. */
  abstract warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What is logged of a request: no headers, no body, and of its address what {@link withoutSecrets} leaves. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly req: { readonly method: string; readonly url: string };
  readonly res: { readonly statusCode: number };
  /** Milliseconds. */
  readonly responseTime: number;
  /** The item that it was about, where one is known. */
  readonly item: string | undefined;
  /** False when the sender went away before the whole answer was sent. */
  readonly whole: boolean;
}

/** Says nothing; for log level `silent`. */
export class SilentLog extends RequestLog {
  answered(): void {
    return;
  }

  error(): void {
    return;
  }

  warn(): void {
    return;
  }
}
