import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const BROADBAND = [
  '家里宽带断网三天了，报修没人来，请尽快处理',
  '宽带断网了，报修好几天没有人上门',
  '宽带又断网了，打电话报修一直没人来修',
  '家里宽带断网，报修后师傅一直没有上门',
  '我家宽带断网，报修两天了还没人处理',
];
const FEES = [
  '这个月无缘无故多扣了30元话费，请退还',
  '话费莫名其妙被多扣，要求退还',
  '上个月话费多扣了二十元，麻烦退还给我',
  '我的话费被乱扣，请把多扣的退还',
  '账单上多扣了话费，什么时候退还',
];

let world: LoopWorld;

async function collectAll(texts: readonly string[]): Promise<string[]> {
  return world.collectMany(texts.map((text) => ({ text })));
}

async function clusterOf(id: string): Promise<Json> {
  return (await world.item(id)).cluster;
}

beforeAll(async () => {
  world = await LoopWorld.start();
});
afterAll(() => world.stop());

describe('similar voices', () => {
  let broadband: string[];
  let fees: string[];

  it('are not kept from one another by first ones who have nothing in common', async () => {
    const strangers = await collectAll(['网速慢', '我要退款', '客服态度差']);
    await world.settle();
    await world.worker.clusters.drain();
    const clusters = await Promise.all(strangers.map(clusterOf));
    expect(new Set(clusters.map(({ id }) => id)).size).toBe(3);
  });

  it('become one cluster, and different matters become different ones', async () => {
    broadband = await collectAll(BROADBAND);
    fees = await collectAll(FEES);
    await world.settle();
    await world.worker.clusters.drain();
    const [a, ...others] = await Promise.all(broadband.map(clusterOf));
    const [b, ...rest] = await Promise.all(fees.map(clusterOf));
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set([a.id]));
    expect(new Set(rest.map(({ id }) => id))).toEqual(new Set([b.id]));
    expect(a.id).not.toBe(b.id);
    expect(a.name).toContain('断网');
    expect(b.name).toContain('扣');
  });

  it('join the cluster that is there, which stays the same one', async () => {
    const before = await clusterOf(broadband[0]!);
    const [late] = await collectAll(['宽带断网一个星期，报修没人来']);
    await world.settle();
    expect((await clusterOf(late!)).id).toBe(before.id);
    await collectAll(['营业厅的工作人员态度很好，表扬一下', '流量用得太快了，能不能查一下明细']);
    await world.settle();
    await world.worker.clusters.drain();
    expect((await clusterOf(late!)).id).toBe(before.id);
    expect((await clusterOf(broadband[0]!)).id).toBe(before.id);
  });
});
