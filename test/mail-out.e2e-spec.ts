import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { MailServer } from './support/mail-server.js';

const FORM = 'application/x-www-form-urlencoded';
const SECRET = 'a secret of the mail provider';

describe('mail that goes out', () => {
  let world: LoopWorld;
  let smtp: MailServer;
  let gateway: Server;
  const texts: Json[] = [];
  let people = 0;

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        texts.push(JSON.parse(body));
        response.end('{"code":"OK"}');
      });
    }).listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    smtp = await MailServer.start();
    world = await LoopWorld.start({
      config: {
        smtpUrl: smtp.url,
        mailFrom: 'Huiyin <noreply@op.example>',
        publicUrl: 'https://fb.example',
        smsUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
        smsCodePath: 'code',
        webhookAllow: ['127.0.0.0/8'],
      },
    });
    const check = { type: 'hmac', header: 'X-Signature' };
    const source = { check, mapping: { fields: { text: 'text' } }, secret: SECRET.replaceAll(' ', '-') };
    expect((await world.call('PUT', '/api/v1/inbound-sources/provider', { body: source })).status).toBe(200);
  });
  afterEach(async () => {
    smtp.refused.clear();
    await world.db.query('delete from message_template');
  });
  afterAll(async () => {
    await world.stop();
    await Promise.all([smtp.stop(), new Promise((resolve) => gateway.close(resolve))]);
  });

  const someone = () => `kunde${++people}@example.com`;
  const put = (name: string, body: object) => world.call('PUT', `/api/v1/templates/${name}`, { body });
  const deliveries = async (id: string): Promise<string[]> =>
    (await world.get(`/api/v1/feedback/${id}/deliveries`)).body.map(({ purpose, channel, state }: Json) => `${purpose} ${channel} ${state}`); // prettier-ignore
  const hand = (raw: string, secret = SECRET.replaceAll(' ', '-')): Promise<Answer> =>
    world.call('POST', '/api/v1/inbound-mail/provider', {
      ...{ key: '', raw, type: 'message/rfc822' },
      headers: { 'x-signature': createHmac('sha256', secret).update(raw).digest('hex') },
    });
  const report = (messageId: string, status: string, action = 'failed') =>
    [
      `From: MAILER-DAEMON@mx.example`,
      `Message-ID: <report${++people}@mx.example>`,
      `Auto-Submitted: auto-replied`,
      `Content-Type: multipart/report; report-type=delivery-status; boundary=b`,
      `\n--b\nContent-Type: text/plain\n\nYour mail could not be delivered.`,
      `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; x@example.com\nAction: ${action}\nStatus: ${status}`,
      `\n--b\nContent-Type: message/rfc822\n\nFrom: noreply@op.example\nMessage-ID: ${messageId}\nSubject: x\n\nold words\n--b--\n`,
    ].join('\n');

  /** An item that has come as far as it comes by itself after it was resolved. */
  async function answered(piece: object): Promise<string> {
    const id = await world.collect({ text: `宽带很慢 第 ${++people} 次`, ...piece });
    await world.settle();
    await world.resolve(id);
    await world.settle();
    return id;
  }

  it("is written in the operator's words: those for the kind first, then those for every kind", async () => {
    const text = {
      subject: '【{{reference}}】答复',
      body: '{{name}}您好：\n{{reply}}\n',
      html: '<h1>{{name}}</h1><p>{{reply}}</p>',
    };
    expect((await put('answer/any/zh', text)).body).toMatchObject({ version: 1, kind: 'any', changedBy: expect.stringContaining('key:') }); // prettier-ignore
    expect((await put('answer/any/zh', text)).body).toMatchObject({ version: 2 });
    expect((await put('answer/complaint/zh', { ...text, subject: '投诉 {{reference}}' })).status).toBe(200);
    const [email, other] = [someone(), someone()];
    const id = await answered({ customer: { email, name: '王小明' }, kind: 'enquiry' });
    await answered({ customer: { email: other, name: '<b>李</b>' }, kind: 'complaint' });
    const mail = smtp.mails.find(({ rcpt }) => rcpt === email)!;
    const { reference } = await world.item(id);
    expect(mail).toMatchObject({ subject: `【${reference}】答复`, text: expect.stringContaining('王小明您好：') });
    expect(mail.html).toContain('<h1>王小明</h1>');
    const complaint = smtp.mails.find(({ rcpt }) => rcpt === other)!;
    expect(complaint.subject).toMatch(/^投诉 HY-/);
    expect(complaint.html).toContain('<h1>&lt;b&gt;李&lt;/b&gt;</h1>');
    const [stored] = await world.db.query<{ body: string; html: string }>('select body, html from delivery where feedback_id = $1', [id]); // prettier-ignore
    expect(JSON.stringify(stored)).toContain('王**');
    expect(JSON.stringify(stored)).not.toContain('王小明');

    expect((await world.call('DELETE', '/api/v1/templates/answer/any/zh')).status).toBe(204);
    expect((await world.call('DELETE', '/api/v1/templates/answer/any/zh')).status).toBe(404);
    const [entry] = await world.db.query(`select subject, details from audit_entry where action = 'template.changed' order by id limit 1`); // prettier-ignore
    expect(entry).toMatchObject({ subject: 'template:answer/any/zh', details: { version: 1 } });
  });

  it('refuses a template with an unknown placeholder by name, and one for a purpose, kind or language that is not there', async () => {
    const bad = await put('answer/any/zh', { subject: 's', body: '{{reply}} {{telephone}}' });
    expect(bad).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ field: 'body' }] } });
    expect(bad.body.detail).toContain('{{telephone}}');
    for (const name of ['notice/any/zh', 'answer/rant/zh', 'answer/any/fr'])
      expect((await put(name, { subject: 's', body: '{{reply}}' })).status).toBe(400);
    const key = await world.keyWith('feedback:read');
    expect((await world.call('GET', '/api/v1/templates', { key })).status).toBe(403);
  });

  it('is shown before it is sent, with a sample or an item, masked, and with what an SMS of it costs', async () => {
    const preview = async (body: object) => (await world.post('/api/v1/templates/preview', body)).body;
    const sample = await preview({ purpose: 'survey', kind: 'any', language: 'zh' });
    expect(sample).toMatchObject({ subject: expect.stringContaining('HY-2026-000123'), sms: { encoding: 'ucs-2', parts: 1 } }); // prettier-ignore
    expect(sample.html).toContain('/u/********');
    const id = await world.collect({ text: '请回电', customer: { phone: '13800001234' } });
    await world.settle();
    await world.resolve(id, { action: 'answered', summary: 's', reply: '请拨打 13900004321 联系王工。' });
    const shown = await preview({ purpose: 'answer', kind: 'any', language: 'zh', item: id, subject: 'T', body: '[{{reply}}]', sms: '{{reply}}'.repeat(8) }); // prettier-ignore
    expect(shown).toMatchObject({ subject: 'T', text: '[> 请拨打 139****4321 联系王工。]', sms: { parts: 3 } });
    expect(await preview({ purpose: 'answer', kind: 'any', language: 'zh', subject: 'T', body: '{{x}}' })).toMatchObject({ code: 'validation-failed' }); // prettier-ignore
    await world.settle();
  });

  it('lets its reader out of surveys, by one click and never by looking, and still brings answers', async () => {
    const email = someone();
    await answered({ customer: { email } });
    const survey = smtp.latest(email);
    const { url } = (survey.headers.get('list') as Json).unsubscribe;
    expect(url).toMatch(/^https:\/\/fb\.example\/u\/[\w-]{64}$/);
    const path = new URL(url).pathname;
    const page = await world.call('GET', path, { key: '' });
    expect(page).toMatchObject({
      status: 200,
      headers: { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    });
    expect(page.text).toContain('method="post"');
    const bars = async () => (await world.post('/api/v1/mail-bars/find', { address: email.toUpperCase() })).body;
    expect(await bars()).toEqual([]);
    const wrong = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
    expect((await world.call('POST', wrong, { key: '', raw: '', type: FORM })).status).toBe(404);
    expect((await world.call('POST', path, { key: '', raw: 'List-Unsubscribe=One-Click', type: FORM })).status).toBe(
      200,
    );
    expect(await bars()).toMatchObject([{ unsubscribedAt: expect.any(String), bouncedAt: null }]);

    const before = smtp.mails.length;
    const id = await answered({ customer: { email } });
    expect(smtp.mails.slice(before).map(({ subject }) => subject)).toEqual([expect.stringContaining('已有答复')]);
    expect(await deliveries(id)).toEqual(['answer email sent']);
    const dump = JSON.stringify(await world.db.query('select id, encode(address, $1) as address, masked from mail_bar', ['escape'])); // prettier-ignore
    expect(dump).not.toContain(email);
  });

  it('goes to the next channel when the server knows nobody there, and is not tried there again until somebody clears it', async () => {
    const email = someone();
    smtp.refused.set(email, '550 5.1.1 nobody here');
    const customer = { email, phone: '13800001234' };
    expect(await deliveries(await answered({ customer }))).toEqual([
      'answer email failed',
      'answer sms sent',
      'survey sms sent',
    ]);
    expect(texts.at(-1)).toMatchObject({ phone: '13800001234', text: expect.stringMatching(/https:\/\/fb\.example\/s\/[\w-]{22}$/) }); // prettier-ignore
    smtp.refused.clear();
    expect(await deliveries(await answered({ customer }))).toEqual(['answer sms sent', 'survey sms sent']);
    const [bar] = (await world.get('/api/v1/mail-bars')).body;
    expect(bar).toMatchObject({
      address: expect.stringMatching(/^k\*\*\*@/),
      bounceReason: expect.stringContaining('550'),
    });
    expect((await world.call('DELETE', `/api/v1/mail-bars/${bar.id}`)).status).toBe(204);
    expect(await deliveries(await answered({ customer }))).toEqual(['answer email sent', 'survey email sent']);
  });

  it('that comes back later has failed after all: the answer goes on the next channel, the question too', async () => {
    const email = someone();
    const id = await answered({ customer: { email, phone: '13800001234' } });
    const [answer, survey] = smtp.mails.filter(({ rcpt }) => rcpt === email);
    expect((await hand(report(answer!.messageId!, '4.4.1', 'delayed'))).body).toEqual({ outcome: 'automatic' });
    expect(await deliveries(id)).toEqual(['answer email sent', 'survey email sent']);
    const bounce = report(answer!.messageId!, '5.1.1');
    expect((await hand(bounce)).body).toEqual({ outcome: 'bounce' });
    expect((await hand(bounce)).body).toEqual({ outcome: 'known' });
    expect((await hand(report(survey!.messageId!, '5.1.1'))).body).toEqual({ outcome: 'bounce' });
    await world.settle();
    expect((await deliveries(id)).sort()).toEqual(['answer email failed', 'answer sms sent', 'survey email failed', 'survey sms sent']); // prettier-ignore
    const { body } = await world.get(`/api/v1/feedback/${id}/deliveries`);
    expect(body[0].error).toBe('The mail came back (5.1.1).');
    expect((await world.post('/api/v1/mail-bars/find', { address: email })).body).toHaveLength(1);
  });

  it('that came back where no channel is left waits for a person instead of closing in silence', async () => {
    const email = someone();
    const id = await answered({ customer: { email } });
    const answer = smtp.mails.find(({ rcpt }) => rcpt === email)!;
    expect((await hand(report(answer.messageId!, '5.2.2'))).body).toEqual({ outcome: 'bounce' });
    expect((await world.post('/api/v1/mail-bars/find', { address: email })).body).toEqual([]);
    world.clock.advance(30 * 86_400_000);
    await world.settle();
    expect(await world.item(id)).toMatchObject({ stage: 'recollect', state: 'waiting', messages: [{ kind: 'bounce', decision: null }] }); // prettier-ignore
  });

  it('is answered by a stranger in vain: no report without the right signature, none about a mail that is not ours', async () => {
    const email = someone();
    const id = await answered({ customer: { email } });
    const answer = smtp.mails.find(({ rcpt }) => rcpt === email)!;
    expect((await hand(report(answer.messageId!, '5.1.1'), 'a-wrong-secret')).status).toBe(401);
    expect((await hand(report('<0197aaaa-0000-7000-8000-00000000000a@op.example>', '5.1.1'))).body).toEqual({ outcome: 'bounce' }); // prettier-ignore
    expect((await hand(report(answer.messageId!.replace('op.example', 'evil.example'), '5.1.1'))).body).toEqual({ outcome: 'automatic' }); // prettier-ignore
    expect(await deliveries(id)).toEqual(['answer email sent', 'survey email sent']);
    const json = await world.call('POST', '/api/v1/inbound-mail/provider', { key: '', body: {} });
    expect([401, 415]).toContain(json.status);
  });
});
