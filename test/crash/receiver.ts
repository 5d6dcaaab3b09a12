import { createServer, type Server } from 'node:http';

/** What a callback has been told, before anybody sorts out repeats. */
export interface Message {
  /** `webhook-id`: the id of the delivery. */
  readonly deliveryId: string;
  readonly feedbackId: string;
  /** `feedback.answer` or `feedback.survey`. */
  readonly type: string;
}

/** A system that is told the answers; now and then it fails or is slow, as such systems do. */
export class Receiver {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    readonly messages: readonly Message[],
  ) {}

  /** @param random 0 to 1, decides how an answer turns out */
  static async start(random: () => number): Promise<Receiver> {
    const messages: Message[] = [];
    const met = new Set<string>();
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const deliveryId = String(request.headers['webhook-id']);
        // Only at the first sight of a message: after a second failure the sender would rest for a minute.
        const luck = met.has(deliveryId) ? 1 : random();
        met.add(deliveryId);
        if (luck < 0.02) return void response.writeHead(500).end();
        const body = JSON.parse(Buffer.concat(chunks).toString()) as { type: string; data: { feedbackId: string } };
        const { feedbackId } = body.data;
        messages.push({ deliveryId, feedbackId, type: body.type });
        // Taken, but the sender never hears of it: it has to send again under the same id.
        if (luck < 0.05) return void request.socket.destroy();
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return new Receiver(server, `http://127.0.0.1:${port}/told`, messages);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
