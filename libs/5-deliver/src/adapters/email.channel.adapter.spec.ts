import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Message } from '../channel.js';
import { makeKeyring, Vault } from '@huiyin/privacy';
import { simpleParser } from 'mailparser';
import { MailTokens } from '../mail-tokens.js';
import { EmailChannel } from './email.channel.adapter.js';

const TOKENS = new MailTokens(new Vault(makeKeyring()), {
  publicUrl: 'https://fb.example',
  replyTo: 'reply@op.example',
});

const never = new AbortController().signal;
const MESSAGE: Message = {
  ...{
    id: '0197aaaa-0000-7000-8000-00000000000a',
    feedbackId: 'f-1',
    reference: 'HY-2026-000001',
    cycle: 1,
    purpose: 'answer',
    language: 'zh',
  },
  ...{
    subject: '您的反馈已有答复',
    body: '正文：已修复\n.\n尾',
    reply: '已修复',
    link: null,
    email: 'alice@example.com',
    html: null,
    phone: null,
    barred: null,
  },
  ...{ callback: null, takenAt: '2026-11-22T12:00:00.123456Z', wallSeconds: 0 },
};

const OTHER_ID = '0197aaaa-0000-7000-8000-00000000000b';

function refuse(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode });
}

describe('e-mail', () => {
  const closers: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function channelTo(port: number): EmailChannel {
    const channel = new EmailChannel({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Huiyin <noreply@op.example>',
      tokens: TOKENS,
    });
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

  function collecting(mails: { to: string[]; raw: string }[]): Promise<EmailChannel> {
    return mailServer({
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ to, raw: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
  }

  it('arrives as text and as HTML, with the id of the delivery as Message-ID and a way back for replies', async () => {
    const mails: { to: string[]; raw: string }[] = [];
    const channel = await collecting(mails);
    const results = await Promise.all([
      channel.send(MESSAGE, never),
      channel.send({ ...MESSAGE, id: OTHER_ID }, never),
    ]);
    expect(results[0]).toMatchObject({
      status: 'sent',
      proof: expect.stringContaining(`<${MESSAGE.id}@op.example> 250 `),
    });
    expect(mails).toHaveLength(2);
    const mail = mails.find(({ raw }) => raw.includes(`<${MESSAGE.id}@`))!;
    expect(mail.to).toEqual(['alice@example.com']);
    const parsed = await simpleParser(mail.raw, { skipTextToHtml: true });
    expect(parsed.messageId).toBe(`<${MESSAGE.id}@op.example>`);
    expect(parsed.text?.trimEnd()).toBe(MESSAGE.body);
    expect(parsed.html).toContain('正文：已修复<br>.<br>尾');
    expect(parsed.html).not.toMatch(/<img|<script|src=/i);
    expect(parsed.headers.get('list')).toBeUndefined();
    expect(TOKENS.readReplyAddress(parsed.replyTo?.value[0]?.address?.toUpperCase() ?? '')).toBe(MESSAGE.id);
  });

  it('lets the reader of a question out with one click, and never shows words of a customer as HTML', async () => {
    const mails: { to: string[]; raw: string }[] = [];
    const channel = await collecting(mails);
    const link = 'https://fb.example/s/abc';
    const body = `<img src=x onerror=alert(1)>\n\n> <b>fett</b>\n\n请打开：\n${link}\n`;
    await channel.send({ ...MESSAGE, purpose: 'survey', link, body }, never);
    const { headers, html, text } = await simpleParser(mails[0]!.raw, { skipTextToHtml: true });
    const unsubscribe = TOKENS.unsubscribeUrl('Alice@example.com');
    expect(headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribe } });
    expect(mails[0]!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(text).toContain(unsubscribe);
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<b>/);
  });

  it('is not sent to an address that is barred', async () => {
    const mails: { to: string[]; raw: string }[] = [];
    const channel = await collecting(mails);
    expect(await channel.send({ ...MESSAGE, barred: 'bounced' }, never)).toMatchObject({ status: 'refused' });
    expect(mails).toHaveLength(0);
  });

  it.each([
    ['550 5.1.1 no such user', true],
    ['550 no', true],
    ['550 5.7.1 looks like spam', undefined],
    ['552 5.2.2 mailbox full', undefined],
  ])('knows from "%s" whether there is nobody at the address', async (said, badAddress) => {
    const error = Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) });
    const channel = await mailServer({ onRcptTo: (_address, _session, done) => done(error) });
    const result = await channel.send(MESSAGE, never);
    expect(result).toMatchObject({ status: 'refused' });
    expect('badAddress' in result ? result.badAddress : undefined).toBe(badAddress);
  });

  it.each([
    [550, 'refused'],
    [450, 'retry'],
    [421, 'retry'],
  ])('is, when the server says %i to the recipient, %s', async (code, status) => {
    const channel = await mailServer({ onRcptTo: (_address, _session, done) => done(refuse(code)) });
    const result = await channel.send(MESSAGE, never);
    expect(result).toMatchObject({ status, reason: expect.stringContaining(String(code)) });
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
