import { describe, expect, it } from '@jest/globals';
import { parseName, readCursor, writeCursor } from './items.js';

const ID = '01a2036d-ba12-74d6-a755-2d09c563bba1';

describe('a cursor', () => {
  it.each([null, '2026-11-22T12:00:00.123456Z', '2028-02-29T23:59:59.999999Z'])(
    'brings back the position at %j',
    (at) => {
      expect(readCursor(writeCursor({ at, id: ID }))).toEqual({ at, id: ID });
      expect(writeCursor({ at, id: ID })).toMatch(/^[\w-]+$/);
    },
  );

  it.each([
    ['a day that the calendar does not have', ['2026-02-30T00:00:00.000000Z', ID]],
    ['a time that is not written as ours', ['2026-02-20', ID]],
    ['a year that Postgres does not have', ['+275760-09-13T00:00:00.000000Z', ID]],
    ['more than a time', ["2026-11-22T12:00:00.123456Z'--", ID]],
    ['a number for a time', [7, ID]],
    ['no id', [null]],
    ['an id that is none', [null, `${ID}x`]],
    ['an object', { at: null, id: ID }],
  ])('with %s is none of ours', (_what, content) => {
    const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
    expect(() => readCursor(cursor)).toThrow(expect.objectContaining({ code: 'bad-cursor' }));
  });
});

describe('the name of an item', () => {
  it('is its id or its reference, in capitals or not', () => {
    expect(parseName(ID.toUpperCase())).toEqual({ id: ID });
    expect(parseName('hy-2026-000123')).toEqual({ number: 123, year: 2026 });
    expect(parseName('HY-2026-12345678')).toEqual({ number: 12_345_678, year: 2026 });
  });

  it.each(['', '123', 'HY-26-000123', 'HY-2026-123', `${ID} `, 'HY-2026-1234567890123456789', "HY-2026-000123'--"])(
    'is not %j',
    (name) => {
      expect(parseName(name)).toBeUndefined();
    },
  );
});
