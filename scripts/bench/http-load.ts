import { connect, type Socket } from 'node:net';

/** A request, and where it goes. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly apiKey: string;
  readonly contentType?: string;
}

/** One HTTP/1.1 connection that sends one request after the other; as little work as a client can do. */
export class Connection {
  private readonly socket: Socket;
  private received = '';
  private answered: ((status: number) => void) | undefined;

  constructor(private readonly target: Target) {
    this.socket = connect(target.port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.take(chunk));
    this.socket.on('error', () => this.answer(0));
  }

  /** Answers with the HTTP status; 0 when the connection broke. */
  post(body: string | Buffer): Promise<number> {
    const { path, apiKey, contentType = 'application/json' } = this.target;
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${apiKey}\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(head);
      this.socket.write(body);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: string): void {
    this.received += chunk;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(this.received.slice(0, end))?.[1];
    if (length === undefined || this.received.length < end + 4 + Number(length)) return;
    const status = Number(this.received.slice(9, 12));
    this.received = '';
    this.answer(status);
  }

  private answer(status: number): void {
    const { answered } = this;
    this.answered = undefined;
    answered?.(status);
  }
}

/**
 * Sends `next()` over `connections` connections until it gives no more.
 * @returns how many were answered with each status
 */
export async function sendAll(
  target: Target,
  connections: number,
  next: () => string | Buffer | undefined,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const lanes = Array.from({ length: connections }, async () => {
    const connection = new Connection(target);
    for (let body = next(); body !== undefined; body = next()) {
      const status = await connection.post(body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    connection.close();
  });
  await Promise.all(lanes);
  return statuses;
}
