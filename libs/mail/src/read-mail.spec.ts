import { describe, expect, it } from '@jest/globals';
import { readMail } from './read-mail.js';

const OURS = '0197aaaa-0000-7000-8000-00000000000a@op.example';
const read = (raw: string) => readMail(Buffer.from(raw.replaceAll('\n', '\r\n')));
const mail = (headers: string, text = '你好') => `From: "王小明" <Wang@Example.com>\n${headers}\n\n${text}\n`;

describe('a mail', () => {
  it('is known by what its writer made, whichever way and however often it comes', async () => {
    const one = mail('Message-ID: <a@x>\nReceived: from mx1');
    const keys = await Promise.all(
      [one, one.replace('mx1', 'mx2'), one.replace('你好', '再见'), one.replace('<a@x>', '<b@x>'), one.replace('Wang@', 'Li@')].map(read), // prettier-ignore
    );
    const [first, again, ...others] = keys.map(({ key }) => key.toString('hex'));
    expect(again).toBe(first);
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it('tells who it is from, all it went to and all that it answers, the latest first', async () => {
    const headers = `To: a@op.example, "B" <B@op.example>\nCc: c@op.example\nDelivered-To: reply+0123@op.example\nSubject: =?UTF-8?B?562U5aSN?=\nIn-Reply-To: <${OURS}>\nReferences: <old@x>\n <${OURS}>`; // prettier-ignore
    expect(await read(mail(headers))).toMatchObject({
      ...{ from: 'wang@example.com', fromName: '王小明', subject: '答复', automatic: null, report: null },
      to: ['a@op.example', 'b@op.example', 'c@op.example', 'reply+0123@op.example'],
      answers: [OURS, 'old@x'],
    });
  });

  it.each(['', '\u0000\u0001', 'Subject', '\n\n\n', 'From: <<<>>>\nContent-Type: multipart/mixed; boundary=\n\n--', `Subject: ${'x'.repeat(100_000)}\n\n`])(
    'that is broken (%#) is read as far as it goes, or refused', async (raw) => {
      const found = await read(raw).catch(() => null);
      expect(JSON.stringify(found?.text ?? '')).not.toContain('\\u0000');
      expect(found?.subject.length ?? 0).toBeLessThanOrEqual(500);
    },
  ); // prettier-ignore

  it('with half a character or a NUL in it can be stored', async () => {
    const { text, subject } = await read(mail('Subject: =?UTF-16BE?B?2AAAAA==?=', 'a\u0000b'));
    expect(text.trim()).toBe('ab');
    expect(subject.isWellFormed()).toBe(true);
  });
});

describe('a report of undelivered mail', () => {
  const formal = (action: string, status: string) =>
    `From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nsorry\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; x@y.example\nAction: ${action}\nStatus: ${status}\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${OURS}>\n--b--\n`;

  it.each([
    ['failed', '5.1.1', true],
    ['failed', '5.2.2', true],
    ['delayed', '4.4.7', false],
    ['delivered', '2.0.0', false],
    ['failed', '4.4.7', false],
  ])('that says %s, %s is %s', async (action, status, permanent) => {
    const { report } = await read(formal(action, status));
    expect(report).toMatchObject({ permanent, status, messageIds: expect.arrayContaining([OURS]) });
  });

  it('may be a plain letter of the postmaster, as some providers write it', async () => {
    const letter = `From: Postmaster@qq.com\nSubject: =?UTF-8?B?57O757uf6YCA5L+h?=\nContent-Type: text/plain; charset=utf-8\n\n您的邮件无法送达 x@qq.com，原因：550 用户不存在\nMessage-ID: <${OURS}>\n`;
    expect((await read(letter)).report).toMatchObject({ permanent: true, messageIds: [OURS] });
  });

  it('is none when somebody says that they have read it, or when a person writes about one', async () => {
    const receipt = formal('x', 'x').replace('delivery-status;', 'disposition-notification;').replace('MAILER-DAEMON@mx', 'wang@mx'); // prettier-ignore
    expect((await read(receipt)).report).toBeNull();
    expect((await read(mail('Subject: 550', `退信 5.1.1 <${OURS}>`))).report).toBeNull();
  });
});
