import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { eachFeature, features, type Features } from './features.js';

function of(text: string, subject?: string): Features {
  const { reading, subjectEnd } = readWords(subject === undefined ? { text } : { subject, text });
  return features(reading, subjectEnd);
}

function weights(packed: Features): Map<number, number> {
  const found = new Map<number, number>();
  eachFeature(packed, (id, weight) => found.set(id, weight));
  return found;
}

function sharedBy(a: Features, b: Features): number {
  const known = weights(b);
  return [...weights(a).keys()].filter((id) => known.has(id)).length;
}

describe('the features of a text', () => {
  it('are the same for the same words, whatever the script, width or case', () => {
    expect(of('網路訊號不好 WIFI')).toEqual(of('网络信号不好　ｗｉｆｉ'));
  });

  it('come in ascending order, each once', () => {
    const ids = [...weights(of('宽带断网了，宽带断网三天 my broadband is down')).keys()];
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('are shared by words of one stem and by words with a character in common', () => {
    expect(sharedBy(of('activation'), of('activate'))).toBeGreaterThan(0);
    expect(sharedBy(of('退款'), of('退钱'))).toBeGreaterThan(0);
    expect(sharedBy(of('退款'), of('宽带'))).toBe(0);
  });

  it('weigh the words of a subject more', () => {
    const plain = weights(of('昨天停电，今天光缆断了'));
    const titled = weights(of('昨天停电，今天光缆断了', '光缆'));
    expect([...plain].some(([id, weight]) => (titled.get(id) ?? 0) > weight)).toBe(true);
  });

  it('are none for a text without a word, and bounded for a wall of text', () => {
    expect(of('😀😀 !!!')).toHaveLength(0);
    const wall = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
    expect(of(wall).length).toBeLessThan(50_000);
  });
});
