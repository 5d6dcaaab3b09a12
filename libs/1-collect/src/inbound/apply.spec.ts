import { describe, expect, it } from '@jest/globals';
import { applyMapping } from './apply.js';
import type { Mapping } from './mapping.js';
import { valueAt } from './paths.js';

const ORIGIN = { source: 'crm', messageId: 'm-1' };
const pieceOf = (fields: Mapping['fields'], body: unknown) => applyMapping({ fields }, body, ORIGIN)[0];

describe('a mapping', () => {
  it('finds things by dotted path and by JSON pointer, from the item and from the whole body', () => {
    const body = { 'a/b': { '~': 1 }, list: [{ x: 'one' }, { x: 'two' }] };
    expect(['/a~1b/~0', 'list.1.x', '/list/0/x', '$.list.0.x'].map((path) => valueAt(path, body, body))).toEqual([
      ...[1, 'two', 'one', 'one'],
    ]);
    expect(valueAt('$.top', { top: 'item' }, { top: 'root' })).toBe('root');
    expect(
      ['constructor', '__proto__', 'length', 'list.length.x', 'no.such'].map((path) => valueAt(path, body, body)),
    ).toEqual([...Array.from({ length: 5 })]);
  });

  it('makes texts of numbers where ours are texts, and lists of single tags', () => {
    const fields = { text: 't', externalId: 'n', tags: 'tag', 'customer.phone': 'p', 'attributes.n': 'n' };
    const body = { t: 'x', n: 7, tag: 'a', p: 13_800_001_234 };
    expect(pieceOf(fields, body)).toEqual({
      type: 'piece',
      piece: {
        source: 'crm',
        text: 'x',
        externalId: '7',
        tags: ['a'],
        customer: { phone: '13800001234' },
        attributes: { n: 7 },
      },
    });
  });

  it('leaves out what is not there, takes the default, and the first of several that is', () => {
    const fields = { text: { path: ['a', 'b', 'c'] }, product: 'none', unit: { path: 'u', default: 'root' } };
    expect(pieceOf(fields, { a: '', b: null, c: 'third' })).toEqual({
      type: 'piece',
      piece: { source: 'crm', externalId: 'm-1', text: 'third', unit: 'root' },
    });
  });

  it('names the place of what it cannot translate, and does not repeat it', () => {
    const kind = { path: 'type', map: { A: 'complaint' } };
    for (const type of ['13800001234', 'toString', { x: 1 }, ['A', 'B']])
      expect(JSON.stringify(pieceOf({ text: 't', kind }, { t: 'x', type }))).toMatch(/"type":"bad".*from type/);
  });

  it('cannot be used to take over the source, and gives items of a list ids of their own', () => {
    const mapping = { items: 'l', fields: { text: 't' } };
    const found = applyMapping(mapping, { l: [{ t: 'a', source: 'other' }, { t: 'b' }] }, ORIGIN);
    expect(found).toMatchObject([
      { piece: { source: 'crm', externalId: 'm-1#0' } },
      { piece: { source: 'crm', externalId: 'm-1#1' } },
    ]);
    expect(() => applyMapping(mapping, { l: Array.from({ length: 1_001 }, () => ({})) }, ORIGIN)).toThrow(
      /at most 1,000/,
    );
  });
});
