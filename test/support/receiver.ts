import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Json } from './call.js';

/** One request that a receiver got. */
export interface Received {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly event: Json;
}

/** A system that is told of events, as its makers would write it: it does what `answer` says. */
export class Receiver {
  readonly received: Received[] = [];
  answer: (response: ServerResponse, request: Received, raw: IncomingMessage) => void = (response) => {
    response.writeHead(204).end();
  };
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const one = { id: headers['webhook-id'] ?? '', headers, body, event: JSON.parse(body) };
      this.received.push(one);
      this.answer(response, one, request);
      this.server.emit('received');
    });
  });

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Names of the events, in the order in which they came. */
  get types(): string[] {
    return this.received.map(({ event }) => (event as { type: string }).type);
  }

  /** Waits until it has got so many requests. */
  async until(count: number): Promise<void> {
    while (this.received.length < count) await once(this.server, 'received');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a receiver does with a request: throws unless the signature is right for the secret, at this moment. */
export function verified(secret: string, { body, headers }: Received): Json {
  return new Webhook(secret).verify(body, headers) as Json;
}
