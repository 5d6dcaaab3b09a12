import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld } from '../support/browser-world.js';
import { Receiver } from '../support/receiver.js';

describe('the settings of what goes out', () => {
  let world: BrowserWorld;
  let receiver: Receiver;

  beforeAll(async () => {
    [world, receiver] = await Promise.all([
      BrowserWorld.start({ config: { webhookAllow: ['127.0.0.0/8'] } }),
      Receiver.start(),
    ]);
  });
  afterEach(() => world.expectNoSlips());
  afterAll(async () => {
    await world.stop();
    await receiver.stop();
  });

  it('show a template as the customer will read it while it is written, and go back to the default', async () => {
    const page = await world.open('/console/settings/templates', { language: 'en' });
    await page.getByRole('button', { name: 'Edit: Answer · Any kind · English' }).click();
    const sheet = page.getByRole('dialog');
    const mail = page.frameLocator('iframe[title="Preview of the mail"]');
    await sheet.getByLabel('Subject').fill('About {{reference}}, from us');
    await sheet
      .getByLabel('Text', { exact: true })
      .fill('Dear customer,\n\n{{reply}}\n\nYours, the lighthouse keepers');
    await mail.getByText('the lighthouse keepers').waitFor();
    await sheet.getByText(/About HY-\d+-\d+, from us/).waitFor();
    await sheet.getByRole('tab', { name: 'SMS' }).click();
    await sheet.getByText(/places, \d+ SMS/).waitFor();
    await world.expectAccessible(page);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: 'Answer · Any kind · English' });
    await row.getByText('Version 1').waitFor();
    await row.getByRole('button', { name: 'Back to the default' }).click();
    await row.getByText('Default', { exact: true }).waitFor();
  });

  it('make a webhook, test it, and show the attempt', async () => {
    const page = await world.open('/console/settings/webhooks');
    await page.getByRole('button', { name: '新建 Webhook' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('地址').fill(receiver.url);
    await sheet.getByRole('button', { name: '新建 Webhook' }).click();
    const secret = page.getByLabel(`签名密钥：${receiver.url}`, { exact: true }).last();
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('button', { name: '测试' }).click();
    await page.getByText(/测试成功，对方答复 204/).waitFor();
    expect(receiver.received.at(-1)?.event).toMatchObject({ type: 'webhook.test' });
    await page.getByRole('button', { name: '发送记录' }).click();
    await page.getByRole('dialog').getByText('webhook.test').waitFor();
    await page.getByRole('dialog').getByText('204').waitFor();
    await world.expectAccessible(page);
  });

  it('show what a sample of a sender would become', async () => {
    const page = await world.open('/console/settings/webhooks');
    await page.getByRole('button', { name: '新建推送来源' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('名称').fill('crm-test');
    await sheet.getByLabel('密钥', { exact: true }).fill('a-secret-of-both-of-us');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row').filter({ hasText: 'crm-test' }).getByRole('button', { name: '试一试' }).click();
    await page.getByLabel('样例（JSON）').fill('{"id":"A-1","content":"宽带断网"}');
    await page.getByRole('dialog').getByRole('button', { name: '试一试' }).click();
    await page.getByText('一条反馈', { exact: true }).waitFor();
    await page.getByText(/"externalId": "A-1"/).waitFor();
  });

  it('tell in the audit who did what', async () => {
    const page = await world.open('/console/settings/audit?action=webhook.changed');
    const row = page.getByRole('row').filter({ hasText: '修改 Webhook' }).first();
    await row.getByText('我', { exact: true }).waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  });
});
