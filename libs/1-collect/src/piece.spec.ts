import { describe, expect, it } from '@jest/globals';
import { checkPiece } from './piece.js';

const TIME = 'must be a time with its zone, such as 2026-11-22T08:00:00Z';

/** What is wrong with a piece, as `field message`. */
function wrong(piece: unknown): string[] {
  const result = checkPiece(piece);
  return Array.isArray(result) ? result.map(({ field, message }) => `${field} ${message}`.trim()) : [];
}

describe('a piece of feedback', () => {
  it('needs nothing but words', () => {
    const piece = { text: '网速太慢' };
    expect(checkPiece(piece)).toBe(piece);
    const blank = 'text must be 1 to 10,000 characters, and not only blanks';
    for (const text of [undefined, null, '', ' \n\u3000', 5, ['a'], {}]) expect(wrong({ text })).toEqual([blank]);
  });

  it('may hold every field at its limit, and null for what is left out', () => {
    const customer = { id: '1', name: '王小明', phone: '138', email: 'a@b.c', region: '广东', tier: '5' };
    const full = {
      ...{ text: 'x'.repeat(10_000), subject: 's'.repeat(500), kind: 'fault', channel: 'app', source: 'crm' },
      ...{ externalId: 'e'.repeat(200), customer, unit: 'gd', product: '5G', phase: 'in-sale' },
      ...{
        occurredAt: '2026-11-22T08:00:00+08:00',
        tags: Array<string>(50).fill('t'),
        attributes: { any: { thing: [1] } },
      },
    };
    expect(wrong(full)).toEqual([]);
    const nothing = Object.fromEntries(Object.keys(full).map((name) => [name, null]));
    expect(wrong({ ...nothing, text: 'x', customer: { phone: null } })).toEqual([]);
  });

  it('counts characters as people do: an emoji is one', () => {
    expect(wrong({ text: '😀'.repeat(10_000) })).toEqual([]);
    expect(wrong({ text: '😀'.repeat(10_001) })).toHaveLength(1);
    expect(wrong({ text: 'x'.repeat(10_001) })).toHaveLength(1);
  });

  it('is refused with every field that is wrong, by its path', () => {
    const problems: [object, string][] = [
      [{ txt: 'x' }, 'txt unknown field "txt"'],
      [{ customer: { phone: '1', fax: '2' } }, 'customer.fax unknown field "fax"'],
      [{ customer: { phone: '' } }, 'customer.phone must be 1 to 40 characters'],
      [{ customer: [] }, 'customer must be an object'],
      [{ kind: 'rant' }, 'kind must be one of suggestion, complaint, enquiry, fault, praise, appeal'],
      [{ phase: 1 }, 'phase must be one of pre-sale, in-sale, after-sale'],
      [{ externalId: 7 }, 'externalId must be 1 to 200 characters'],
      [{ occurredAt: '2026-11-22' }, `occurredAt ${TIME}`],
      [{ occurredAt: '2026-02-30T08:00:00Z' }, `occurredAt ${TIME}`],
      [{ tags: 'a' }, 'tags must be a list'],
      [{ tags: Array<string>(51).fill('t') }, 'tags must have at most 50 entries'],
      [{ tags: ['a', ''] }, 'tags entries must be texts of 1 to 100 characters'],
      [{ attributes: 'a' }, 'attributes must be an object'],
    ];
    for (const [fields, problem] of problems) expect(wrong({ text: 'x', ...fields })).toEqual([problem]);
    expect(wrong({ txt: 'x', kind: 'rant' })).toHaveLength(3);
    for (const nothing of [null, 5, 'text', []]) expect(wrong(nothing)).toEqual(['an object is expected']);
  });
});
