import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld, PHONE } from '../support/browser-world.js';
import type { Json } from '../support/call.js';

const SIGNAL = '地铁三号线里手机信号很弱，刷不开网页';
const BILL = '话费账单多扣了二十元，请退还';

describe('the clusters screens', () => {
  let world: BrowserWorld;
  let signal: Json;
  let bill: Json;

  beforeAll(async () => {
    world = await BrowserWorld.start();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  const clusters = async (): Promise<Json[]> => (await world.loop.get('/api/v1/clusters?sort=size')).body.items;
  const rows = (page: Page) => page.getByRole('list', { name: '需求簇列表' }).getByRole('listitem');
  const toast = (page: Page) => page.locator('.ant-message').getByRole('button', { name: '撤销' });

  it('invites to import something while there is nothing', async () => {
    const page = await world.open('/console/clusters');
    await page.getByText('还没有需求簇').waitFor();
    await world.expectAccessible(page);
  });

  it('shows sentences with how many people, by mouse and by keys', async () => {
    await world.loop.collectMany([
      ...Array.from({ length: 6 }, () => ({ text: SIGNAL, kind: 'complaint' })),
      ...Array.from({ length: 4 }, () => ({ text: BILL, kind: 'complaint' })),
    ]);
    await world.loop.settle();
    await world.loop.worker.clusters.drain();
    [signal, bill] = await clusters();
    expect([signal.size, bill.size]).toEqual([6, 4]);
    const page = await world.open('/console/clusters?sort=size');
    await rows(page).first().getByText('6 人').waitFor();
    expect(await rows(page).count()).toBe(2);
    await world.expectAccessible(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/clusters/${bill.id}`);
  });

  it('takes a name and a lock at once, and keeps them', async () => {
    const page = await world.open(`/console/clusters/${signal.id}`);
    await page.getByText(SIGNAL).first().waitFor();
    await page.getByRole('button', { name: '改名' }).click();
    await page.getByLabel('簇名').fill('地铁里信号弱');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '地铁里信号弱' }).waitFor();
    await page.keyboard.press('l');
    await page.getByRole('button', { name: '解除锁定' }).waitFor();
    await page.getByRole('list').getByText('锁定', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '地铁里信号弱' }).waitFor();
    await page.getByRole('button', { name: '解除锁定' }).waitFor();
    await page.getByText('管理员').first().waitFor();
    await world.expectAccessible(page);
  });

  it('says how it stands, with words for everybody', async () => {
    const page = await world.open(`/console/clusters/${signal.id}`, { look: 'dark' });
    await page.getByText('已列入计划', { exact: true }).click();
    await page.getByLabel('公开说明').fill('三号线各站明年三月前增加基站。');
    await page.getByRole('button', { name: '保存决定' }).click();
    await page.getByText('定为“已列入计划”').first().waitFor();
    await page.reload();
    await page.getByText('三号线各站明年三月前增加基站。').waitFor();
    expect((await world.loop.get(`/api/v1/clusters/${signal.id}`)).body).toMatchObject({
      ...{ status: 'planned', publicWords: '三号线各站明年三月前增加基站。' },
    });
    await world.expectAccessible(page);
  });

  it('merges what is chosen, and undoes it', async () => {
    const page = await world.open('/console/clusters');
    await rows(page).nth(1).waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '并入“地铁里信号弱”' }).waitFor();
    await world.expectAccessible(page);
    await page.keyboard.press('m');
    await rows(page).nth(1).waitFor({ state: 'detached' });
    await rows(page).getByText('10 人').waitFor();
    await toast(page).click();
    await rows(page).nth(1).waitFor();
    expect((await clusters()).map(({ size }) => size)).toEqual([6, 4]);
  });

  it('merges by dragging, and its old address leads to what it became; u undoes', async () => {
    const page = await world.open('/console/clusters');
    const from = rows(page).filter({ hasText: bill.name });
    await from.dragTo(rows(page).filter({ hasText: '地铁里信号弱' }));
    await rows(page).getByText('10 人').waitFor();
    const other = await world.open(`/console/clusters/${bill.id}`);
    await other.waitForURL(`**/console/clusters/${signal.id}**`);
    await other.getByText('您打开的簇已并入这一个。').waitFor();
    await world.expectAccessible(other);
    await page.keyboard.press('u');
    await rows(page).nth(1).waitFor();
  });

  it('splits selected items off, and undoes it', async () => {
    const page = await world.open(`/console/clusters/${signal.id}`);
    const boxes = page.getByRole('list', { name: '簇内反馈' }).getByRole('checkbox');
    await boxes.nth(5).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByLabel('新簇名（可不填）').fill('只在换乘站');
    await page.getByRole('button', { name: /拆成新簇/ }).click();
    await page.getByText('拆出 2 条成为“只在换乘站”').waitFor();
    await boxes.nth(4).waitFor({ state: 'detached' });
    expect((await clusters()).map(({ size }) => size)).toEqual([4, 4, 2]);
    await toast(page).click();
    await boxes.nth(5).waitFor();
    expect((await clusters()).map(({ size }) => size)).toEqual([6, 4]);
  });

  it('moves an item to another cluster that is looked for', async () => {
    const page = await world.open(`/console/clusters/${signal.id}`);
    await page.getByRole('list', { name: '簇内反馈' }).getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '移到其他簇' }).click();
    await page.getByLabel('输入簇名或原话').fill(bill.name);
    await page.getByRole('option', { name: bill.name }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`1 条移到“${bill.name}”`).waitFor();
    expect((await clusters()).map(({ size }) => size)).toEqual([5, 5]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByRole('list', { name: '簇内反馈' }).getByRole('checkbox').nth(5).waitFor();
    expect((await clusters()).map(({ size }) => size)).toEqual([6, 4]);
  });

  it('is all there in English, in the dark, and on a phone', async () => {
    for (const path of ['/console/clusters', `/console/clusters/${signal.id}`]) {
      const page = await world.open(path, { language: 'en', look: 'dark', size: PHONE });
      await page.getByText('people').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(await page.locator('main').innerText()).not.toMatch(/[\u4e00-\u9fff]人|反馈|撤销/);
      await world.expectAccessible(page);
    }
  });
});
