import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserWorld, PHONE } from '../support/browser-world.js';

const CLERK = { username: 'clerk', password: 'a counter in Hexi district' };

describe('getting around in the console', () => {
  let world: BrowserWorld;
  let reference: string;

  beforeAll(async () => {
    world = await BrowserWorld.start();
    await world.addPerson({ ...CLERK, displayName: '王芳', roles: ['frontline'] });
    reference = (await world.loop.item(await world.loop.collect('地铁里没有信号'))).reference;
    await world.loop.settle();
  });
  afterEach(async () => {
    await world.closePages();
    world.expectNoSlips();
  });
  afterAll(() => world.stop());

  it('lets in who knows the password, and says plainly when it is wrong', async () => {
    const page = await world.open('/console/', { person: null });
    await page.getByLabel('用户名').fill(CLERK.username);
    await page.getByLabel('密码').fill('something else entirely');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('用户名或密码不对，请再试一次。').waitFor();
    await world.expectAccessible(page);
    // The browser itself notes the 401s in its console: nobody signed in yet, and a wrong password.
    world.forgetSlips(/401/);
    await page.getByLabel('密码').fill(CLERK.password);
    await page.keyboard.press('Enter');
    // Frontline staff may not watch the loop: their first screen is the one they work with.
    await page.waitForURL('**/console/log');
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('闭环');
  });

  it('asks for the sign-in again when the session has been ended elsewhere', async () => {
    const page = await world.open('/console/feedback', { person: CLERK });
    await page.getByText('地铁里没有信号').waitFor();
    const { body } = await world.loop.get('/api/v1/people');
    const { id } = body.items.find(({ username }: { username: string }) => username === CLERK.username);
    await world.loop.call('DELETE', `/api/v1/people/${id}/sessions`);
    await page.getByLabel('查找原话').fill('信号');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await world.closePages();
    world.forgetSlips(/401/);
  });

  it('goes anywhere by a few letters', async () => {
    const page = await world.open('/console/loop');
    await page.getByRole('heading', { name: '闭环', exact: true }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type(reference.toLowerCase());
    await page.getByRole('option', { name: `${reference} 反馈` }).waitFor();
    await world.expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/feedback/${reference}`);
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type('需求簇');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/clusters');
  });

  it('is worked with the keyboard, and a sheet tells the keys', async () => {
    const page = await world.open('/console/loop', { language: 'en' });
    await page.getByRole('heading', { name: 'Loop', exact: true }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Log feedback').waitFor();
    await world.expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.type('gf');
    await page.waitForURL('**/console/feedback');
  });

  it('keeps the language, the theme and the density that somebody chose', async () => {
    const page = await world.open('/console/loop');
    const choose = async (name: string) => {
      await page.getByRole('button', { name: /管理员/ }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await choose('深色');
    await choose('紧凑');
    await choose('English');
    await page.getByRole('heading', { name: 'Loop', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Loop', exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.dataset.look')).toBe('dark');
    expect(await page.evaluate('document.documentElement.dataset.density')).toBe('dense');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('says so where there is no such page, and leads home', async () => {
    const page = await world.open('/console/nowhere', { language: 'en' });
    await page.getByText('There is no such page').waitFor();
    await page.getByRole('link', { name: 'Go to the first page' }).click();
    await page.waitForURL('**/console/loop');
  });

  it('has its menu at the thumb on a phone', async () => {
    const page = await world.open('/console/feedback', { size: PHONE });
    await page.getByText('地铁里没有信号').waitFor();
    const box = await page.getByRole('navigation').boundingBox();
    expect(box!.y + box!.height).toBeGreaterThan(PHONE.height - 2);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await world.expectAccessible(page);
  });
});
