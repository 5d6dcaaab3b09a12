import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

const VISITOR = { size: PHONE, person: null } as const;
const LOOKS = ['light', 'dark'] as const;
const LANGUAGES = ['zh', 'en'] as const;

describe('in a browser, the public board', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await suggest('希望地铁里信号更好，每天上下班都断线');
    await suggest('套餐流量希望可以全家共享');
    await publish('地铁里信号更好', '希望地铁隧道里也有稳定的 5G 信号。', '三号线各站已新增基站，四号线年底完成。');
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  async function suggest(text: string): Promise<void> {
    const how = { key: '', raw: new URLSearchParams({ text }).toString(), type: 'application/x-www-form-urlencoded' };
    expect((await world.loop.call('POST', '/board/new', how)).status).toBe(303);
  }

  async function publish(title: string, text: string, answer: string): Promise<void> {
    const item = await world.loop.collect(text);
    await world.loop.settle();
    const words = { zh: { title, text, answer }, en: { title: 'Better signal in the metro', text: 'Stable 5G in the tunnels, please.', answer: 'Line 3 has new stations; line 4 follows this year.' } }; // prettier-ignore
    expect((await world.loop.post('/api/v1/board/posts', { feedbackId: item, ...words })).status).toBe(201);
  }

  const fits = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);

  /** Everything that is touched is 48 pixels high, or a link within text. */
  const touchable = async (page: Page) => {
    const low =
      await page.evaluate(`[...document.querySelectorAll('button, input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea')]
      .filter((field) => !field.closest('.trap') && field.getBoundingClientRect().height < 48).map((field) => field.outerHTML)`);
    expect(low).toEqual([]);
  };

  it('is found, read and voted for on a phone without script', async () => {
    const page = await world.open('/board', { ...VISITOR, script: false });
    await page.getByLabel('查找建议').fill('地铁 信号');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('找到 1 条建议').waitFor();
    await page.getByRole('link', { name: '地铁里信号更好' }).click();
    await page.getByText('三号线各站已新增基站').waitFor();
    await page.getByRole('button', { name: '我也需要' }).click();
    await page.getByText('已记下').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('button', { name: '我也需要' }).waitFor();
  });

  it('takes a suggestion without script, and tells its reference and what happens next', async () => {
    const page = await world.open('/board', { ...VISITOR, script: false });
    await page.getByRole('link', { name: '提出建议' }).click();
    await page.getByLabel('您的建议').fill('希望账单写得更清楚');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/HY-\d{4}-\d{6}/).waitFor();
    await page.getByText('转给负责的团队').waitFor();
  });

  it('searches while typing where there is script, and shows what others have suggested already', async () => {
    const page = await world.open('/board', VISITOR);
    await page.getByLabel('查找建议').pressSequentially('没有这样的建议');
    await page.getByText('没有找到相符的建议').waitFor();
    await page.getByLabel('查找建议').fill('地铁信号');
    await page.getByText('找到 1 条建议').waitFor();
    await page.goto(world.loop.address('/board/new'));
    await page.getByLabel('您的建议').pressSequentially('地铁信号不好');
    await page.locator('#similar').getByText('地铁里信号更好').waitFor();
  });

  it.each(LOOKS.flatMap((look) => LANGUAGES.map((language) => [look, language] as const)))(
    'fits a phone and everybody, %s, %s',
    async (look, language) => {
      const page = await world.open('/board', { ...VISITOR, look, language });
      const title = language === 'zh' ? '地铁里信号更好' : 'Better signal in the metro';
      for (const step of ['list', 'one', 'new']) {
        if (step === 'one') await page.getByRole('link', { name: title }).first().click();
        if (step === 'new') await page.locator('a.write').click();
        await page.waitForLoadState();
        await fits(page);
        await touchable(page);
        await world.expectAccessible(page);
      }
    },
  );

  it.each(LOOKS.flatMap((look) => LANGUAGES.map((language) => [look, language] as const)))(
    'is one question first in a survey, answered by one tap, %s, %s',
    async (look, language) => {
      const text = language === 'zh' ? '电梯里信号很弱' : 'The signal in the lift is very weak, please fix it';
      const { id, token } = await world.loop.ask(text);
      const page = await world.open(`/s/${token}`, { ...VISITOR, look, language });
      await world.expectAccessible(page);
      await touchable(page);
      await fits(page);
      await page.getByRole('button', { name: language === 'zh' ? '未解决' : 'No, not solved' }).click();
      await page.getByRole('textbox').waitFor();
      expect(await world.loop.standing(id)).toBe('collect ready 2');
      await world.expectAccessible(page);
      await fits(page);
      await page.getByLabel(language === 'zh' ? '3 分' : '3 out of 10', { exact: true }).check();
      await page.getByRole('textbox').fill('还是不行');
      await page.locator('button').click();
      await page.getByRole('textbox').waitFor({ state: 'detached' });
      expect((await world.loop.item(id)).surveys).toMatchObject([{ solved: false, score: 3, comment: '还是不行' }]);
    },
  );

  it('is answered by keyboard and without script', async () => {
    const { id, token } = await world.loop.ask('电梯里信号很弱');
    const page = await world.open(`/s/${token}`, { ...VISITOR, script: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('还想对我们说的话').waitFor();
    expect(await world.loop.item(id)).toMatchObject({ state: 'closed' });
    const size = async (path: string) => (await (await page.request.get(world.loop.address(path))).body()).length;
    expect((await size(`/s/${token}`)) + (await size('/s/survey.css'))).toBeLessThan(30_000);
  });

  it('is looked after in the console: a suggestion is read, made public as previewed, and withdrawn', async () => {
    const page = await world.open('/console/board');
    const card = page.getByRole('listitem').filter({ hasText: '全家共享' });
    await card.waitFor();
    await world.expectAccessible(page);
    await card.getByRole('button', { name: '公开', exact: true }).click();
    const form = page.getByRole('group', { name: '中文', exact: true });
    await form.getByLabel('标题').fill('家庭共享流量');
    await form.getByLabel('说明').fill('希望一家人可以共用套餐里的流量。');
    await page.frameLocator('iframe').getByRole('heading', { name: '家庭共享流量' }).waitFor();
    await world.expectAccessible(page);
    await page
      .locator('.board-form')
      .getByRole('button', { name: /公\s*开/ })
      .click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '已公开' }).click();
    const post = page.getByRole('listitem').filter({ hasText: '家庭共享流量' });
    await post.waitFor();
    await world.expectAccessible(page);
    await post.getByRole('button', { name: '撤下' }).click();
    await post.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await post.waitFor();
  });

  it('is looked after in English and in the dark, too', async () => {
    const page = await world.open('/console/board', { language: 'en', look: 'dark' });
    await page.getByRole('tab', { name: 'To look at' }).waitFor();
    await page.getByRole('button', { name: 'Make a cluster public' }).click();
    await page.getByText('Type a name').waitFor();
    await world.expectAccessible(page);
  });
});
