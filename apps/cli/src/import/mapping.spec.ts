import { describe, expect, it } from '@jest/globals';
import { JsonRow, pieceMaker, sameNames } from '@huiyin/collect';
import { parseMap } from './mapping.js';

const FIXED = { source: 'board', channel: 'web' };

function piece(map: string, cells: Record<string, unknown>): Record<string, unknown> {
  return pieceMaker({ columns: parseMap([map]), fixed: FIXED, zone: '+08:00' })(new JsonRow(1, cells));
}

describe('a mapping', () => {
  it('says which column goes into which field', () => {
    const map =
      'text=detail, subject = text,externalId=msg_id,occurredAt=time,customer.phone=tel,attributes.shop=shop,tags=tags';
    const cells = {
      detail: ' 网速太慢 ',
      text: '宽带',
      msg_id: 17,
      time: '2019/2/28 11:25:05',
      tel: ' 138 ',
      shop: { no: 1 },
      tags: '宽带；网速,,慢',
    };
    expect(piece(map, cells)).toEqual({
      ...FIXED,
      text: ' 网速太慢 ',
      subject: '宽带',
      externalId: '17',
      occurredAt: '2019-02-28T11:25:05+08:00',
      customer: { phone: '138' },
      attributes: { shop: { no: 1 } },
      tags: ['宽带', '网速', '慢'],
    });
  });

  it('takes blank cells for left out, and a column before what holds for every row', () => {
    expect(piece('text=a,subject=b,channel=c,kind=d', { a: ' ', b: null, c: 'app', d: '' })).toEqual({
      ...FIXED,
      channel: 'app',
    });
    expect(piece('text=a,channel=c', { a: 'x', c: '' })).toEqual({ ...FIXED, text: 'x' });
  });

  it('finds what stands within an object, unless a column has that very name', () => {
    expect(piece('text=t,customer.id=user.id', { t: 'x', user: { id: 7 } })).toMatchObject({ customer: { id: '7' } });
    expect(piece('text=t,customer.id=user.id', { t: 'x', 'user.id': 8, user: { id: 7 } })).toMatchObject({
      customer: { id: '8' },
    });
  });

  it('leaves what it cannot read to the check', () => {
    expect(piece('text=t,occurredAt=at', { t: 'x', at: 'yesterday' })).toMatchObject({ occurredAt: 'yesterday' });
  });

  it('allows commas in the names of columns', () => {
    expect([...parseMap(['text=what, in short,subject=title', 'tags=a,b'])]).toEqual([
      ['text', 'what, in short'],
      ['subject', 'title'],
      ['tags', 'a,b'],
    ]);
  });

  it('is refused with what is wrong and the fields there are', () => {
    expect(() => parseMap(['text'])).toThrow('"text" is no pair; write field=column');
    expect(() => parseMap(['text='])).toThrow('is no pair');
    expect(() => parseMap(['txt=a'])).toThrow('no field "txt"; there are text, subject,');
    expect(() => parseMap(['text=a,reply=b'])).toThrow('no field "reply"');
    expect(() => parseMap(['text=a', 'text=b'])).toThrow('"text" twice');
    expect([...parseMap(['text=a,reply=b'], ['reply'])]).toHaveLength(2);
  });

  it('is not needed when the columns have the names of the fields', () => {
    const cells = { text: 'x', 'attributes.shop': 's', customer: { phone: '138' }, note: 'n' };
    const made = pieceMaker({ columns: sameNames(cells), fixed: FIXED, zone: '+08:00' })(new JsonRow(1, cells));
    expect(made).toEqual({ ...FIXED, text: 'x', attributes: { shop: 's' }, customer: { phone: '138' } });
  });
});
