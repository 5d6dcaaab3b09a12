import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/call.js';
import { BrowserWorld } from '../support/browser-world.js';
import { makeProvinces } from '../support/provinces.js';

const PASSWORD = 'correct horse battery staple';
const OWNER = { username: 'owner', password: PASSWORD };
const OTHER = { username: 'other', password: PASSWORD };

describe('the queue', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await makeProvinces(world.loop);
    await world.addPerson({ ...OWNER, displayName: '陈晨', roles: ['case-owner'], units: ['gd'] });
    await world.addPerson({ ...OTHER, displayName: '赵宁', roles: ['case-owner'], units: ['sd'] });
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('says the next step while it is empty', async () => {
    const page = await world.open('/console/queue', { person: OWNER });
    await page.getByText('没有待办').waitFor();
    await world.expectAccessible(page);
    await page.context().close();
  });

  it('resolves several at once, after it has shown what the customers will read', async () => {
    const texts = ['宽带断网', '话费多扣了', '地铁里没信号'];
    const ids = await world.loop.collectMany(
      texts.map((text, index) => ({ text, unit: 'gd', customer: { name: '王小明', phone: `1391111000${index}` } })),
    );
    await world.loop.settle();
    const page = await world.open('/console/queue', { person: OWNER });
    await page.getByText('宽带断网').waitFor();
    expect(await page.locator('.queue-row').count()).toBe(3);
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('已选 2 件').waitFor();
    await page.keyboard.press('r');
    await page.getByLabel('给客户的答复').fill('您反映的问题已处理，请重启后再试。');
    await page.locator('.letter-body').getByText('您反映的问题已处理').waitFor();
    await page.getByText('139****000').first().waitFor();
    await page.getByText('将告知 2 位客户').first().waitFor();
    await world.expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('将告知 2 位客户，发出后不能收回。').last().waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('已办结 2 件').waitFor();
    await page.locator('.queue-row').nth(1).waitFor({ state: 'detached' });
    await world.loop.settle();
    const told = (await Promise.all(ids.map((id) => world.loop.item(id)))).flatMap(({ deliveries }) =>
      deliveries.filter(({ purpose }: Json) => purpose === 'answer'),
    );
    expect(told).toHaveLength(2);
    expect(told[0].body).toContain('您反映的问题已处理');
    await page.context().close();
  });

  it('selects a stretch with shift and the arrows, takes and hands over', async () => {
    await world.loop.collectMany([
      { text: '账单有误', unit: 'gd' },
      { text: '信号很差', unit: 'gd' },
    ]);
    await world.loop.settle();
    const page = await world.open('/console/queue?kind=', { person: OWNER, language: 'en' });
    await page.getByRole('list').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    await page.keyboard.press('t');
    await page.getByText('3 items taken').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await page.getByLabel('Reason').fill('Not ours');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 item handed over').waitFor();
    await page.locator('.queue-row').nth(2).waitFor({ state: 'detached' });
    await world.expectAccessible(page);
    await page.context().close();
  });

  it('asks another unit, which finds the question in its own queue and answers', async () => {
    const id = await world.loop.collect({ text: '跨省漫游资费看不懂', unit: 'gd' });
    await world.loop.settle();
    const { reference } = await world.loop.item(id);
    await world.loop.post(`/api/v1/feedback/${id}/notes`, { text: '这个套餐在你们省怎么收？', unit: 'sd' });
    const page = await world.open('/console/queue', { person: OTHER, look: 'dark' });
    await page.getByText('其他单位问您的 1 个问题').waitFor();
    await page.getByText('这个套餐在你们省怎么收？').waitFor();
    await world.expectAccessible(page);
    await page.getByLabel(`回答 ${reference}`).fill('每天 5 元，封顶。');
    await page.getByRole('button', { name: '回答' }).click();
    await page.getByText('已回答').waitFor();
    const notes = (await world.loop.get(`/api/v1/feedback/${id}/notes`)).body;
    expect(notes).toMatchObject([{ unit: 'sd' }, { text: '每天 5 元，封顶。', authorName: '赵宁' }]);
    await page.context().close();
  });
});
