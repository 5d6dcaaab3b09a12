import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between an integrator and Huiyin; a test does what it likes to either of them while a request is under way. */
export class LossyRoad {
  /** Called before a request goes on, and when its answer is there but not yet handed back. May kill anybody. */
  before: (path: string) => void | Promise<void> = () => undefined;
  after: (path: string) => void | Promise<void> = () => undefined;
  private readonly server: Server;

  private constructor(private readonly port: number) {
    this.server = createServer((incoming, outgoing) => {
      this.pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  /** @param port of Huiyin, now or later */
  static async to(port: number): Promise<LossyRoad> {
    const road = new LossyRoad(port);
    road.server.listen(0, '127.0.0.1');
    await once(road.server, 'listening');
    return road;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '';
    await this.before(path);
    const { method, headers } = incoming;
    const onward = request({ port: this.port, host: '127.0.0.1', path, method, headers });
    outgoing.on('error', () => undefined).once('close', () => onward.destroy());
    incoming.pipe(onward);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    await this.after(path);
    answer.once('error', () => outgoing.destroy());
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }
}
