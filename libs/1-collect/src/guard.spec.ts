import { describe, expect, it } from '@jest/globals';
import type { Submission } from './collect.js';
import { guard } from './guard.js';

const piece = (more: Partial<Submission>): Submission => ({
  id: '1',
  text: '宽带断了',
  channel: 'other',
  tags: [],
  attributes: {},
  acceptedBy: 'key:1',
  ...more,
});

describe('what is stored of a piece', () => {
  it('is the piece itself when there is nothing to hide', () => {
    const { masked, originals, identities } = guard(piece({}));
    expect(masked).toMatchObject({ text: '宽带断了', tags: [], attributes: {} });
    expect({ originals, identities }).toEqual({ originals: null, identities: [] });
  });

  it('is masked, with the originals of just those fields that changed', () => {
    const customer = { id: 'C-1', name: '王小明', phone: '13812341234', region: '广东' };
    const { masked, originals } = guard(piece({ text: '我是王小明', subject: '断网', customer, tags: ['a'] }));
    expect(masked).toMatchObject({ text: '我是王**', subject: '断网' });
    expect(masked.customer).toEqual({ id: 'C-1', name: '王**', phone: '138****1234', region: '广东' });
    expect(originals).toEqual({ text: '我是王小明', customer });
  });

  it('masks an id that is a number of somebody', () => {
    expect(guard(piece({ customer: { id: '13812341234' } })).masked.customer).toEqual({ id: '138****1234' });
  });

  it('does not take for a name what stands where none is known', () => {
    const { masked } = guard(piece({ text: '客户反映断网', customer: { name: '客户' } }));
    expect(masked.text).toBe('客户反映断网');
  });
});
