import { describe, expect, it } from '@jest/globals';
import { Lexicon } from './lexicon.js';
import { forMatching } from './normalise.js';
import { read } from './segment.js';

const found = (cues: string[], text: string): string[] =>
  new Lexicon(cues.map((cue) => [cue, 1] as const)).find(read(forMatching(text))).map((hit) => hit.word);

describe('Lexicon', () => {
  it('finds Chinese cues wherever they stand', () => {
    expect(found(['断网', '信号差'], '家里断网了，手机信号差')).toEqual(['断网', '信号差']);
  });

  it('does not find a cue across two words', () => {
    expect(found(['断网'], '我们不断网络升级')).toEqual([]);
  });

  it('finds English phrases in any form', () => {
    expect(found(['dropped call', 'no signal'], 'Dropping calls all day, no signals')).toEqual([
      'dropped call',
      'no signal',
    ]);
  });

  it('lets the longest cue win', () => {
    expect(found(['满意', '不满意', 'signal', 'no signal'], '很不满意, no signal')).toEqual(['不满意', 'no signal']);
  });

  it('gives every meaning of a cue', () => {
    const lexicon = new Lexicon([
      ['宽带', 'a'],
      ['宽带', 'b'],
    ]);
    expect(lexicon.find(read('宽带')).map((hit) => hit.value)).toEqual(['a', 'b']);
  });

  it('finds cues of both scripts', () => {
    expect(found(['5g信号'], '这里5G信号不行')).toEqual(['5g信号']);
  });
});
