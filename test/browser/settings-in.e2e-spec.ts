import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { BrowserWorld } from '../support/browser-world.js';

const CSV = `编号,反馈内容,联系电话,受理时间
K-1,地铁里没有信号,13800001111,2026-11-20 08:00
K-2,,13800002222,2026-11-20 09:00
K-3,宽带太慢了,13800003333,2026-11-20 10:00
K-4,停机后无法缴费,13800004444,不知道
`;

describe('the settings of what comes in', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('take a CSV in, show what is wrong before, and give the bad rows back', async () => {
    const page = await world.open('/console/settings/imports');
    await page.getByText('还没有导入过文件').waitFor();
    const file = { name: '工单.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('前 4 行中有 2 行会被退回').waitFor();
    const columns = page.getByRole('region', { name: '各列对应什么' });
    await columns.getByText('原话（必需）').waitFor();
    await columns.getByText('客户电话').waitFor();
    await world.expectAccessible(page);

    const stop = await world.loop.runAnotherWorker();
    await page.getByRole('button', { name: '开始导入' }).click();
    const row = page.getByRole('row').filter({ hasText: '工单.csv' });
    await row.getByText('已完成').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), row.getByText('下载退回的行').click()]);
    const rejects = await readFile(await download.path(), 'utf8');
    expect(rejects).toContain('K-2');
    expect(rejects).toContain('K-4');
    expect(rejects).not.toContain('K-1');
    await stop();
    const { body } = await world.loop.get('/api/v1/imports');
    expect(body.items[0]).toMatchObject({ accepted: 2, rejected: 2, state: 'done' });
  });

  it('let the columns be chosen otherwise', async () => {
    const page = await world.open('/console/settings/imports', { language: 'en' });
    const csv = 'a,b\nThe line is down,shop 12\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByText('This has to be put right first').waitFor();
    expect(await page.getByRole('button', { name: 'Start the import' }).isDisabled()).toBe(true);
    await page.getByLabel('Becomes: a').click();
    await page.getByTitle('Words (needed)').click();
    await page.getByText('All of the first 1 rows would be taken').waitFor();
    await page.getByRole('button', { name: 'Start the import' }).click();
    await page.getByRole('row').filter({ hasText: 'odd.csv' }).waitFor();
  });

  it('make a key that works, show it once, rotate it and revoke it', async () => {
    const page = await world.open('/console/settings/keys');
    await page.getByRole('button', { name: '新建密钥' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('名称').fill('广东 CRM');
    await sheet.getByLabel(/查看反馈及其全程轨迹/).check();
    await world.expectAccessible(page);
    await sheet.getByRole('button', { name: '新建密钥' }).click();
    const secret = await page.getByLabel('密钥“广东 CRM”', { exact: true }).last().inputValue();
    await page.getByRole('button', { name: '我已保存' }).click();
    expect(await usable(secret)).toBe(200);

    const row = page.getByRole('row').filter({ hasText: '广东 CRM' });
    await row.getByRole('button', { name: '更换' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '更换' }).click();
    const fresh = await page.getByLabel('“广东 CRM”的新密钥', { exact: true }).last().inputValue();
    await page.getByRole('button', { name: '我已保存' }).click();
    expect([await usable(secret), await usable(fresh)]).toEqual([200, 200]);

    await row.getByRole('button', { name: '吊销' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await usable(fresh)).toBe(401);
  });

  async function usable(key: string): Promise<number> {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(world.loop.address('/api/v1/feedback'), { headers })).status;
  }
});
