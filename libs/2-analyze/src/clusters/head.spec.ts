import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { termsOf, type Terms } from './terms.js';
import { headOf, MAX_HEAD_TERMS, mergeHeads, similarity } from './head.js';

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
});

describe('a head', () => {
  it('keeps a limited number of terms however many items join', () => {
    let head = headOf(of('start here'));
    for (let i = 0; i < 60; i++) head = mergeHeads(head, headOf(of(`topic item${i} other${i} third${i}`)));
    expect(head.size).toBe(61);
    expect(head.terms.size).toBeLessThanOrEqual(MAX_HEAD_TERMS);
    expect(head.terms.get('topic')).toBeGreaterThan(0.5);
  });

  it('is the same whichever of two is merged into the other', () => {
    const [a, b] = [mergeHeads(headOf(noise), headOf(noise)), headOf(outage)];
    expect([...mergeHeads(a, b).terms]).toEqual([...mergeHeads(b, a).terms]);
  });
});
