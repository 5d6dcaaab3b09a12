import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorker } from '../apps/worker/src/worker.js';
import type { Json } from './support/call.js';
import { ImapServer } from './support/imap-server.js';
import { LoopWorld } from './support/loop-world.js';
import { MailServer } from './support/mail-server.js';

const DAY_MS = 86_400_000;

describe('mail that comes in', () => {
  let world: LoopWorld;
  let smtp: MailServer;
  let imap: ImapServer;
  let people = 0;

  beforeAll(async () => {
    [smtp, imap] = await Promise.all([MailServer.start(), ImapServer.start()]);
    world = await LoopWorld.start({
      config: {
        smtpUrl: smtp.url,
        mailFrom: 'Huiyin <noreply@op.example>',
        mailReplyTo: 'reply@op.example',
        imapUrl: imap.url,
        mailIntake: 'on',
        mailPerHour: 5,
      },
    });
  });
  afterEach(() => {
    imap.onFetch = () => undefined;
  });
  afterAll(async () => {
    await world.stop();
    await Promise.all([smtp.stop(), imap.stop()]);
  });

  const look = () => world.worker.mailbox!.look();
  const someone = () => `customer${++people}@example.com`;
  const outcomes = async (): Promise<string[]> =>
    (await world.db.query<{ outcome: string }>('select outcome from inbound_mail order by received_at')).map(({ outcome }) => outcome); // prettier-ignore
  const mail = (from: string, headers: Record<string, string>, text: string) => {
    const all = { From: from, To: 'reply@op.example', Subject: 'Re', 'Message-ID': `<${++people}@mua.example>`, 'Content-Type': 'text/plain; charset=utf-8', ...headers }; // prettier-ignore
    return `${Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${text}\n`; // prettier-ignore
  };

  /** An item whose customer has been answered by mail and asked whether it helped. */
  async function told(): Promise<{ id: string; email: string; answer: Json; survey: Json; reference: string }> {
    const email = someone();
    const id = await world.collect({ text: `家里没有信号 ${email.length}${people}`, customer: { email } });
    await world.settle();
    await world.resolve(id);
    await world.settle();
    const [answer, survey] = smtp.mails.filter(({ rcpt }) => rcpt === email);
    const { reference } = await world.item(id);
    return { id, email, answer, survey, reference };
  }

  it('reaches its item by the address that it was sent to, and stops the clock until somebody has read it', async () => {
    const { id, email, survey } = await told();
    const to = survey.replyTo.value[0].address;
    imap.deliver(mail(`"王小明" <${email}>`, { To: to }, '还是没有信号，请打 13800001234。\n\n> 尊敬的客户'));
    await look();
    const { messages, stage } = await world.item(id);
    expect(messages).toEqual([
      expect.objectContaining({ kind: 'reply', text: '还是没有信号，请打 138****1234。', decision: null, stage: 'recollect', cycle: 1 }),
    ]); // prettier-ignore
    expect(stage).toBe('recollect');
    expect((await world.get(`/api/v1/feedback/${id}?reveal=true`)).body.messages[0].text).toContain('13800001234');
    world.clock.advance(8 * DAY_MS);
    await world.settle();
    expect(await world.item(id)).toMatchObject({ state: 'waiting', stage: 'recollect' });

    const open = (await world.get('/api/v1/messages')).body.find(({ feedbackId }: Json) => feedbackId === id);
    expect(open).toMatchObject({ id: messages[0].id });
    const decide = (decision: string) =>
      world.post(`/api/v1/feedback/${id}/messages/${open.id}/decision`, { decision });
    expect((await decide('noted')).status).toBe(204);
    expect((await decide('not-solved')).body).toMatchObject({ code: 'not-waiting' });
    await world.settle();
    expect(await world.item(id)).toMatchObject({ state: 'closed' });
  });

  it('says through a person that it did not help: the next cycle of the same item begins', async () => {
    const { id, email, answer } = await told();
    imap.deliver(mail(email, { 'In-Reply-To': answer.messageId }, '没有解决'));
    await look();
    const [message] = (await world.item(id)).messages;
    const path = `/api/v1/feedback/${id}/messages/${message.id}/decision`;
    expect((await world.post(path, { decision: 'not-solved' })).status).toBe(204);
    expect(await world.item(id)).toMatchObject({ cycle: 2, messages: [{ decision: 'not-solved' }] });
  });

  it('that only says thanks changes nothing', async () => {
    const { id, email, survey } = await told();
    imap.deliver(mail(email, { References: `<x@y.example> ${survey.messageId}` }, '好的，谢谢！\n\n发自我的iPhone'));
    await look();
    expect(await world.item(id)).toMatchObject({ stage: 'recollect', messages: [{ decision: 'thanks' }] });
    world.clock.advance(8 * DAY_MS);
    await world.settle();
    expect(await world.item(id)).toMatchObject({ state: 'closed' });
  });

  it('to a closed item becomes a new one that names the old', async () => {
    const { id, email, answer } = await told();
    world.clock.advance(8 * DAY_MS);
    await world.settle();
    expect((await world.item(id)).state).toBe('closed');
    imap.deliver(mail(email, { 'In-Reply-To': answer.messageId }, '又没有信号了'));
    await look();
    const { messages, state } = await world.item(id);
    expect(state).toBe('closed');
    expect(messages).toMatchObject([{ decision: 'new-item', becameId: expect.any(String) }]);
    expect(await world.item(messages[0].becameId)).toMatchObject({ text: '又没有信号了', channel: 'email', attributes: { answers: id } }); // prettier-ignore
  });

  it('is matched by the reference in its subject only when it is from the customer', async () => {
    const { id, email, reference } = await told();
    imap.deliver(mail('stranger@example.net', { Subject: `Re: ${reference}` }, '我是来打听的'));
    imap.deliver(mail(email.toUpperCase(), { Subject: `Re: ${reference}` }, '是我本人'));
    await look();
    expect((await world.item(id)).messages.map(({ text }: Json) => text)).toEqual(['是我本人']);
    expect((await outcomes()).slice(-2)).toEqual(['new-item', 'reply']);
  });

  it('is not believed about our own ids: a tag or Message-ID that we did not make leads nowhere', async () => {
    const { id, email, answer, survey } = await told();
    const tag = survey.replyTo.value[0].address as string;
    imap.deliver(mail('a@evil.example', { To: tag.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')) }, '伪造标签'));
    imap.deliver(mail('a@evil.example', { 'In-Reply-To': answer.messageId.replace('op.example', 'evil.example') }, '伪造编号')); // prettier-ignore
    await look();
    expect((await world.item(id)).messages).toEqual([]);
    expect(email).toBeDefined();
  });

  it.each([
    ['Auto-Submitted', 'auto-replied', 'automatic'],
    ['Precedence', 'bulk', 'automatic'],
    ['X-Auto-Response-Suppress', 'All', 'automatic'],
    ['List-Id', '<news.example>', 'automatic'],
    ['From', 'mailer-daemon@example.com', 'automatic'],
    ['From', 'NoReply@op.example', 'loop'],
  ])('with %s: %s is noted as %s and not taken', async (name, value, outcome) => {
    const before = (await world.get('/api/v1/feedback?limit=200')).body.items.length;
    imap.deliver(mail(someone(), { [name]: value }, '我在休假'));
    await look();
    await look();
    expect((await outcomes()).at(-1)).toBe(outcome);
    expect((await world.get('/api/v1/feedback?limit=200')).body.items).toHaveLength(before);
  });

  it('of one sender is taken up to a number within an hour', async () => {
    const from = someone();
    for (let count = 0; count < 7; count++) imap.deliver(mail(from, {}, `第 ${count} 封`));
    await look();
    expect((await outcomes()).slice(-7)).toEqual([...Array(5).fill('new-item'), 'too-many', 'too-many']);
    world.clock.advance(DAY_MS);
    imap.deliver(mail(from, {}, '第二天'));
    await look();
    expect((await outcomes()).at(-1)).toBe('new-item');
  });

  it('is read in GB18030, as HTML, and without its files', async () => {
    const gb = Buffer.concat([
      Buffer.from(`From: ${someone()}\r\nSubject: =?GB18030?B?1eK49g==?=\r\nMessage-ID: <gb@mua.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=gb18030\r\n\r\n<p>`), // prettier-ignore
      Buffer.from([0xcd, 0xf8, 0xc2, 0xe7, 0xc2, 0xfd]),
      Buffer.from(`</p><script>alert(1)</script>\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.exe\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(3_000).toString('base64')}\r\n--b--\r\n`), // prettier-ignore
    ]);
    imap.deliver(gb);
    await look();
    const [latest] = await world.db.query<{ id: string }>('select feedback_id as id from inbound_mail order by received_at desc limit 1'); // prettier-ignore
    const item = await world.item(latest!.id);
    expect(item).toMatchObject({ text: '网络慢', subject: '这个', attributes: { attachmentsLeftOut: 1 } });
  });

  it('is taken once, also when the mailbox is numbered anew and when two workers look at the same moment', async () => {
    const before = await outcomes();
    for (let count = 0; count < 3; count++) imap.deliver(mail(someone(), {}, `只算一次 ${count}`));
    const another = await createWorker(world.config, world.clock);
    await Promise.all([look(), another.mailbox!.look()]);
    imap.renumber();
    await Promise.all([look(), another.mailbox!.look()]);
    await another.app.close();
    expect((await outcomes()).length - before.length).toBe(3);
  });

  it('that cannot be read is noted with the reason and holds up nobody', async () => {
    const before = await outcomes();
    const nested = Array.from({ length: 2_000 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`); // prettier-ignore
    imap.deliver(Buffer.from(nested.join('')));
    imap.deliver(mail(someone(), {}, '排在后面的一封'));
    await look();
    expect((await outcomes()).slice(before.length)).toEqual(['refused', 'new-item']);
    const [note] = await world.db.query(`select door, detail, sender from inbound_mail where outcome = 'refused'`);
    expect(note).toEqual({ door: 'imap', detail: expect.stringContaining('could not be read'), sender: null });
  });

  it('is lost by nobody when the connection breaks in the middle, or the database', async () => {
    const before = await outcomes();
    const uids = [0, 1, 2].map((count) => imap.deliver(mail(someone(), {}, `断线 ${count}`)));
    imap.onFetch = (uid, socket) => void (uid === uids[1] && socket.destroy());
    await expect(look()).rejects.toThrow();
    expect((await outcomes()).length - before.length).toBe(1);
    imap.onFetch = () => undefined;
    await world.db.query(`alter table inbound_mail add constraint broken check (outcome <> 'new-item') not valid`);
    await expect(look()).rejects.toThrow('broken');
    await world.db.query('alter table inbound_mail drop constraint broken');
    await look();
    expect((await outcomes()).slice(before.length)).toEqual(['new-item', 'new-item', 'new-item']);
    expect(imap.flagsOf(uids[2]!)).toContain('\\Seen');
    expect(imap.commands.filter((command) => /EXPUNGE|COPY|MOVE|Deleted/i.test(command))).toEqual([]);
  });
});
