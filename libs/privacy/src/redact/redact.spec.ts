import { describe, expect, it } from '@jest/globals';
import { redact, redactDeep } from './redact.js';

describe('the redactor', () => {
  it.each([
    ['请回电１３８-１２３４-１２３４谢谢', '请回电138****1234谢谢'],
    ['+86 138 1234 1234', '138****1234'],
    ['我的号是幺三八零零一三八零零零', '我的号是138****8000'],
    ['1 3 8 0 0 1 3 8 0 0 0', '138****8000'],
    ['1\u200b3\u200b8\u200b0\u200b0\u200b1\u200b3\u200b8\u200b0\u200b0\u200b0', '138****8000'],
    ['13800138000,13900139000', '138****8000,139****9000'],
    ['(0755)87654321', '****4321'],
    ['电话 87654321', '电话 ****4321'],
    ['身份证11010519491231002X', '身份证****002X'],
    ['卡6222 0212 3456 7890 128', '卡****0128'],
    ['IMEI 490154203237518', 'IMEI ****7518'],
    ['IMSI 460001234567890', 'IMSI ****7890'],
    ['a＠b.cn', 'a***@b.cn'],
    ['是li.wei@example.com还是13x.y@example.com', '是l***@example.com还是1***@example.com'],
  ])('masks %s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  it.each([
    '订单20261122123456789',
    '15 20 30 40 50 6',
    '2026-11-22 13:45:10 单号 1234567',
    '身份证号码110105194912310021没有校验位',
    '打10086或4001234567',
    '110105194913310021',
    '138****1234 a***@b.cn ****4321',
  ])('leaves %s', (text) => {
    expect(redact(text)).toEqual({ text, findings: [] });
  });

  it('masks what the customer is called where it stands, but no word that only holds it', () => {
    expect(redact('我是王小明，Ann said hi to Annabel', ['王小明', 'Ann']).text).toBe(
      '我是王**，A** said hi to Annabel',
    );
  });

  it('goes into values of any shape and leaves those without a finding as they are', () => {
    const value = { a: ['打13800138000'], b: { '13800138000': 13_800_138_000 }, c: 5, d: null };
    expect(redactDeep(value)).toEqual({ a: ['打138****8000'], b: { '138****8000': '138****8000' }, c: 5, d: null });
    const plain = { a: ['x', 1, { y: true }] };
    expect(redactDeep(plain)).toBe(plain);
  });

  it('takes time in proportion to the text, whatever is in it', () => {
    const walls = ['1 ', '1', '138', '@', 'a.', '0755-', '86', '电话', '8 9 ', 'a@'];
    for (const wall of walls) {
      const text = wall.repeat(10_000 / wall.length);
      const begin = performance.now();
      redact(text);
      expect(performance.now() - begin).toBeLessThan(500);
    }
  });
});
