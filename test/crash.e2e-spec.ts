import { describe, expect, it } from '@jest/globals';
import { crash } from './crash/crash.js';

describe('killed at random, again and again', () => {
  it('loses nothing, doubles nothing, and every microsecond is accounted for', async () => {
    const items = 300;
    const report = await crash({ items, kills: 6, seed: 20_260, giveUpAfterMs: 200_000, say: () => undefined });
    expect(report).toMatchObject({ lost: [], offenders: [], toldWrong: [], standing: { 'recollect/waiting': items } });
    expect(Object.keys(report.standing)).toEqual(['recollect/waiting']);
  }, 240_000);
});
