import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { ClusterBook } from './book.js';
import { features, type Features } from './features.js';
import { headOf } from './head.js';

const of = (text: string): Features => features(readWords({ text }).reading);

const empty = { clusters: 0, having: new Map<string, number>() };
const counter = (): (() => string) => {
  let n = 0;
  return () => `new-${++n}`;
};

describe('ClusterBook', () => {
  it('puts what says the same together within a batch', () => {
    const book = new ClusterBook([], empty, counter());
    const placed = [
      '翠湖花园整栋楼宽带断网',
      '积分兑换的话费没有到账',
      '翠湖花园小区宽带断网两天',
      '话费积分兑换没到账',
    ].map((text) => book.place(of(text)));
    expect(placed.map((place) => place?.clusterId)).toEqual(['new-1', 'new-2', 'new-1', 'new-2']);
    expect(placed.map((place) => place?.created)).toEqual([true, true, false, false]);
    expect(book.changed().map(({ id, head }) => [id, head.size])).toEqual([
      ['new-1', 2],
      ['new-2', 2],
    ]);
  });

  it('joins a cluster that was there before and hands back its grown head', () => {
    const text = 'The lift in Harbour House has no signal';
    const book = new ClusterBook(
      [{ id: 'old', head: headOf(of(text)) }],
      { clusters: 1, having: new Map() },
      counter(),
    );
    expect(book.place(of('no signal in the lift of Harbour House'))).toMatchObject({
      clusterId: 'old',
      created: false,
    });
    expect(book.changed()).toMatchObject([{ id: 'old', head: { size: 2 } }]);
  });

  it('leaves candidates that got nothing out of what is to be stored', () => {
    const book = new ClusterBook([{ id: 'old', head: headOf(of('积分兑换')) }], empty, counter());
    book.place(of('宽带断网光猫红灯'));
    expect(book.changed().map(({ id }) => id)).toEqual(['new-1']);
  });

  it('places nothing that has no terms', () => {
    expect(new ClusterBook([], empty, counter()).place(new Map())).toBeNull();
  });

  it('makes one cluster of a thousand copies', () => {
    const book = new ClusterBook([], empty, counter());
    const copies = Array.from({ length: 1000 }, () => book.place(of('加微信领取红包，点击链接')));
    expect(new Set(copies.map((place) => place?.clusterId)).size).toBe(1);
  });

  it('gives the same clusters in two batches as in one', () => {
    const texts = [
      '翠湖花园宽带断网',
      '翠湖花园小区宽带断网两天',
      '套餐不能降档',
      '客服说套餐不能降档',
      '翠湖花园宽带又断网',
    ];
    const one = new ClusterBook([], empty, counter());
    const ids = texts.map((text) => one.place(of(text))?.clusterId);
    const newId = counter();
    const first = new ClusterBook([], empty, newId);
    const head = texts.slice(0, 3).map((text) => first.place(of(text))?.clusterId);
    const second = new ClusterBook(first.changed(), { clusters: first.changed().length, having: new Map() }, newId);
    expect([...head, ...texts.slice(3).map((text) => second.place(of(text))?.clusterId)]).toEqual(ids);
  });
});
