import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { AddressCheck } from './address-check.js';
import { NotPublicError, OutgoingHttp, type Resolver } from './outgoing-http.js';
import { newSecret, problemOfSecret, signatureHeaders } from './signing.js';
import { problemOfTarget } from './target.js';

const never = new AbortController().signal;
const MESSAGE = { headers: {}, body: '{}' };

/** Names of a resolver written by hand; a name with several lists answers with one after the other. */
function names(list: Readonly<Record<string, readonly (readonly string[])[]>>): Resolver & { asked: string[] } {
  const asked: string[] = [];
  const resolver: Resolver = (name, done) => {
    const answers = list[name] ?? [];
    const addresses = answers[Math.min(asked.filter((one) => one === name).length, answers.length - 1)] ?? [];
    asked.push(name);
    done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))); // prettier-ignore
  };
  return Object.assign(resolver, { asked });
}

/** Ways to write an address on the inside of the network; the port of a server that listens is put behind them. */
// prettier-ignore
const INWARD = [
  '127.0.0.1', '127.0.0.1.', '127.1', '2130706433', '0x7f000001', '0x7f.1', '017700000001', '0177.0.0.01', '0', '0.0.0.0', '１２７.０.０.１', '127。0。0。1',
  '127%2e0%2e0%2e1', '10.0.0.1', '169.254.169.254', '0xA9FEA9FE', '2852039166', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:169.254.169.254]',
  '[64:ff9b::7f00:1]', '[64:ff9b::10.0.0.1]', '[fe80::1]', '[fd00:ec2::254]', '[2002:7f00:1::]', '100.100.100.200',
];

describe('a request to an address that somebody typed in', () => {
  const received: string[] = [];
  let answer: (response: ServerResponse, request: IncomingMessage) => void;
  let server: Server;
  let port: number;
  const local = new AddressCheck(['127.0.0.0/8']);

  beforeAll(async () => {
    server = createServer((request, response) => {
      received.push(request.url ?? '');
      request.resume().on('end', () => answer(response, request));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  beforeEach(() => {
    received.length = 0;
    answer = (response) => response.writeHead(204).end();
  });
  afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

  it.each(INWARD)('is not made to http://%s/, and it is known before anything is sent', async (host) => {
    const http = new OutgoingHttp(new AddressCheck());
    const url = `http://${host}:${port}/`;
    await expect(http.post(url, MESSAGE, never)).rejects.toThrow(NotPublicError);
    expect(await http.mayReach(new URL(url))).toBe(false);
    expect(received).toEqual([]);
  });

  it('is not made to the machine itself by name', async () => {
    const http = new OutgoingHttp(new AddressCheck());
    await expect(http.post(`http://localhost:${port}/`, MESSAGE, never)).rejects.toThrow(NotPublicError);
    expect(await http.mayReach(new URL('http://localhost/'))).toBe(false);
  });

  it('is not made when the name was public at first and is private the second time', async () => {
    const rebinding = names({ 'rebind.example': [['93.184.216.34'], ['10.0.0.1'], ['127.0.0.1']] });
    const http = new OutgoingHttp(new AddressCheck(), rebinding);
    expect(await http.mayReach(new URL('http://rebind.example/'))).toBe(true);
    await expect(http.post(`http://rebind.example:${port}/`, MESSAGE, never)).rejects.toThrow(NotPublicError);
    await expect(http.post(`http://rebind.example:${port}/`, MESSAGE, never)).rejects.toThrow(NotPublicError);
    expect(rebinding.asked).toHaveLength(3);
    expect(received).toEqual([]);
  });

  it('goes to the very address that was checked: the name is asked for once', async () => {
    const rebinding = names({ 'rebind.example': [['127.0.0.1'], ['10.0.0.1']] });
    const http = new OutgoingHttp(local, rebinding);
    expect(await http.post(`http://rebind.example:${port}/in`, MESSAGE, never)).toEqual({ status: 204 });
    expect(rebinding.asked).toEqual(['rebind.example']);
    expect(received).toEqual(['/in']);
  });

  it.each([
    [['8.8.8.8', '10.0.0.1']],
    [['2606:4700:4700::1111', '::1']],
    [['8.8.8.8', '::ffff:10.0.0.1']],
    [['fe80::1%eth0']],
  ])('is not made when one of the addresses of a name is private: %j', async (addresses) => {
    const http = new OutgoingHttp(new AddressCheck(), names({ 'mixed.example': [addresses] }));
    await expect(http.post(`http://mixed.example:${port}/`, MESSAGE, never)).rejects.toThrow(NotPublicError);
  });

  it('asks for an international name as the name servers know it, and checks what they say', async () => {
    const idn = names({ 'xn--fsqu00a.xn--0zwm56d': [['10.1.2.3']] });
    const http = new OutgoingHttp(new AddressCheck(), idn);
    await expect(http.post('http://例子.测试/', MESSAGE, never)).rejects.toThrow(NotPublicError);
    expect(idn.asked).toEqual(['xn--fsqu00a.xn--0zwm56d']);
  });

  it('does not follow a redirect to where nobody may connect, or anywhere', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      answer = (response) => response.writeHead(status, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      expect(await new OutgoingHttp(local).post(`http://127.0.0.1:${port}/`, MESSAGE, never)).toEqual({ status });
    }
    answer = (response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
    await new OutgoingHttp(local).post(`http://127.0.0.1:${port}/here`, MESSAGE, never);
    expect(received).not.toContain('/elsewhere');
  });

  it('is given up when nothing comes, or only a drop of its head now and then; a status that was said counts', async () => {
    const soon = () => AbortSignal.timeout(150);
    const url = `http://127.0.0.1:${port}/`;
    answer = () => undefined;
    await expect(new OutgoingHttp(local).post(url, MESSAGE, soon())).rejects.toMatchObject({ name: 'AbortError' });
    answer = (response) => {
      const drip = setInterval(() => response.socket?.write('X-Drop: 1\r\n'), 20);
      response.socket?.write('HTTP/1.1 200 OK\r\n');
      response.on('close', () => clearInterval(drip));
    };
    await expect(new OutgoingHttp(local).post(url, MESSAGE, soon())).rejects.toMatchObject({ name: 'AbortError' });
    answer = (response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await new OutgoingHttp(local).post(url, MESSAGE, soon())).toEqual({ status: 200 });
  });

  it('lets nothing of the answer be seen, and hangs up on one that does not end', async () => {
    let hungUp: () => void;
    const gone = new Promise<void>((resolve) => (hungUp = resolve));
    answer = (response) => {
      const drip = setInterval(() => response.write('secret words '.repeat(2_000)), 1);
      response.on('close', () => (clearInterval(drip), hungUp()));
    };
    const told = await new OutgoingHttp(local).post(`http://127.0.0.1:${port}/`, MESSAGE, never);
    expect(told).toEqual({ status: 200 });
    await gone;
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:70/_',
    'unix:/run/docker.sock',
    'javascript:alert(1)',
    'data:text/plain,x',
    'example.com',
    '//example.com/',
    '',
    'http://me:pw@example.com/',
    'http://me@example.com/',
    'https://example.com:25/',
    'http://example.com:6667/',
    'http://[fe80::1%25eth0]/',
    'http://[fe80::1%eth0]/',
    'http://exa mple.com/',
    'http://1.2.3.4.5.999999999999/',
    `https://example.com/${'x'.repeat(2_048)}`,
  ])('is refused for %s, with a word on why', async (url) => {
    expect(problemOfTarget(url)).toMatch(/Use an http or https URL|Leave user name|belongs to another protocol/);
    await expect(new OutgoingHttp(local).post(url, MESSAGE, never)).rejects.toThrow(TypeError);
  });

  it.each([
    'https://crm.example.com/huiyin',
    'http://crm.example.com:8080/',
    'https://例子.测试/',
    'https://[2606:4700::1]/',
  ])('is fine for %s', (url) => expect(problemOfTarget(url)).toBeNull());
});

describe('a signature', () => {
  const seconds = Math.floor((performance.timeOrigin + performance.now()) / 1_000);

  it('is right for whoever has the secret, and while it is being changed for whoever has either', () => {
    const [current, old, other] = [newSecret(), newSecret(), newSecret()];
    const body = '{"a":"回音"}';
    const headers = signatureHeaders([current, old], { id: 'evt_1', seconds, body });
    for (const secret of [current, old]) expect(new Webhook(secret).verify(body, headers)).toEqual({ a: '回音' });
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
    expect(() => new Webhook(current).verify('{"a":"其他"}', headers)).toThrow();
    expect(() => new Webhook(current).verify(body, { ...headers, 'webhook-id': 'evt_2' })).toThrow();
  });

  it('is the same as that of the library', () => {
    const secret = newSecret();
    const own = signatureHeaders([secret], { id: 'evt_1', seconds, body: '{}' })['webhook-signature'];
    expect(own).toBe(new Webhook(secret).sign('evt_1', new Date(seconds * 1_000), '{}'));
    expect(problemOfSecret(secret)).toBeNull();
    expect(['whsec_', 'whsec_c2hvcnQ=', 'abc', `whsec_${'A'.repeat(41)}`].map(problemOfSecret)).not.toContain(null);
  });
});
