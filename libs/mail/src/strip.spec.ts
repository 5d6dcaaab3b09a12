import { describe, expect, it } from '@jest/globals';
import { isThanks, ownWords } from './strip.js';

describe('the own words of a reply', () => {
  const own = '还是没有信号，\n请再看看。';

  it.each([
    [
      'QQ Mail',
      '\n\n\n------------------ 原始邮件 ------------------\n发件人: "Huiyin"<noreply@op.example>;\n发送时间: 2026年11月22日(星期天) 中午12:00\n\n尊敬的客户',
    ],
    ['163 Mail', '\n\n\n\nAt 2026-11-22 12:00:00, "Huiyin" <noreply@op.example> wrote:\n>尊敬的客户，您好：\n>\n>感谢'],
    ['163 Mail in Chinese', '\n\n---- 回复的原邮件 ----\n| 发件人 | Huiyin |\n'],
    [
      'Apple Mail on a phone',
      '\n\n发自我的 iPhone\n\n> 在 2026年11月22日，12:00，Huiyin <noreply@op.example> 写道：\n> \n> 尊敬的客户',
    ],
    ['Gmail in Chinese', '\n\nHuiyin <noreply@op.example> 于2026年11月22日周日 12:00写道：\n\n> 尊敬的客户'],
    [
      'Gmail, broken over two lines',
      '\n\nOn Sun, Nov 22, 2026 at 12:00 PM Huiyin Customer Service Department <\nnoreply@op.example> wrote:\n\n> Dear customer',
    ],
    [
      'Outlook in Chinese',
      '\n\n________________________________\n发件人: Huiyin <noreply@op.example>\n发送时间: 2026年11月22日 12:00\n收件人: a@b.cn\n主题: 答复\n\n尊敬的客户',
    ],
    [
      'Outlook without a line',
      '\n\n发件人: Huiyin <noreply@op.example>\n日期: 星期日, 2026年11月22日 12:00\n收件人: a@b.cn\n\n尊敬的客户',
    ],
    [
      'Outlook in English',
      '\n\nFrom: Huiyin <noreply@op.example>\nSent: Sunday, November 22, 2026 12:00 PM\nTo: a@b.cn\nSubject: Answer\n\nDear customer',
    ],
    ['Foxmail', '\n\n\n发件人： Huiyin\n发送时间： 2026-11-22 12:00\n收件人： a\n主题： 答复\n尊敬的客户'],
    ['a signature', '\n-- \n王小明\n某某公司\n电话 13800001234'],
    ['an English phone', '\n\nSent from my iPhone'],
  ])('are what stands above what %s puts below', (_program, below) => {
    expect(ownWords(own + below)).toBe(own);
    expect(ownWords((own + below).replaceAll('\n', '\r\n'))).toBe(own);
  });

  it('are found below and between quoted lines too', () => {
    const below =
      'On Sun, Nov 22, 2026 at 12:00, Huiyin <noreply@op.example> wrote:\n> Is it solved?\n\nNo, still dead.\n\n> Thank you\nBye';
    expect(ownWords(below)).toBe('No, still dead.\n\nBye');
  });

  it('are not cut where somebody only speaks of writing', () => {
    const text = '上次我写道：\n信号不好。\nFrom: 那天起就没有网络\n在 5 月 3 日客服说会修。';
    expect(ownWords(text)).toBe(text);
  });

  it.each(['<', '@', '-', '_', '>', ' ', '在 ', 'From: '])(
    'are found in no time in a mail of nothing but "%s"',
    (piece) => {
      const began = performance.now();
      ownWords(piece.repeat(25_000));
      ownWords(`${piece}\n`.repeat(12_000));
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );

  it('may be none', () => {
    expect(ownWords('> all\n> quoted')).toBe('');
    expect(ownWords('')).toBe('');
  });
});

describe('thanks', () => {
  it('are told in no time, however they can be taken apart', () => {
    expect(isThanks(`${'谢'.repeat(79)}x`)).toBe(false);
    expect(isThanks('谢'.repeat(80))).toBe(true);
  });

  it.each(['谢谢', '好的，谢谢您！', '收到，非常感谢 🙏', '已解决，谢谢', 'Thanks a lot!', 'OK, thank you very much for your help.', '👍'])(
    'are %s', (words) => expect(isThanks(words)).toBe(true),
  ); // prettier-ignore
  it.each(['谢谢，但是还是没信号', '没解决', '谢谢，解决了吗？请回电', 'Thanks, but it still fails', 'not ok', '不好', '感谢。另外，账单也错了', '好的。'.repeat(50)])(
    'are not %s', (words) => expect(isThanks(words)).toBe(false),
  ); // prettier-ignore
});
