import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld, PHONE } from '../support/browser-world.js';
import { HOUR } from '../support/loop-world.js';

const CUSTOMER = { name: '王小明', phone: '13912345678', region: '广东' };

describe('the screen of an item', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await world.loop.post('/api/v1/units', { code: 'gd', level: 'province', nameZh: '广东', nameEn: 'Guangdong' });
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('tells what happened: words, cycles one above the other, answers with their proof', async () => {
    const { id, token } = await world.loop.ask({ text: '宽带断网两天了，请尽快修复', customer: CUSTOMER });
    await world.loop.answer(token, { solved: false, score: 2, comment: '还是断网' });
    world.loop.clock.advance(5 * HOUR);
    await world.loop.settle();
    const { reference } = await world.loop.item(id);
    const page = await world.open(`/console/feedback/${reference}`);
    await page.locator('.voice-words').getByText('宽带断网两天了，请尽快修复').waitFor();
    await page.getByText('王** · 139****5678 · 广东').waitFor();
    await page.locator('.journey > li').nth(1).waitFor();
    await page.locator('.stay').first().hover();
    await page
      .getByRole('tooltip')
      .getByText(/\d\.\d{6} 秒/)
      .waitFor();
    await page.getByText('还是断网').waitFor();
    await page.getByText('凭证').first().waitFor();
    await page.locator('.history').getByText('客户表示未解决').waitFor();
    const widths = await page.locator('.journey-line').evaluateAll((found) => found.map((line) => line.scrollWidth <= line.clientWidth + 1)); // prettier-ignore
    expect(widths).toEqual([true, true]);
    await world.expectAccessible(page);
    await page.context().close();
  });

  it('corrects the analysis and takes it back', async () => {
    const id = await world.loop.collect('宽带断网，光猫亮红灯');
    await world.loop.settle();
    const page = await world.open(`/console/feedback/${id}`);
    await page.getByText('依据').first().waitFor();
    await page.getByRole('combobox', { name: '类型' }).click();
    await page.getByTitle('表扬').click();
    await page.getByText(/由我更正，原为 故障/).waitFor();
    expect((await world.loop.item(id)).kind).toBe('praise');
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText(/由我更正，原为 表扬/).waitFor();
    expect((await world.loop.item(id)).kind).toBe('fault');
    await page.context().close();
  });

  it('shows personal data only when asked to, says so, and it is on the audit', async () => {
    const id = await world.loop.collect({ text: '我是王小明，电话13912345678，宽带坏了', customer: CUSTOMER });
    await world.loop.settle();
    const page = await world.open(`/console/feedback/${id}`);
    await page.getByText('139****5678').first().waitFor();
    expect(await page.content()).not.toContain('13912345678');
    await page.keyboard.press('p');
    await page.getByText('这次查看已记入审计').waitFor();
    await page.getByText('我是王小明，电话13912345678，宽带坏了').waitFor();
    const looks = await world.loop.get('/api/v1/audit?action=personal.revealed');
    expect(looks.body.items).toMatchObject([{ subject: `feedback:${id}` }]);
    await page.getByRole('button', { name: '重新遮盖' }).click();
    await page.locator('.voice-words').getByText('我是王**').waitFor();
    await page.context().close();
  });

  it('is written about, resolved and moves without a reload', async () => {
    const id = await world.loop.collect({ text: '话费多扣了十元', customer: CUSTOMER });
    await world.loop.settle();
    const page = await world.open(`/console/feedback/${id}`, { language: 'en' });
    await page.getByText('Waits for the unit').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Asked billing');
    await page.keyboard.press('Control+Enter');
    await page.locator('.note-text').getByText('Asked billing').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('r');
    await page.getByLabel('Answer to the customer').fill('We have paid the ten yuan back.');
    await page.locator('.letter-body').getByText('We have paid the ten yuan back.').waitFor();
    const stop = await world.loop.runAnotherWorker();
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 item resolved').waitFor();
    await page.getByText('Waits for the customer').waitFor();
    await page.getByText('Not answered yet').waitFor();
    await stop();
    await world.expectAccessible(page);
    await page.context().close();
  });

  it('can be read on a phone and in the dark, and says when there is none', async () => {
    const id = await world.loop.collect('希望营业厅周末也开门');
    await world.loop.settle();
    const page = await world.open(`/console/feedback/${id}`, { size: PHONE, look: 'dark' });
    await page.locator('.journey-line').waitFor();
    await page.getByText('依据').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(page);
    page.removeAllListeners('console');
    await page.goto(world.loop.address('/console/feedback/HY-2026-999999'));
    await page.getByText('找不到').waitFor();
    await page.context().close();
  });
});
