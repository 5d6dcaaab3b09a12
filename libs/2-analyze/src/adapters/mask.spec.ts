import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { maskPersonalData } from '@huiyin/privacy';
import { OutsideWorld } from './fake-model.fixture.js';
import { planted, PLANTERS } from './personal-data.fixture.js';

/** As a reader would see it who looks closely. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-]/g, '')
    .toLowerCase();

describe('what leaves', () => {
  it.each(Object.keys(PLANTERS))('holds nothing of a %s', (planter) => {
    for (let i = 0; i < 200; i++) {
      const { text, secrets } = planted(planter);
      const left = maskPersonalData(text);
      for (const secret of secrets) {
        // The text says which one it was.
        if (bare(left).includes(bare(secret))) expect({ text, left }).toBe(`without ${secret}`);
        expect(left).not.toContain(secret);
      }
    }
  });

  it('holds nothing that is on record of the customer, wherever it stands', () => {
    const known = ['古丽米热', 'A-7719', 'Bo Xi'];
    expect(maskPersonalData('古丽米热的宽带，合同A-7719，bo xi 敬上', known)).toBe(
      '[name]的宽带,合同[name],[name] 敬上',
    );
    expect(maskPersonalData('boxing match', ['box'])).toBe('boxing match');
  });

  it('still says what it is about', () => {
    const kept = [
      '我是老用户了,网速太慢',
      '我叫客服处理了三次都没用',
      '本人强烈要求退费',
      '老百姓都说信号差',
      '我叫了师傅来看,叫他走也不走',
      'I am at home. Then it stops. Look at it. Thanks for your help',
      '套餐19元,29元,还有59元的',
      '10086打不通,95588也打不通',
      '流量用了100M,200M,2026年11月22日10:30断网',
      'I am very unhappy with this, it is 3 days now',
      'This is a scam and the speed is 1.5/2.3 Mbps',
      '5G信号在地铁1号线不好,一直一格',
      '二十四小时不能上网,第一次打电话,第二次没人接',
    ];
    expect(kept.map((text) => maskPersonalData(text))).toEqual(kept);
  });

  it('is found in time that grows no faster than the text', () => {
    const walls = [
      '1',
      '1 ',
      'a.',
      '@',
      'a@',
      'aaa-',
      '我叫',
      '张',
      'my name is ',
      'http://',
      '/s/',
      'one ',
      'mr ',
      'o1',
      'a:',
      '京A',
      '1号',
      ':',
      '(at)',
    ];
    for (const wall of walls) {
      const started = performance.now();
      maskPersonalData(wall.repeat(10_000 / wall.length));
      // Linear is some 30 ms; squared would be seconds.
      expect([wall, performance.now() - started < 1_000]).toEqual([wall, true]);
    }
  });
});

describe('a model outside', () => {
  let database: TestDatabase;
  let world: OutsideWorld;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = new OutsideWorld(database.url);
    await world.model.start();
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  it('never sees what was planted, neither for vectors nor for wordings', async () => {
    const cases = Object.keys(PLANTERS).flatMap((planter) => Array.from({ length: 6 }, () => planted(planter)));
    const customer = { id: 'CUST-99-0042', name: '阿依古丽', phone: '13912345678', email: 'ayi@example.cn' };
    const words = cases.map(({ text }, i) => ({
      text: `${text}阿依古丽反映`,
      subject: i % 2 ? `工单 CUST-99-0042：${text}` : '投诉',
      customer,
    }));
    const ids = await world.wanted(words);
    for (let i = 0; i < ids.length; i += 12) {
      const cluster = await world.cluster(ids.slice(i, i + 12));
      await world.db.transaction((tx) => world.tasks().requestWording(tx, [cluster]));
    }
    await world.lane().drain();
    expect(world.model.asked.length).toBe(ids.length / 4 + ids.length / 12);
    const seen = bare(world.model.everything);
    const leaked = [...cases.flatMap(({ secrets }) => secrets), ...Object.values(customer), ...ids];
    expect(leaked.filter((secret) => seen.includes(bare(secret)))).toEqual([]);
    expect(new Set((await world.standing()).map((line) => line.split(' ')[1]))).toEqual(new Set(['done']));
  });
});
