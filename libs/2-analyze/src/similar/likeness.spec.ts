import { describe, expect, it } from '@jest/globals';
import { isSame } from './similar.js';
import { bareText } from './wording.js';

describe('two texts are near-duplicates', () => {
  it.each([
    ['punctuation', '家里宽带晚上断网，重启光猫没用。', '家里宽带晚上断网!!!重启光猫没用'],
    ['full width', '我的5G WiFi很慢', '我的５Ｇ　ＷｉＦｉ很慢'],
    ['traditional characters', '网络信号不好，收不到短信', '網路訊號不好，收不到簡訊'],
    ['courtesies', '宽带押金不退', '您好，请问一下，宽带押金不退，麻烦了，谢谢！'],
    ['English courtesies', 'My broadband is down', 'Hello, my broadband is down, please help. Thanks in advance!'],
    ['a slip', '家里宽带晚上经常断网', '家里宽代晚上经常断网'],
    ['a character left out', '营业厅排队一个多小时', '营业厅排一个多小时'],
    ['a character twice', '手机信号很弱打不了电话', '手机信信号很弱打不了电话'],
    ['two that changed places', '投诉乱扣费要求退款处理', '投诉乱费扣要求退款处理'],
    ['an English slip', 'The signal is very weak at home', 'The singal is very weak at home'],
    ['another order', '营业厅排队太久，窗口太少，态度也差', '态度也差，营业厅排队太久，窗口太少'],
    ['another way to write a word', '登录不了账号', '登陆不了帐号'],
  ])('but for %s', (_, a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(isSame(b, a)).toBe(true);
  });

  it.each([
    ['a "not"', '我的手机能上网', '我的手机不能上网'],
    ['another verb', '怎么取消套餐', '怎么办理套餐'],
    ['another question', '什么时候还款', '怎么还款'],
    ['another word in a short text', '宽带断网', '手机断网'],
    ['more that is asked', '下载好app', '怎么卸载app'],
    ['another word in English', 'I lost my card', 'I lost my phone'],
    ['an English "not"', 'I can use roaming', 'I cannot use roaming'],
    ['nothing to compare', '😀😀', '!!!!'],
  ])('not with %s', (_, a, b) => {
    expect(isSame(a, b) && bareText(a) !== '').toBe(false);
  });

  it.each([
    ['a wall of one character', '啊'.repeat(10_000)],
    ['a wall of one word', 'spam '.repeat(2_000)],
    ['base64', 'QUJD'.repeat(2_500)],
    ['courtesies only', '您好谢谢'.repeat(2_500)],
    ['Zalgo', `断${'\u0300\u0301'.repeat(4_000)}网`],
  ])('is told quickly of %s', (_, wall) => {
    const begin = performance.now();
    isSame(wall, `${wall.slice(0, 9_000)}断网`);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe('a bare text', () => {
  it('keeps letters and digits only, and courtesies where there is nothing else', () => {
    expect(bareText('您好！宽带（200M）断网了，谢谢')).toBe('宽带 200m 断网了');
    expect(bareText('谢谢')).toBe('谢谢');
    expect(bareText('😀 !!!')).toBe('');
  });
});
