import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { termsOf, type Terms } from './terms.js';
import {
  bestCluster,
  headOf,
  indexTerms,
  loadHead,
  MAX_HEAD_TERMS,
  mergeHead,
  mergeHeads,
  similarity,
  storeHead,
  tellingBy,
} from './head.js';

const of = (text: string): Terms => termsOf(readWords({ text }).reading);

const noise = of('丽湖新城旁边的搅拌站夜间噪音扰民');
const outage = of('宽带断网三天，光猫亮红灯');

describe('similarity', () => {
  it('is 1 for the same text and 0 for nothing in common', () => {
    expect(similarity(noise, headOf(noise))).toBeCloseTo(1, 2);
    expect(similarity(noise, headOf(outage))).toBe(0);
  });

  it('asks for more than one term in common', () => {
    expect(similarity(of('alpha bravo charlie'), headOf(of('alpha delta foxtrot')))).toBe(0);
  });

  it('counts a term little that nearly every cluster has', () => {
    const common = tellingBy(1000, (term) => (term === 'norfolk' ? 900 : 2));
    const [a, b] = [of('norfolk roaming parcel'), headOf(of('norfolk roaming voucher'))];
    expect(similarity(a, b, common)).toBeLessThan(similarity(a, b));
  });
});

describe('bestCluster', () => {
  const candidates = [
    { id: 'noise', head: headOf(noise) },
    { id: 'outage', head: headOf(outage) },
  ];

  it('finds the cluster that says the same', () => {
    expect(bestCluster(candidates, of('丽湖新城搅拌站晚上噪音扰民，太吵'))?.id).toBe('noise');
  });

  it('finds none for something else', () => {
    expect(bestCluster(candidates, of('积分怎么兑换话费'))).toBeNull();
  });

  it('answers the same whatever the order of the candidates', () => {
    const twins = [
      { id: 'b', head: headOf(noise) },
      { id: 'a', head: headOf(noise) },
    ];
    expect(bestCluster(twins, noise)?.id).toBe('a');
    expect(bestCluster(twins.toReversed(), noise)?.id).toBe('a');
  });
});

describe('a head', () => {
  it('keeps a limited number of terms however many items join', () => {
    let head = headOf(of('start here'));
    for (let i = 0; i < 60; i++) head = mergeHead(head, of(`topic item${i} other${i} third${i}`));
    expect(head.size).toBe(61);
    expect(head.terms.size).toBeLessThanOrEqual(MAX_HEAD_TERMS);
    expect(head.terms.get('topic')).toBeGreaterThan(0.5);
  });

  it('is the same whichever of two is merged into the other', () => {
    const [a, b] = [mergeHead(headOf(noise), noise), headOf(outage)];
    expect([...mergeHeads(a, b).terms]).toEqual([...mergeHeads(b, a).terms]);
  });

  it('survives being stored, words with a meaning in JavaScript and numbers included', () => {
    const head = headOf(of('constructor prototype 2024 valueof roaming'));
    const back = loadHead(JSON.parse(JSON.stringify(storeHead(head))));
    expect([...back.terms].sort()).toEqual([...head.terms].sort());
    expect(similarity(of('constructor prototype'), back)).toBeLessThanOrEqual(1);
  });

  it('is entered in the index by its heaviest words', () => {
    expect(indexTerms(headOf(noise), 3)).toHaveLength(3);
  });
});
