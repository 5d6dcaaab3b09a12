import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AddressCheck, OutgoingHttp } from '@huiyin/outgoing';
import type { Message } from '../channel.js';
import { SmsChannel, type SmsGateway } from './sms.channel.adapter.js';

const never = new AbortController().signal;
const MESSAGE = {
  ...{ id: 'd-1', feedbackId: 'f-1', reference: 'HY-2026-000001', cycle: 1, purpose: 'answer', language: 'zh' },
  ...{ subject: '答复', body: '已修复："好"\n{{phone}} \\ 完\n', html: null, reply: '已修复', link: null },
  ...{ email: null, phone: '+86 138-0000-1234', barred: null, callback: null, takenAt: '', wallSeconds: 0 },
} satisfies Message as Message;

describe('an SMS', () => {
  const received: { method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let answer: (response: ServerResponse) => void;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ method: request.method ?? '', headers: request.headers, body });
        answer(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  });
  beforeEach(() => {
    received.length = 0;
    says({ result: { code: 0 }, data: [{ id: 'M-77' }] });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

  const says = (body: unknown, status = 200) =>
    (answer = (response) =>
      void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)));
  const channel = (changes: Partial<SmsGateway> = {}, check = new AddressCheck(['127.0.0.0/8'])) =>
    new SmsChannel(
      {
        ...{ url, method: 'POST', headers: { authorization: 'Bearer t0p' } },
        ...{ body: { to: ['{{phone}}'], content: '【回音】{{text}}', ext: { id: '{{id}}', kind: 7 } } },
        ...{ codePath: 'result.code', successCodes: ['0'], rejectCodes: ['1001'], idPath: 'data.0.id' },
        ...changes,
      },
      new OutgoingHttp(check),
    );

  it("goes out in the gateway's own JSON, in which no text can become anything else, and its id is the proof", async () => {
    expect(await channel().send(MESSAGE, never)).toEqual({ status: 'sent', proof: 'HTTP 200 id M-77' });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers).toMatchObject({ authorization: 'Bearer t0p', 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(body)).toEqual({ to: ['13800001234'], content: '【回音】已修复："好"\n{{phone}} \\ 完', ext: { id: 'd-1', kind: 7 } }); // prettier-ignore
  });

  it.each([
    ['a code that is final', { result: { code: 1001 } }, 200, 'refused', '1001'],
    ['a code that is final beside a status that is not 2xx', { result: { code: '1001' } }, 400, 'refused', '1001'],
    ['another code', { result: { code: 42 } }, 200, 'retry', '42'],
    ['no code where one is expected', { result: {} }, 200, 'retry', 'none'],
    ['no JSON', '<html>ok</html>', 200, 'retry', 'none'],
    ['500', { result: { code: 0 } }, 500, 'retry', 'HTTP 500'],
    ['429', '', 429, 'retry', 'HTTP 429'],
    ['302', '', 302, 'retry', 'HTTP 302'],
  ])('is, when the gateway answers with %s, %s', async (...[, body, status, verdict, named]) => {
    says(body, status);
    const result = await channel().send(MESSAGE, never);
    expect(result).toMatchObject({ status: verdict, reason: expect.stringContaining(named) });
    expect(received).toHaveLength(1);
  });

  it('tells nothing of what the gateway repeats of it', async () => {
    says({ result: { code: '13800001234' }, data: [{ id: '短信内容' }] });
    expect(JSON.stringify(await channel().send(MESSAGE, never))).not.toContain('13800001234');
    expect(JSON.stringify(await channel({ codePath: '' }).send(MESSAGE, never))).not.toContain('短信内容');
  });

  it('may or may not have gone out when the gateway hangs or hangs up, and has not when it is not there', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await channel().send(MESSAGE, stop.signal)).toMatchObject({ status: 'unsure' });
    answer = (response) => void response.destroy();
    expect(await channel().send(MESSAGE, never)).toMatchObject({ status: 'unsure' });
    expect(await channel({ url: 'http://127.0.0.1:2/' }).send(MESSAGE, never)).toMatchObject({ status: 'retry' });
  });

  it('goes to no address that the operator has not allowed, and to no number that takes none', async () => {
    expect(await channel({}, new AddressCheck()).send(MESSAGE, never)).toMatchObject({ status: 'retry', reason: expect.stringContaining('not public') }); // prettier-ignore
    expect(await channel().send({ ...MESSAGE, phone: '010-12345678' }, never)).toMatchObject({ status: 'refused' });
    expect(received).toHaveLength(0);
  });
});
