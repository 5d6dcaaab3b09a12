import { describe, expect, it } from '@jest/globals';
import { identities, identityKey } from '@huiyin/privacy';
import { recognise, type CustomerDetails } from './collect.js';

/** An item as it arrives; `source` is `crm`. */
function item(feedbackId: string, customer: CustomerDetails) {
  return { feedbackId, customer, identities: identities(customer, 'crm') };
}

function ids() {
  let last = 0;
  return () => `new-${++last}`;
}

describe('what a customer is recognised by', () => {
  it('is the id of the source, the phone number, the address, in this order', () => {
    const customer = { id: '7', phone: '13812341234', email: 'a@b.cn', name: '王' };
    expect(identities(customer, 'crm')).toEqual([
      { kind: 'id:crm', value: '7' },
      { kind: 'phone', value: '13812341234' },
      { kind: 'email', value: 'a@b.cn' },
    ]);
    expect(identities({ name: '王' }, 'crm')).toEqual([]);
  });

  it('does not depend on how a number or an address is written', () => {
    const phones = [
      '138-1234-1234',
      '+86 138 1234 1234',
      '0086 13812341234',
      '(138)12341234',
      '１３８１２３４１２３４',
      '8613812341234',
      '013812341234',
    ];
    for (const phone of phones) expect(identities({ phone }, null)).toEqual([{ kind: 'phone', value: '13812341234' }]);
    expect(identities({ phone: '+852 1234 5678' }, null)).toEqual([{ kind: 'phone', value: '+85212345678' }]);
    expect(identities({ email: ' A@B.Cn ' }, null)).toEqual([{ kind: 'email', value: 'a@b.cn' }]);
  });

  it('is nothing where there are no digits in the number', () => {
    expect(identities({ phone: '不详' }, null)).toEqual([]);
  });
});

describe('recognising customers', () => {
  it('finds the one on record, and writes down what is new about them', () => {
    const known = new Map([[identityKey({ kind: 'phone', value: '13800000138' }), 'old']]);
    const { customerOf, newCustomers, newIdentities } = recognise(
      [item('f', { phone: '13800000138', email: 'a@b.cn' })],
      known,
      ids(),
    );
    expect(customerOf).toEqual(new Map([['f', 'old']]));
    expect(newCustomers).toEqual([]);
    expect(newIdentities).toEqual([{ kind: 'email', value: 'a@b.cn', customerId: 'old' }]);
  });

  it('takes items of one batch that share something for one new customer', () => {
    const items = [
      item('1', { phone: '13800000138' }),
      item('2', { phone: '13800000138', email: 'a@b.cn' }),
      item('3', { email: 'a@b.cn' }),
    ];
    const { customerOf, newCustomers } = recognise(items, new Map(), ids());
    expect([...customerOf.values()]).toEqual(['new-1', 'new-1', 'new-1']);
    expect(newCustomers).toHaveLength(1);
  });

  it('believes the surer sign where two disagree, and takes nothing away from the other customer', () => {
    const known = new Map([
      [identityKey({ kind: 'id:crm', value: '7' }), 'by-id'],
      [identityKey({ kind: 'phone', value: '13800000138' }), 'by-phone'],
    ]);
    const { customerOf, newIdentities } = recognise([item('f', { id: '7', phone: '13800000138' })], known, ids());
    expect(customerOf.get('f')).toBe('by-id');
    expect(newIdentities).toEqual([]);
  });

  it('makes a customer of somebody with a name only, and none of nobody', () => {
    const { customerOf, newCustomers } = recognise(
      [item('1', { name: '王' }), item('2', { region: '广东' })],
      new Map(),
      ids(),
    );
    expect(customerOf).toEqual(new Map([['1', 'new-1']]));
    expect(newCustomers).toHaveLength(1);
  });
});
