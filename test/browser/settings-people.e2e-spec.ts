import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld } from '../support/browser-world.js';

describe('the settings of people, units and routing', () => {
  let world: BrowserWorld;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await world.loop.collectMany([
      { text: '地铁里没有信号', kind: 'complaint' },
      { text: '家里没有信号', kind: 'complaint' },
      { text: '宽带太慢了', kind: 'complaint' },
    ]);
    await world.loop.settle();
  });
  afterEach(() => world.expectNoSlips());
  afterAll(() => world.stop());

  it('add a unit under another, rename it, and take the change of state back', async () => {
    const page = await world.open('/console/settings/units');
    await page.getByRole('button', { name: '新增单位' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('编码').fill('gd');
    await sheet.getByLabel('中文名称').fill('广东');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '编辑 广东' }).click();
    await page.getByRole('dialog').getByLabel('英文名称').fill('Guangdong');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await world.loop.get('/api/v1/units/gd')).body).toMatchObject({
      nameZh: '广东',
      nameEn: 'Guangdong',
      level: 'province',
    });
    await page.getByRole('button', { name: '停用: 广东' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '停用: 广东' }).waitFor();
    expect((await world.loop.get('/api/v1/units/gd')).body).toMatchObject({ active: true });
  });

  it('add a person who signs in with the password that is shown', async () => {
    const page = await world.open('/console/settings/people');
    await page.getByRole('button', { name: '新增人员' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('用户名').fill('wang.fang');
    await sheet.getByLabel('姓名').fill('王芳');
    await sheet.getByLabel(/承办人/).check();
    await world.expectAccessible(page);
    await sheet.getByRole('button', { name: '新增人员' }).click();
    const password = await page.getByLabel('王芳 的初始密码', { exact: true }).last().inputValue();
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('row').filter({ hasText: '王芳' }).getByText('一线人员、承办人').waitFor();

    const hers = await world.open('/console/', { person: null });
    await hers.getByLabel('用户名').fill('wang.fang');
    await hers.getByLabel('密码').fill(password);
    await hers.getByRole('button', { name: '登录' }).click();
    await hers.getByText('新密码').first().waitFor();
    // Nobody was signed in there, and the browser says so of the first request.
    world.forgetSlips(/401/);
  });

  it('tell at the field what is wrong', async () => {
    const page = await world.open('/console/settings/people');
    await page.getByRole('button', { name: '新增人员' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: '新增人员' }).click();
    await sheet.getByText('请填写').waitFor();
  });

  it('try a rule on what was, order it by keyboard, save it, and take that back', async () => {
    const page = await world.open('/console/settings/routing');
    await addRule('信号归广东', '信号');
    await addRule('其他归广东');
    await page.getByRole('button', { name: '下移：信号归广东' }).press('Enter');
    await page.getByRole('listitem').first().getByText('其他归广东').waitFor();
    await page.getByRole('button', { name: '删除：其他归广东' }).click();
    await page.getByRole('button', { name: '用最近 1,000 条反馈试算' }).click();
    await page.getByText('最近 3 条反馈中，2 条会换承办单位').waitFor();
    await page.getByRole('region', { name: '会换单位的反馈，例如' }).getByText('地铁里没有信号').waitFor();
    await world.expectAccessible(page);
    await page.getByRole('button', { name: '保存规则' }).click();
    await page.getByText('规则已保存').waitFor();
    expect((await world.loop.get('/api/v1/routing-rules')).body).toMatchObject([
      { name: '信号归广东', keyword: '信号', unit: 'gd', limitMinutes: 2_880 },
    ]);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('还没有规则').waitFor();

    async function addRule(name: string, keyword?: string): Promise<void> {
      await page.getByRole('button', { name: '新增规则' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('名称').fill(name);
      if (keyword) await sheet.getByLabel('文中含有').fill(keyword);
      await sheet.getByLabel('派给').click();
      await page.locator('.ant-select-tree').getByText('广东').click();
      await sheet.getByRole('button', { name: '完成' }).click();
      await sheet.waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: name }).waitFor();
    }
  });
});
