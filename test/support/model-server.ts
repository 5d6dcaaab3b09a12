import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A well-behaved server of the OpenAI-compatible protocol: one function gives vectors, one text is all it says. */
export class ModelServer {
  /** Everything it was sent. */
  received = '';
  url = '';
  private readonly server: Server;

  constructor(vector: (text: string) => readonly number[], says: string) {
    this.server = createServer((request, response) => {
      let raw = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
      request.on('end', () => {
        this.received += raw;
        const { input } = JSON.parse(raw) as { input?: string[] };
        const answer = input
          ? { data: input.map((text, index) => ({ index, embedding: vector(text) })) }
          : { choices: [{ message: { role: 'assistant', content: says } }] };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve).closeAllConnections());
  }
}
