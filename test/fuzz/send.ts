import { Agent, request as open, type IncomingMessage } from 'node:http';
import type { FuzzAnswer } from './contract.js';
import type { FuzzRequest } from './requests.js';

/** Who has not answered by then hangs, milliseconds. */
const HANGS_MS = 30_000;

/** Sends requests, a few at a time, over connections that stay open. */
export class Sender {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Rejects when the connection breaks before there is an answer, or nothing comes. Of an answer without an end only the head is read. */
  send({ method, target, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(body.length) };
      const outgoing = open({
        agent: this.agent,
        port: this.port,
        method,
        path: target,
        headers: { ...headers, ...length },
        signal: AbortSignal.timeout(HANGS_MS),
      });
      // Errors of Node are none of jest's; said again they are.
      outgoing.on('error', (error) => reject(new Error(String(error))));
      outgoing.on('response', (incoming) => void read(incoming).then(resolve, reject));
      outgoing.end(body);
    });
  }

  stop(): void {
    this.agent.destroy();
  }
}

async function read(incoming: IncomingMessage): Promise<FuzzAnswer> {
  const { statusCode: status = 0, headers } = incoming;
  if (String(headers['content-type']).startsWith('text/event-stream')) {
    incoming.destroy();
    return { status, headers, body: '' };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return { status, headers, body: Buffer.concat(chunks).toString('utf8') };
}
