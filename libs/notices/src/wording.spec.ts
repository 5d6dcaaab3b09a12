import { describe, expect, it } from '@jest/globals';
import { NOTICE_EVENT_NAMES, NOTICE_EVENTS } from './catalogue.js';
import type { Notice } from './notice.js';
import { messageOf } from './wording.js';

const FRAME = { language: 'zh', now: '2026-11-22T12:00:00Z', publicUrl: 'https://fb.example/', bytes: 4_096 } as const;
const overdue = (limitAt: string, reference = 'HY-2026-000001'): Notice => ({ event: 'item.overdue', facts: { reference, limitAt } }); // prettier-ignore

describe('a message to staff', () => {
  it.each([
    ['2026-11-22T11:59:30Z', '0 分钟', '0 min'],
    ['2026-11-22T11:35:00Z', '25 分钟', '25 min'],
    ['2026-11-22T09:00:00+00:00', '3 小时', '3 h'],
    ['2026-11-19T11:00:00Z', '3 天', '3 d'],
  ])('says of a limit at %s that it is over by %s', (limitAt, zh, en) => {
    expect(messageOf([overdue(limitAt)], FRAME).title).toBe(`回音：1 件超时，最久 ${zh}`);
    expect(messageOf([overdue(limitAt)], { ...FRAME, language: 'en' }).title).toBe(`Huiyin: 1 overdue, the longest by ${en}`); // prettier-ignore
  });

  it('counts what is much, lists the longest over first, and hides nothing that happened once behind it', () => {
    const many = Array.from({ length: 40 }, (_, hour) => overdue(new Date(Date.UTC(2026, 10, 22, 11) - hour * 3_600_000).toISOString(), `HY-2026-${hour}`)); // prettier-ignore
    const off: Notice = { event: 'webhook.off', facts: { named: 'CRM', reason: 'gone' } };
    const { title, markdown } = messageOf([...many, off], FRAME);
    expect(title).toBe('回音：40 件超时，最久 1 天；1 个 Webhook 已停用');
    expect(markdown.match(/HY-2026-\d+(?=\])/g)).toEqual(['HY-2026-39', 'HY-2026-38', 'HY-2026-37', 'HY-2026-36']);
    expect(markdown).toContain('**Webhook 已停用** CRM · 目标已不存在');
    expect(markdown).toContain('另有 36 条，请在系统中查看：https://fb.example/console/queue');
  });

  it('lets no name become a link, a mention or Markdown', () => {
    const name = '<@all> [点我](http://evil.example) **急** @13800001234 `x` www.evil.example\n# 标题';
    const notice: Notice = { event: 'cluster.burst', facts: { cluster: { id: 'k', name }, unit: { zh: name, en: name }, seen: 9, expected: 1 } }; // prettier-ignore
    const { markdown, text } = messageOf([notice], FRAME);
    for (const words of [markdown, text]) expect(words.replaceAll(/https:\/\/fb\.example\S*/g, '')).not.toMatch(/[<@`#]|:\/\/|\.[a-z]|\*\*急/i); // prettier-ignore
    expect(markdown.match(/\]\(/g)).toHaveLength(1);
  });

  it('stays within what the robot takes, whatever the names', () => {
    const unit = { zh: '很长的名字'.repeat(50), en: 'x' };
    const notices = NOTICE_EVENT_NAMES.map((event): Notice => ({
      event,
      facts: { reference: 'HY-2026-000001', unit },
    }));
    const { markdown, text } = messageOf(notices, { ...FRAME, bytes: 700 });
    expect(Math.max(Buffer.byteLength(markdown), Buffer.byteLength(text))).toBeLessThanOrEqual(700);
    expect(markdown).toContain('另有');
  });

  it('has words in both languages for everything that can happen', () => {
    for (const { about, one, many } of Object.values(NOTICE_EVENTS))
      for (const words of [about, one, many]) expect(words.zh.length * words.en.length).toBeGreaterThan(0);
  });
});
