/** The log of the request under way, as far as controllers need it. */
export abstract class RequestLog {
  /** Adds fields to every further line of this request, e.g. `{ item }`. */
  abstract assign(fields: Readonly<Record<string, unknown>>): void;
  /** Writes down an error that nobody foresaw. */
  abstract error(error: unknown, message: string): void;
  /** Writes down something that did not work and is tried again. */
  abstract warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Says nothing; for log level `silent`. */
export class SilentLog extends RequestLog {
  assign(): void {
    return;
  }

  error(): void {
    return;
  }

  warn(): void {
    return;
  }
}
