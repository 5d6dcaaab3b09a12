import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { termsOf } from './terms.js';
import { headOf, mergeHeads, type ClusterHead } from './head.js';
import { clusterName, type Quotable } from './name.js';

function nameOf(items: Quotable[]): string {
  const all = items.map((item) => {
    const { reading, subjectEnd } = readWords(item);
    return termsOf(reading, subjectEnd);
  });
  const head = all.slice(1).reduce<ClusterHead>((sum, item) => mergeHeads(sum, headOf(item)), headOf(all[0]!));
  return clusterName(items, head);
}

describe('clusterName', () => {
  it('is a phrase that an item used, about what they have in common', () => {
    const name = nameOf([
      { text: '您好，我住在翠湖花园。翠湖花园整个小区宽带断网。请尽快。' },
      { text: '上班回来发现翠湖花园宽带断网，孩子要上网课' },
      { text: '翠湖花园宽带断网两天了，什么时候修好' },
    ]);
    expect(name).toContain('翠湖花园');
    expect(name).toContain('断网');
  });

  it('takes the polite opening off', () => {
    expect(nameOf([{ text: '尊敬的领导：您好！请问携号转网需要什么条件' }])).toBe('携号转网需要什么条件');
    expect(nameOf([{ text: 'Hello, how do I port my number?' }])).toBe('how do I port my number');
  });

  it('prefers a subject', () => {
    expect(nameOf([{ subject: '套餐不能降档', text: '去了三次营业厅，套餐都不能降档，说系统不允许' }])).toBe(
      '套餐不能降档',
    );
  });

  it('keeps traditional characters and Chinese punctuation as they were written', () => {
    expect(nameOf([{ subject: '網路訊號不好，資費太貴', text: '如題' }])).toBe('網路訊號不好，資費太貴');
  });

  it('passes over what names a person or reaches one', () => {
    const name = nameOf([{ text: '我叫王小明。我的号码是13800138000。宽带装机一直没人上门安装。' }]);
    expect(name).toBe('宽带装机一直没人上门安装');
    expect(nameOf([{ text: '13800138000' }])).not.toContain('13800138000');
  });

  it('fits on a line', () => {
    expect(nameOf([{ text: 'broadband '.repeat(200) }]).length).toBeLessThanOrEqual(73);
    expect(nameOf([{ text: '宽带断网光猫红灯'.repeat(50) }]).length).toBeLessThanOrEqual(31);
  });

  it('has nothing to say about nothing', () => {
    expect(nameOf([{ text: '😀' }])).toBe('😀');
    expect(clusterName([], headOf(new Map()))).toBe('');
  });
});
