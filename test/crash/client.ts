/** Sends requests to an API that may be dead at any moment, again and again until it answers. */
export class Client {
  /** Requests that were answered only after a repeat. */
  repeats = 0;

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
    private readonly giveUpAt: number,
  ) {}

  /**
   * @returns status and body of the first answer that is not a 5xx
   * @throws when there was none until the end of the run
   */
  async send(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    for (;;) {
      const answer = await this.once(method, path, body);
      if (answer) return answer;
      this.repeats++;
      if (performance.now() > this.giveUpAt) throw new Error(`${method} ${path} was never answered.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private async once(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown } | undefined> {
    try {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.apiKey}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      return response.status >= 500
        ? undefined
        : { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
    } catch {
      return undefined;
    }
  }
}
