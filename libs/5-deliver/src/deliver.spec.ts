import { describe, expect, it } from '@jest/globals';
import type { CustomerLanguage } from '@huiyin/loop';
import { compose, type Content } from './compose.js';
import { CHANNELS } from './channel.js';
import { type Contact, isMailAddress, nextChannel, nextStep } from './deliver.js';
import { maskEmail, maskPhone } from '@huiyin/privacy';
import { LINK_PLACEHOLDER, maskLink, recipientOf, withLink } from './masking.js';
import { templateFor } from './templates/templates.store.js';
import { endingOf, MAX_TRIES, pauseAfter } from './retry.js';

const CONTACT: Contact = {
  source: 'crm',
  email: 'a@example.com',
  phone: null,
  emailBarred: false,
  tried: [],
  reachedBy: null,
};
const ORDER = ['webhook', 'email', 'log'] as const;

describe('the step of an item', () => {
  it('is to move on as soon as one answer has arrived, whatever became of the others', () => {
    expect(nextStep(['failed', 'unknown', 'sent'])).toBe('delivered');
  });
  it('is to wait for an answer that is under way, also beside one of which nobody knows', () => {
    expect(nextStep(['unknown', 'pending'])).toBe('wait');
    expect(nextStep(['failed', 'sending'])).toBe('wait');
  });
  it('is to ask a person rather than to risk a second answer', () => {
    expect(nextStep(['failed', 'unknown'])).toBe('ask-team');
  });
  it('is to post when nothing is under way', () => {
    expect(nextStep([])).toBe('post');
    expect(nextStep(['failed'])).toBe('post');
  });
});

describe('the next channel', () => {
  const settings = { order: ORDER, mail: true, sms: false };

  it('is the first in the order of the operator that can reach the customer', () => {
    expect(nextChannel(CONTACT, settings)).toBe('webhook');
    expect(nextChannel(CONTACT, { ...settings, order: ['email', 'webhook'] })).toBe('email');
    expect(nextChannel({ ...CONTACT, source: null }, settings)).toBe('email');
  });
  it('is one that has not been tried, and none when all have been', () => {
    expect(nextChannel({ ...CONTACT, tried: ['webhook'] }, settings)).toBe('email');
    expect(nextChannel({ ...CONTACT, tried: ['webhook', 'email'] }, settings)).toBeNull();
    expect(nextChannel({ ...CONTACT, tried: ['email'] }, { ...settings, order: ['email'] })).toBeNull();
  });
  it('is the log, which sends nothing, only where no other is set up', () => {
    const none = { ...CONTACT, source: null };
    expect(nextChannel(none, { ...settings, mail: false })).toBe('log');
    expect(nextChannel({ ...none, tried: ['log'] }, { ...settings, mail: false })).toBeNull();
    expect(nextChannel({ ...none, email: null }, settings)).toBeNull();
    expect(nextChannel({ ...CONTACT, tried: ['webhook'] }, { ...settings, mail: false })).toBeNull();
    expect(nextChannel(none, { order: ['webhook', 'log'], mail: true, sms: false })).toBe('log');
    expect(nextChannel(CONTACT, { order: ['log'], mail: true, sms: false })).toBe('log');
  });
  it('is no e-mail to an address that bounced or was unsubscribed', () => {
    const barred = { ...CONTACT, source: null, emailBarred: true };
    expect(nextChannel(barred, settings)).toBeNull();
    expect(nextChannel({ ...barred, phone: '13800001234' }, { ...settings, order: CHANNELS, sms: true })).toBe('sms');
  });
  it('is an SMS only to a number that can take one', () => {
    const texts = { order: ['sms', 'log'], mail: false, sms: true } as const;
    const only = (phone: string) => nextChannel({ ...CONTACT, source: null, phone }, texts);
    expect(['13800001234', '+86 138-0000-1234', '０13800001234', '+4915112345678'].map(only)).toEqual(
      Array(4).fill('sms'),
    );
    expect(['10086', '010-88886666', '138****1234', 'unknown'].map(only)).toEqual(Array(4).fill(null));
  });
  it('is first of all the one that reached the customer with the answer', () => {
    expect(nextChannel({ ...CONTACT, reachedBy: 'email' }, settings)).toBe('email');
    expect(nextChannel({ ...CONTACT, reachedBy: 'email', tried: ['email'] }, settings)).toBe('webhook');
  });
  it.each([
    '',
    'a',
    'a@',
    '@b',
    'a b@c.com',
    'a@b.com, c@d.com',
    'a@b.com\nBcc: c@d.com',
    'A <a@b.com>',
    `${'a'.repeat(250)}@b.cn`,
  ])('is no mail to %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});

describe('what the customer reads', () => {
  const written = (content: Content, language: CustomerLanguage) =>
    compose(content, templateFor([], { purpose: content.purpose, kind: null, language }), {
      language,
      channel: 'email',
    });
  const reference = 'HY-2026-000123';

  it('quotes the reply line by line, names the reference, and says what happens next', () => {
    const { subject, body } = written({ purpose: 'answer', reference, reply: '已修复。\r\n请重启手机。\n' }, 'zh');
    expect(subject).toContain(reference);
    expect(body).toContain('> 已修复。\n> 请重启手机。\n\n');
    expect(body).toMatch(/您好[^]*HY-2026-000123[^]*接下来/);
    const english = written({ purpose: 'answer', reference, reply: 'Fixed.' }, 'en').body;
    expect(english).toMatch(/HY-2026-000123[^]*> Fixed\.[^]*Next, we will ask/);
  });
  it('asks the question with the link, once', () => {
    for (const language of ['zh', 'en'] as const)
      expect(written({ purpose: 'survey', reference }, language).body.split(LINK_PLACEHOLDER)).toHaveLength(2);
  });
  it('never shouts', () => {
    for (const language of ['zh', 'en'] as const)
      for (const content of [
        { purpose: 'answer', reference, reply: 'ok' } as const,
        { purpose: 'survey', reference } as const,
      ])
        expect(Object.values(written(content, language)).join()).not.toMatch(/[!！]|你/);
  });
});

describe('masking', () => {
  it('leaves of a number and an address what somebody who knows them recognises', () => {
    expect(['13812341234', '+86 138-1234-1234', '008613812341234'].map(maskPhone)).toEqual(
      ['138****1234', '138****1234', '138****1234'], // prettier-ignore
    );
    expect(['010-62771234', '87654321', '1234567', '10086', '12', '1', ''].map(maskPhone)).toEqual(
      ['****1234', '****4321', '****567', '****86', '****2', '****', '****'], // prettier-ignore
    );
    expect(['alice@example.com', 'x@y.cn', 'nobody', '@x'].map(maskEmail)).toEqual([
      'a***@example.com',
      'x***@y.cn',
      '***',
      '***',
    ]);
  });
  it('says who a message went to on each channel', () => {
    const contact = { source: 'crm', email: 'alice@example.com', phone: '13812341234' };
    expect(ORDER.map((channel) => recipientOf(channel, contact))).toEqual(['crm', 'a***@example.com', '138****1234']);
    expect(recipientOf('log', { source: null, email: null, phone: null })).toBeNull();
  });
  it('puts the link in and takes its secret out', () => {
    const link = 'https://fb.example/huiyin/s/AbC-_$&123';
    expect(withLink(`go ${LINK_PLACEHOLDER} now`, link)).toBe(`go ${link} now`);
    expect(maskLink(link)).toBe('https://fb.example/huiyin/s/********');
  });
});

describe('trying again', () => {
  const attempt = { tries: 1, repeatable: true, policy: 'hold', random: 0.5 } as const;

  it('waits longer and longer, over days, and then gives up', () => {
    const pauses = Array.from({ length: MAX_TRIES }, (_, index) => pauseAfter(index + 1, 0.5));
    expect(pauses.at(-1)).toBeNull();
    const waits = pauses.slice(0, -1) as number[];
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.reduce((sum, pause) => sum + pause, 0) / 86_400).toBeGreaterThan(2);
  });
  it('is spread around the schedule by chance', () => {
    expect(pauseAfter(2, 0)).toBeCloseTo(48);
    expect(pauseAfter(2, 0.9999)).toBeCloseTo(72, 1);
  });
  it('waits as long as the receiver asks for, but not for ever', () => {
    const ending = (afterSeconds: number) => endingOf({ status: 'retry', reason: 'busy', afterSeconds }, attempt);
    expect(ending(600)).toMatchObject({ state: 'pending', seconds: 600 });
    expect(ending(1)).toMatchObject({ state: 'pending', seconds: 5 });
    expect(ending(999_999_999)).toMatchObject({ state: 'pending', seconds: 86_400 });
  });
  it('ends after the last try, and at once when the channel says never', () => {
    expect(endingOf({ status: 'retry', reason: 'busy' }, { ...attempt, tries: MAX_TRIES })).toMatchObject({
      state: 'failed',
    });
    expect(endingOf({ status: 'refused', reason: 'gone' }, attempt)).toEqual({ state: 'failed', error: 'gone' });
  });
  it('asks a person when a second copy could not be told from the first, unless the operator would rather risk it', () => {
    const unsure = { status: 'unsure', reason: '?' } as const;
    expect(endingOf(unsure, attempt)).toMatchObject({ state: 'pending' });
    expect(endingOf(unsure, { ...attempt, repeatable: false })).toEqual({ state: 'unknown', error: '?' });
    expect(endingOf(unsure, { ...attempt, repeatable: false, policy: 'resend' })).toMatchObject({ state: 'pending' });
  });
});
