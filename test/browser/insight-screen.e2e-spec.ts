import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { BrowserWorld, PHONE } from '../support/browser-world.js';
import type { Json } from '../support/call.js';

const HOUR_SECONDS = 3_600;

describe('the insight screen', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    const { loop } = world;
    const unit = { code: 'gd', level: 'province', nameZh: '广东', nameEn: '=Guangdong' };
    expect((await loop.post('/api/v1/units', unit)).status).toBe(201);
    const ids = await loop.collectMany(
      Array.from({ length: 8 }, (_, i) => ({ text: `地铁里没有信号 ${i}`, kind: 'complaint', unit: 'gd' })),
    );
    await loop.settle();
    loop.clock.advance(HOUR_SECONDS * 1_000);
    for (const id of ids) await loop.resolve(id);
    await loop.settle();
    for (const [index, id] of ids.slice(0, 6).entries()) {
      const solved = index < 5;
      await loop.answer(await loop.surveyToken(id), { solved, score: solved ? 10 : 2 });
    }
    await loop.settle();
  }, 240_000);
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

  it('says whether promises are kept, in the figures that the API has', async () => {
    const { body } = (await world.loop.get('/api/v1/insight/summary')) as { body: Json };
    expect(body).toMatchObject({ solved: { value: 5 / 6, n: 6 }, kept: { n: 8 } });
    const page = await world.open('/console/insight');
    await page.getByText('承诺守住了').waitFor();
    await card(page, '满意度').getByText('83.3%').waitFor();
    await card(page, '满意度').getByText('n = 6').waitFor();
    await page.locator('.chart[data-drawn]').nth(5).waitFor();
    await world.expectAccessible(page);
  });

  it('has every picture as a table whose rows lead to the items', async () => {
    const page = await world.open('/console/insight', { language: 'en', look: 'dark' });
    const flow = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Flow' }) });
    await flow.getByText('As a table').click();
    const { body } = (await world.loop.get('/api/v1/insight/flow')) as { body: Json };
    const resolved = body.links.find(({ outcome }: Json) => outcome === 'resolved');
    expect(resolved.n).toBe(8);
    const row = flow.getByRole('row').filter({ has: page.getByRole('cell', { name: 'A resolution is on record.' }) });
    await row.getByRole('cell', { name: '8', exact: true }).waitFor();
    await page.locator('.chart[data-drawn]').nth(5).waitFor();
    await world.expectAccessible(page);
    await row.getByRole('link').click();
    await page.waitForURL('**/console/feedback?from=*&stage=deliver');
  });

  it('leads from a bar to the items behind it', async () => {
    const page = await world.open('/console/insight', { language: 'en' });
    const section = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Complaints per 10,000' }) });
    const picture = section.locator('.chart[data-drawn]');
    await picture.waitFor();
    const { width, height } = (await picture.boundingBox())!;
    const there = page.waitForURL('**/console/feedback?*unit=gd*');
    await picture.click({ position: { x: width * 0.5, y: height * 0.45 } });
    await there;
  });

  it('gives every picture as a file that Excel takes for no formula', async () => {
    const page = await world.open('/console/insight', { language: 'en' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV · Complaints per 10,000' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('huiyin-complaints.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFUnit,"Per 10,000",')).toBe(true);
    expect(text).toContain(`\r\n'=Guangdong *,10000,`);
    expect(await page.getByRole('button', { name: /^CSV/ }).count()).toBe(6);
  });

  it('keeps its filters in the address', async () => {
    const page = await world.open('/console/insight?unit=gd&kind=praise&days=7&stage=collect', { language: 'en' });
    await page.getByText('Too few were resolved in the last 7 days').waitFor();
    await page.getByText('Praise').waitFor();
    await page.getByRole('heading', { name: 'Time by unit (median) · Collect' }).waitFor();
  });

  it('can be read on a phone', async () => {
    const page = await world.open('/console/insight', { size: PHONE, look: 'dark' });
    await page.locator('.chart[data-drawn]').nth(5).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(page);
  });
});
