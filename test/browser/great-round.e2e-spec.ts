import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

const SAME = '地铁三号线里手机信号很弱，刷不开网页';
const REPLY = '三号线各站已新增基站，请您再试试。';

describe('the great round, from one answer for everybody to the next cycle', () => {
  let world: BrowserWorld;
  let ids: string[];
  let cluster: string;
  let loop: Page;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    ids = await world.loop.collectMany(
      Array.from({ length: 6 }, (_, i) => ({ text: SAME, kind: 'complaint', customer: { phone: `1380013800${i}` } })),
    );
    await world.loop.settle();
    await world.loop.worker.clusters.drain();
    cluster = (await world.loop.item(ids[0]!)).cluster.id;
    loop = await world.open('/console/loop');
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  const here = (stage: string, count: number) =>
    loop.getByRole('listitem').filter({ hasText: stage }).getByText(String(count), { exact: true }).first().waitFor();

  it('shows what the customers will read, how many they are and through what, and sends it once it was asked', async () => {
    await here('解决', 6);
    const page = await world.open(`/console/clusters/${cluster}`);
    await page.getByRole('button', { name: '一次答复所有人' }).click();
    await page.getByLabel('客户将读到的话').fill(REPLY);
    await page.getByText('6 条反馈的客户会收到这条答复。').waitFor();
    await page.getByText('仅记录，不外发').waitFor();
    await page.getByRole('article').getByText(REPLY).waitFor();
    await page.getByLabel('内部说明').fill('新增室分');
    await world.expectAccessible(page);
    await page.getByText('英文（0）').click();
    await page.getByText('Our answer to your feedback').waitFor();
    expect((await world.loop.item(ids[0]!)).resolution).toBeNull();
    await page.getByRole('button', { name: '发送给 6 条反馈的客户' }).click();
    await page
      .getByRole('dialog', { name: /把这条答复发给/ })
      .getByRole('button', { name: '发送' })
      .click();
    await page.getByText('已答复 6 条反馈').waitFor();
    await page.getByText('答复 6 条，已告知 0 条。').waitFor();
  });

  it('reaches everybody while the loop screen looks on', async () => {
    await world.loop.runAnotherWorker();
    await here('再收集', 6);
    await world.loop.until('recollect', 'waiting', 6);
  });

  it('goes round once more for who answers on a phone that it did not help', async () => {
    const token = await world.loop.surveyToken(ids[0]!);
    const phone = await world.seat({ size: PHONE, person: null });
    await phone.goto(world.loop.address(`/s/${token}`));
    await phone.getByText(REPLY).waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await phone.getByText('未解决').click();
    const send = phone.getByRole('button', { name: '提交' });
    if (await send.isVisible()) await send.click();
    await phone.getByText('很抱歉').waitFor();
    await here('再收集', 5);
    await here('解决', 1);
    expect(await world.loop.standing(ids[0]!)).toBe('resolve waiting 2');
  });

  it('says of the answer whether it helped, and that one is too few', async () => {
    const page = await world.open(`/console/clusters/${cluster}`);
    await page.getByText('答复 6 条，已告知 6 条。').waitFor();
    await page.getByText('询问 6 条，1 条回答').waitFor();
    await page.getByText('回答少于 5 条').waitFor();
    await world.expectAccessible(page);
    for (const [place, id] of ids.slice(1).entries())
      expect(await world.loop.answer(await world.loop.surveyToken(id), { solved: place > 0, score: 9 })).toMatchObject({ status: 200 }); // prettier-ignore
    await page.reload();
    await page.getByText('4 条说解决了，2 条说没有解决').waitFor();
    await page.getByText('平均 9 分').waitFor();
    await page.getByText('时间不足一周').or(page.getByText('不足一周')).first().waitFor();
  });
});
