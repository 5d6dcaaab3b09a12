import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

describe('the loop screen', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('invites to take the first step while there is nothing', async () => {
    const page = await world.open('/console/loop');
    await page.getByText('还没有反馈').waitFor();
    await world.expectAccessible(page);
    await page.getByRole('button', { name: '登记反馈' }).click();
    await page.waitForURL('**/console/log');
  });

  it('shows where the items are, and moves without a reload', async () => {
    await world.loop.collectMany([{ text: '地铁里没有信号' }, { text: '宽带太慢了' }]);
    await world.loop.settle();
    const page = await world.open('/console/');
    const resolve = page.getByRole('listitem').filter({ hasText: '解决' });
    await resolve.getByText('2', { exact: true }).waitFor();
    const stop = await world.loop.runAnotherWorker();
    await world.loop.collect('停机后无法缴费');
    await resolve.getByText('3', { exact: true }).waitFor();
    await stop();
    await world.expectAccessible(page);
  });

  it('leads from a stage to the items in it', async () => {
    const page = await world.open('/console/loop', { language: 'en' });
    await page.getByRole('heading', { name: 'Resolve', exact: true }).click();
    await page.waitForURL('**/console/feedback?stage=resolve*');
    await page.getByText('地铁里没有信号').waitFor();
    await world.expectAccessible(page);
  });

  it('is in the address, with its filters', async () => {
    const page = await world.open('/console/loop?kind=praise&days=30', { language: 'en' });
    await page.getByText('Praise').waitFor();
    await page.getByText('Last 30 days', { exact: true }).waitFor();
  });

  it('fits a phone', async () => {
    const page = await world.open('/console/loop', { size: PHONE, look: 'dark' });
    await page.getByText('解决', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(page);
  });
});
