import { CodedError } from '@huiyin/loop';
import { describe, expect, it } from '@jest/globals';
import type { Submission } from './collect.js';
import { invalid } from './piece.js';
import { acceptPieces, type Door } from './pieces.js';

/** A door that notes what comes through; the text `taken` is on record already. */
function door(): Door & { readonly through: Submission[] } {
  const through: Submission[] = [];
  const acceptMany: Door['intake']['acceptMany'] = async (submissions) => {
    through.push(...submissions);
    return submissions.map(({ id, text }) => {
      const rest = { reference: 'HY-2026-000001', stage: 'collect', cycle: 1, receivedAt: '' };
      return { id, ...rest, duplicate: text === 'taken' };
    });
  };
  const resolve = async (codes: Iterable<string>) =>
    new Map([...codes].flatMap((code) => (code === 'gd' ? [[code, { id: 7 }] as const] : [])));
  return { through, intake: { acceptMany }, units: { resolve } };
}

describe('many pieces', () => {
  it('get a receipt each, in order, and a bad one does not spoil its neighbours', async () => {
    const spoiled = invalid([{ field: '', message: 'is no JSON' }]);
    const rows = [
      { text: 'one' },
      {},
      spoiled,
      { text: 'taken' },
      { text: 'x', unit: 'nowhere' },
      { text: 'two', unit: 'gd' },
    ];
    const through = door();
    const receipts = await acceptPieces(rows, 'key:1', through);
    const words = receipts.map((receipt) => (receipt instanceof CodedError ? receipt.code : receipt.duplicate));
    expect(words).toEqual([false, 'validation-failed', 'validation-failed', true, 'unknown-unit', false]);
    expect(receipts[2]).toBe(spoiled);
    expect(through.through.map(({ text, unitId }) => [text, unitId])).toEqual([
      ['one', undefined],
      ['taken', undefined],
      ['two', 7],
    ]);
  });

  it('become submissions with what was left out filled in', async () => {
    const through = door();
    await acceptPieces([{ text: 'one', channel: null, tags: null }], 'system', through);
    expect(through.through[0]).toMatchObject({ channel: 'other', tags: [], attributes: {}, acceptedBy: 'system' });
    expect(through.through[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});
