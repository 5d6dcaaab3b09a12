import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld, PHONE } from '../support/browser-world.js';
import { makeProvinces } from '../support/provinces.js';

const NUMBER = '13912345678';
const PERSON = { username: 'front', password: 'correct horse battery staple' };

describe('logging feedback', () => {
  let world: BrowserWorld;
  let earlier: string;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await makeProvinces(world.loop);
    await world.addPerson({ ...PERSON, displayName: '李丽', roles: ['frontline'], units: ['gd'] });
    const customer = { name: '王小明', phone: NUMBER, region: '广东' };
    earlier = await world.loop.collect({ text: '家里的宽带断网两天了，光猫亮红灯', unit: 'gd', customer });
    await world.loop.collect({ text: '地铁三号线里没有信号', unit: 'gd' });
    await world.loop.settle();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  const open = (path = '/console/log', seat = {}) => world.open(path, { person: PERSON, ...seat });
  const words = (page: Page) => page.getByLabel('客户怎么说');
  const handedIn = async () => (await world.loop.get('/api/v1/feedback?limit=200')).body.items.length as number;

  it('takes a number, the words and four keys, and never a mouse', async () => {
    const page = await open();
    await words(page).waitFor();
    await page.evaluate('globalThis.pressed = 0; addEventListener("keydown", () => (pressed += 1), true)');
    const began = Date.now();
    await page.keyboard.type(`${NUMBER} `);
    await page.getByText('王**').waitFor();
    await page.getByText('未办结 1 件').waitFor();
    // What an input method puts in comes without keys.
    await page.keyboard.insertText('家里的宽带还是断网，光猫一直亮红灯');
    await page.getByText('说的是同一件事').or(page.getByText('该客户')).first().waitFor();
    await page.getByText('分析预填').first().waitFor();
    await page.keyboard.press('Alt+Digit1');
    await page.getByText(/将附到：HY-/).waitFor();
    const attached = page.waitForResponse('**/same-as');
    await page.keyboard.press('Control+Enter');
    const reference = await page.locator('.log-reference').textContent();
    expect(Date.now() - began).toBeLessThan(20_000);
    const pressed = Number(await page.evaluate('pressed'));
    // The blank after the number, Alt and 1, Ctrl and Enter.
    expect(pressed - NUMBER.length).toBe(5);

    expect((await attached).ok()).toBe(true);
    const item = await world.loop.item(reference!);
    expect(item).toMatchObject({
      text: '家里的宽带还是断网，光猫一直亮红灯',
      channel: 'hotline',
      repeatOf: { id: earlier },
    });
    expect(item.customer).toMatchObject({ phone: '139****5678' });
    expect(await words(page).inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await world.expectAccessible(page);
    await page.context().close();
  });

  it('takes over what the person corrects, and the number of a link', async () => {
    const page = await open('/console/log?phone=13800001111');
    await page.waitForURL('**/console/log');
    expect(await page.getByLabel('客户电话').inputValue()).toBe('13800001111');
    await words(page).fill('营业厅的小李态度特别好，耐心又专业');
    await page.getByText('分析预填').first().waitFor();
    await page.getByLabel('类型', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('建议');
    await page.keyboard.press('Enter');
    await page.getByText('已更正').waitFor();
    await words(page).focus();
    await page.keyboard.press('Control+Enter');
    const reference = await page.locator('.log-reference').textContent();
    expect((await world.loop.item(reference!)).kind).toBe('suggestion');
    await page.context().close();
  });

  it('keeps a draft over a reload, and what is saved over a lost line, and sends it once', async () => {
    const page = await open();
    await words(page).fill('希望营业厅周末也开门');
    await page.reload();
    expect(await words(page).inputValue()).toBe('希望营业厅周末也开门');
    const before = await handedIn();
    // That the line is down is no slip.
    page.removeAllListeners('console');
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await words(page).fill('账单看不懂');
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 条已保存在本机').waitFor();
    expect(await handedIn()).toBe(before);
    await page.context().setOffline(false);
    await page.locator('.log-reference').waitFor();
    expect(await handedIn()).toBe(before + 2);
    await page.context().close();
  });

  it('hands in once although the answer was lost on the way', async () => {
    const page = await open();
    page.removeAllListeners('console');
    const before = await handedIn();
    await page.route(
      '**/api/v1/feedback',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await words(page).fill('手机充值没有到账');
    await page.keyboard.press('Control+Enter');
    while ((await handedIn()) === before) await page.waitForTimeout(20);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await page.locator('.log-reference').waitFor();
    expect(await handedIn()).toBe(before + 1);
    await page.context().close();
  });

  it.each([
    ['zh', 'dark'],
    ['en', 'light'],
  ] as const)('fits a phone (%s, %s)', async (language, look) => {
    const page = await open('/console/log', { language, look, size: PHONE });
    await page.locator('.log-words textarea').fill('宽带断网了');
    await page.locator('.log-choices button').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(page);
    await page.context().close();
  });
});
