import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

const PARTS = {
  imports: ['导入', 'Imports'],
  people: ['人员', 'People'],
  units: ['单位', 'Units'],
  routing: ['传递规则与时限', 'Routing and limits'],
  language: ['分类与词典', 'Topics and words'],
  templates: ['渠道与模板', 'Channels and templates'],
  keys: ['API 密钥', 'API keys'],
  webhooks: ['Webhook 与推送', 'Webhooks and senders'],
  notices: ['员工通知', 'Staff notices'],
  parked: ['搁置与模型', 'Parked and models'],
  audit: ['审计', 'Audit'],
} as const;

const SEATS = [
  { language: 'zh', look: 'light' },
  { language: 'en', look: 'dark' },
] as const;

describe('the settings', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await world.loop.collectMany([{ text: '地铁里没有信号' }, { text: '宽带太慢了' }]);
    await world.loop.settle();
    await world.loop.post('/api/v1/units', { code: 'gd', level: 'province', nameZh: '广东', nameEn: 'Guangdong' });
    await world.loop.post('/api/v1/dictionary', { words: [{ word: '掌上大厅' }] });
    const rules = [{ name: '信号归广东', keyword: '信号', unit: 'gd', limitMinutes: 2_880 }];
    await world.loop.call('PUT', '/api/v1/routing-rules', { body: { rules } });
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it.each(SEATS)('can be read by everybody in $language and $look, part by part', async (seat) => {
    const page = await world.open('/console/settings', seat);
    for (const [part, [zh, en]] of Object.entries(PARTS)) {
      const name = seat.language === 'zh' ? zh : en;
      await page.locator('.settings-menu').getByRole('link', { name, exact: true }).click();
      await page.waitForURL(`**/console/settings/${part}`);
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await page.locator('.settings-part .bones').first().waitFor({ state: 'detached' });
      await world.expectAccessible(page);
    }
  });

  it('shows a part only to those who may see it, and leads the others to what they may', async () => {
    const person = { username: 'just.quality', password: 'a password of their own' };
    await world.addPerson({ ...person, displayName: '质量员', roles: ['quality'] });
    const page = await world.open('/console/settings/keys', { person });
    await page.waitForURL('**/console/settings/imports');
    const links = page.locator('.settings-menu a');
    expect(await links.allTextContents()).toEqual(['导入', '传递规则与时限', '分类与词典', '渠道与模板', '搁置与模型']);
  });

  it('fits a phone', async () => {
    for (const part of ['imports', 'people', 'routing', 'audit']) {
      const page = await world.open(`/console/settings/${part}`, { size: PHONE, look: 'dark' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.settings-part .bones').first().waitFor({ state: 'detached' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    }
  });
});
