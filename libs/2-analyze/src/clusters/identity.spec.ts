import { describe, expect, it } from '@jest/globals';
import { inheritIds } from './identity.js';

const newId = (): string => 'new';
const nobody = (count: number): null[] => Array.from({ length: count }, () => null);

describe('the id of a group', () => {
  it('is that of the cluster most of it grew out of', () => {
    const before = ['a', 'a', 'a', 'b', null, null];
    const labels = Int32Array.from([0, 0, 0, 0, 0, 1]);
    expect(inheritIds({ before, labels, settled: nobody(6), newId })).toEqual(['a', 'new']);
  });

  it('goes to the larger part when a cluster falls apart', () => {
    const before = ['a', 'a', 'a', 'a', 'a'];
    const labels = Int32Array.from([0, 0, 1, 1, 1]);
    expect(inheritIds({ before, labels, settled: nobody(5), newId })).toEqual(['new', 'a']);
  });

  it('is given once, to the larger claim, when two clusters become one', () => {
    const before = ['a', 'a', 'b', 'b', 'b', 'a'];
    const labels = Int32Array.from([0, 0, 0, 0, 0, 1]);
    expect(inheritIds({ before, labels, settled: nobody(6), newId })).toEqual(['b', 'a']);
  });

  it('is that of the cluster a person put its items into, and nobody else gets that one', () => {
    const before = ['a', 'a', 'a', 'a'];
    const labels = Int32Array.from([0, 1, 1, 1]);
    expect(inheritIds({ before, labels, settled: ['a', null, null, null], newId })).toEqual(['a', 'new']);
  });
});
