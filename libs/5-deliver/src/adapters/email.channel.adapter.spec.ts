import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Message } from '../channel.js';
import { EmailChannel } from './email.channel.adapter.js';

const never = new AbortController().signal;
const MESSAGE: Message = {
  ...{ id: '0197-d1', feedbackId: 'f-1', reference: 'HY-2026-000001', cycle: 1, purpose: 'answer', language: 'zh' },
  ...{
    subject: '您的反馈已有答复',
    body: '正文：已修复\n.\n尾',
    reply: '已修复',
    link: null,
    email: 'alice@example.com',
  },
  ...{ callback: null, takenAt: '2026-11-22T12:00:00.123456Z', wallSeconds: 0 },
};

function refuse(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode });
}

describe('e-mail', () => {
  const closers: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function channelTo(port: number): EmailChannel {
    const channel = new EmailChannel({ url: `smtp://127.0.0.1:${port}`, from: 'Huiyin <noreply@op.example>' });
    closers.push(() => channel.close());
    return channel;
  }

  async function mailServer(options: SMTPServerOptions, connected = (_socket: Socket) => {}): Promise<EmailChannel> {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, ...options });
    server.on('error', () => undefined);
    server.server.on('connection', connected);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
    return channelTo((server.server.address() as AddressInfo).port);
  }

  it('arrives as plain text, with the id of the delivery as Message-ID', async () => {
    const mails: { to: string[]; text: string }[] = [];
    const channel = await mailServer({
      onData(stream, session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
          done();
        });
      },
    });
    const results = await Promise.all([channel.send(MESSAGE, never), channel.send({ ...MESSAGE, id: 'd2' }, never)]);
    expect(results[0]).toMatchObject({ status: 'sent', proof: expect.stringMatching(/^<0197-d1@op\.example> 250 /) });
    expect(mails).toHaveLength(2);
    const mail = mails.find(({ text }) => text.includes('0197-d1'));
    expect(mail?.to).toEqual(['alice@example.com']);
    expect(mail?.text).toMatch(/^Message-ID: <0197-d1@op\.example>\r$/m);
    expect(mail?.text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    const [, encoded = ''] = mail?.text.split('\r\n\r\n') ?? [];
    expect(Buffer.from(encoded, 'base64').toString().replaceAll('\r\n', '\n')).toBe(MESSAGE.body);
  });

  it.each([
    [550, 'refused'],
    [450, 'retry'],
    [421, 'retry'],
  ])('is, when the server says %i to the recipient, %s', async (code, status) => {
    const channel = await mailServer({ onRcptTo: (_address, _session, done) => done(refuse(code)) });
    const result = await channel.send(MESSAGE, never);
    expect(result).toEqual({ status, reason: expect.stringContaining(String(code)) });
    expect(JSON.stringify(result)).not.toContain('alice');
  });

  it.each([
    [554, 'refused'],
    [452, 'retry'],
  ])('is, when the server says %i to the text, %s', async (code, status) => {
    const channel = await mailServer({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(refuse(code))),
    });
    expect(await channel.send(MESSAGE, never)).toMatchObject({ status });
  });

  it('is tried again when our sender address is refused: that is not the fault of the customer', async () => {
    const channel = await mailServer({ onMailFrom: (_address, _session, done) => done(refuse(550)) });
    expect(await channel.send(MESSAGE, never)).toMatchObject({ status: 'retry' });
  });

  it('may or may not have gone out when the connection ends after the text has begun to flow', async () => {
    let socket: Socket | undefined;
    const onData: SMTPServerOptions['onData'] = (stream) => void stream.resume().on('end', () => socket?.destroy());
    const channel = await mailServer({ onData }, (accepted) => (socket = accepted));
    expect(await channel.send(MESSAGE, never)).toMatchObject({ status: 'unsure' });
  });

  it('may or may not have gone out when the server hangs after the text and we cut it off', async () => {
    const stop = new AbortController();
    const channel = await mailServer({ onData: (stream) => void stream.resume().on('end', () => stop.abort()) });
    expect(await channel.send(MESSAGE, stop.signal)).toMatchObject({ status: 'unsure' });
  });

  it('has not gone out when the server hangs before the text and we cut it off', async () => {
    const stop = new AbortController();
    const channel = await mailServer({ onRcptTo: () => stop.abort() });
    expect(await channel.send(MESSAGE, stop.signal)).toMatchObject({ status: 'retry' });
  });

  it('has not gone out when nobody listens', async () => {
    expect(await channelTo(1).send(MESSAGE, never)).toMatchObject({ status: 'retry' });
  });
});
