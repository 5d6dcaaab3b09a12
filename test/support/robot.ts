import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from './call.js';

/** One message that a robot was sent. */
export interface RobotMessage {
  readonly url: URL;
  readonly body: string;
  /** Its Markdown. */
  readonly text: string;
}

/**
 * A group robot as its makers describe it: WeCom's wants `key` and Markdown of up to 4,096 bytes, DingTalk's wants `access_token`
 * and, where it was given a secret, the sign of the moment. All say how it went in the body of a 200.
 */
export class Robot {
  readonly messages: RobotMessage[] = [];
  /** What it answers instead of taking the message. */
  answer: ((response: ServerResponse, message: RobotMessage) => void) | null = null;
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const json = JSON.parse(body);
      const { content, text = content } = json.markdown ?? {};
      const message = { url: new URL(request.url ?? '', 'http://robot.example'), body, text: text as string };
      this.messages.push(message);
      if (this.answer) this.answer(response, message);
      else this.say(response, this.problemOf(message, json));
      this.server.emit('message');
    });
  });

  private constructor(
    private readonly kind: 'wecom' | 'dingtalk',
    private readonly secret: string | null,
  ) {}

  static async start(kind: 'wecom' | 'dingtalk', secret: string | null = null): Promise<Robot> {
    const robot = new Robot(kind, secret);
    robot.server.listen(0, '127.0.0.1');
    await once(robot.server, 'listening');
    return robot;
  }

  get url(): string {
    const key = this.kind === 'wecom' ? 'cgi-bin/webhook/send?key=robot-key-1' : 'robot/send?access_token=robot-key-1';
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${key}`;
  }

  /** `{"errcode":…}` with status 200. */
  say(response: ServerResponse, errcode: number): void {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ errcode, errmsg: 'words' }));
  }

  /** Waits until it has got so many messages. */
  async until(count: number): Promise<void> {
    while (this.messages.length < count) await once(this.server, 'message');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private problemOf({ url, text }: RobotMessage, json: Json): number {
    const key = this.kind === 'wecom' ? 'key' : 'access_token';
    if (url.searchParams.get(key) !== 'robot-key-1') return this.kind === 'wecom' ? 93000 : 300001;
    if (json.msgtype !== 'markdown' || typeof text !== 'string') return 40008;
    if (this.kind === 'wecom') return Buffer.byteLength(text) > 4_096 ? 40058 : 0;
    return typeof json.markdown.title === 'string' && this.isSigned(url) ? 0 : 310000;
  }

  /** Within an hour of now, as DingTalk wants it. */
  private isSigned({ searchParams }: URL): boolean {
    if (this.secret === null) return true;
    const timestamp = searchParams.get('timestamp') ?? '';
    const sign = createHmac('sha256', this.secret).update(`${timestamp}\n${this.secret}`).digest('base64');
    return searchParams.get('sign') === sign && Math.abs(Date.now() - Number(timestamp)) < 3_600_000;
  }
}
