import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { understand } from '../analyze.js';
import { dictionaryOf, NO_WORDS } from '../dictionary/dictionary.js';
import { ThreadedMind, type MindPlan } from './threaded-mind.js';
import { threadUrl } from './thread.js';

const TEXTS = ['宽带断网了', 'The app crashes', '😀', '', '我要办理畅享芒芒卡业务'];
const alive = (): Promise<void> => Promise.resolve();
const words = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

describe('a mind in threads', () => {
  const mind = new ThreadedMind({ threads: 2, limitMs: 5_000 });
  afterAll(() => mind.close());

  it('understands what the plain function understands, in order', async () => {
    const many = words(Array.from({ length: 40 }, () => TEXTS).flat());
    const expected = many.map((each) => understand({ ...each, subject: null, declaredKind: null }));
    expect(await mind.understandAll(many, alive)).toEqual(expected);
  });

  it('understands nothing of an empty batch', async () => {
    expect(await mind.understandAll([], alive)).toEqual([]);
  });

  it('learns and forgets words in every thread, from the next batch on', async () => {
    const own = { word: '畅享芒芒卡', kind: 'cue', category: 'packages.info' } as const;
    const many = words(Array.from({ length: 30 }, () => '我要办理畅享芒芒卡业务'));
    const categories = async (): Promise<string[]> => {
      const understood = await mind.understandAll(many, alive);
      return [...new Set(understood.map(({ analysis }) => analysis.category))];
    };
    mind.teach({ models: {}, dictionary: dictionaryOf([own], '1') });
    expect(await categories()).toEqual(['packages.info']);
    mind.teach({ models: {}, dictionary: NO_WORDS });
    expect(await categories()).not.toContain('packages.info');
  });
});

describe('a mind with a text that it cannot think about', () => {
  const minds: ThreadedMind[] = [];
  const poisonable = (plan: Partial<MindPlan> = {}): ThreadedMind => {
    const url = threadUrl(import.meta.url, './poison-mind.fixture');
    const mind = new ThreadedMind({ threads: 2, limitMs: 500, url, ...plan });
    minds.push(mind);
    return mind;
  };
  afterEach(() => Promise.all(minds.splice(0).map((mind) => mind.close())));

  it.each([
    ['hang', 'time-limit'],
    ['die', 'error'],
    ['throw', 'error'],
    ['hoard', 'error'],
  ])('says so of one to %s, and understands its neighbours', async (text, reason) => {
    const troubles: string[] = [];
    const limitMs = text === 'hang' ? 500 : 20_000;
    const mind = poisonable({ limitMs, memoryMb: 128, trouble: (detail) => troubles.push(detail) });
    const batch = [...TEXTS, text, ...TEXTS].map((each) => ({ text: each, declaredKind: 'praise' as const }));
    const understood = await mind.understandAll(batch, alive);
    const { analysis, features } = understood[TEXTS.length]!;
    expect(analysis).toMatchObject({ analysable: false, reason, kind: 'praise', category: 'general.other' });
    expect(features.length).toBe(0);
    const neighbours = understood.filter((_, i) => i !== TEXTS.length).map((each) => each.analysis.reason);
    expect(neighbours).toEqual([null, null, 'no-words', 'no-words', null, null, null, 'no-words', 'no-words', null]);
    expect(troubles).toHaveLength(1);
  });

  it('gets through a batch full of them', async () => {
    const batch = words(Array.from({ length: 6 }, (_, i) => (i % 3 === 0 ? 'hang' : i % 3 === 1 ? 'die' : '断网')));
    const reasons = (await poisonable().understandAll(batch, alive)).map(({ analysis }) => analysis.reason);
    expect(reasons).toEqual(batch.map((_, i) => ['time-limit', 'error', null][i % 3]));
  });

  it('gives signs of life while it takes, one after the other', async () => {
    let signs = 0;
    let atOnce = 0;
    await poisonable({ lifeMs: 20 }).understandAll(words(['hang']), async () => {
      expect(++atOnce).toBe(1);
      signs++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce--;
    });
    expect(signs).toBeGreaterThan(2);
  });

  it('gives up a batch whose sign of life fails', async () => {
    const cut = poisonable({ lifeMs: 20 }).understandAll(words(['hang']), () => Promise.reject(new Error('cut off')));
    await expect(cut).rejects.toThrow('cut off');
  });

  it('says so when no thread can be started at all, quickly the second time', async () => {
    const mind = poisonable({ url: threadUrl(import.meta.url, './stillborn.fixture') });
    await expect(mind.understandAll(words(TEXTS), alive)).rejects.toThrow('No thread can be started: stillborn');
    await expect(mind.understandAll(words(TEXTS), alive)).rejects.toThrow('No thread can be started');
  });

  it('rejects what is under way when it is closed', async () => {
    const mind = poisonable({ limitMs: 20_000 });
    const running = mind.understandAll(words(['hang']), alive);
    await Promise.all([expect(running).rejects.toThrow('closed'), mind.close()]);
  });
});
