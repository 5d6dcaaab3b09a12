import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './language.js';

describe('detectLanguage', () => {
  it.each([
    ['家里的宽带又断了', 'zh'],
    ['我的5G套餐用WiFi连不上APP', 'zh'],
    ['The signal in my flat is very weak', 'en'],
    ['Hello', 'en'],
    ['no signal', 'en'],
    ['请问一下 how can I change my monthly plan 谢谢你们', 'mixed'],
    ['Bonjour, je voudrais résilier mon abonnement le plus vite possible', 'other:fr'],
    ['Estoy muy descontento con el servicio de internet en mi casa', 'other:es'],
    ['インターネットがつながりません', 'other:ja'],
    ['인터넷이 안 됩니다', 'other:ko'],
    ['Интернет не работает уже три дня', 'other:ru'],
    ['الإنترنت لا يعمل', 'other:ar'],
    ['อินเทอร์เน็ตใช้งานไม่ได้', 'other:th'],
    ['😀😀 12345 !!!', 'other:und'],
    ['', 'other:und'],
  ])('says of "%s": %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
