import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

const OUTAGE = '滨江区从中午起手机没有信号，打不了电话';

describe('the hot issues screen', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('shows an issue as it happens, with its curve against what is usual, and leads to the cluster', async () => {
    const page = await world.open('/console/hot');
    await page.getByText('没有热点', { exact: true }).waitFor();
    await world.expectAccessible(page);
    await world.loop.collectMany(
      Array.from({ length: 30 }, () => ({ text: OUTAGE, kind: 'fault', customer: { region: '滨江' } })),
    );
    await world.loop.settle();
    await world.loop.worker.clusters.drain();
    expect(await world.loop.worker.figures.check()).toBeGreaterThan(0);
    await page.getByText('现在有 1 个热点').waitFor();
    await page.getByRole('article').getByText('滨江').first().waitFor();
    await page.getByRole('img', { name: /近 7 天每 \d+ 小时的反馈数，最高 30 条/ }).waitFor();
    await world.expectAccessible(page);
    await page.getByRole('article').getByRole('link').click();
    await page.waitForURL('**/console/clusters/*');
  });

  it('is narrowed by region, in the address', async () => {
    const page = await world.open('/console/hot?region=西湖', { language: 'en', look: 'dark' });
    await page.getByText('No hot issue fits').waitFor();
    const there = await world.open('/console/hot?region=滨江', { language: 'en', look: 'dark', size: PHONE });
    await there.getByText('1 hot issue now').waitFor();
    expect(await there.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(there);
  });

  it('says that it is over when it is', async () => {
    await world.loop.db.query('update burst set ended_at = loop_now()');
    const page = await world.open('/console/hot');
    await page.getByText('目前没有热点').waitFor();
    await page.getByRole('heading', { name: '近 7 天内已平息' }).waitFor();
    await world.expectAccessible(page);
  });
});
