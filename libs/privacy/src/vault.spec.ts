import { describe, expect, it } from '@jest/globals';
import { makeKeyring, readKeyring, withNewMaster, withoutOldMasters, writeKeyring } from './keyring.js';
import { SealError } from './sealing.js';
import { Vault } from './vault.js';

const PLACE = { table: 'customer', column: 'sealed', row: '1' };

describe('the vault', () => {
  it('opens what it sealed, and seals the same value differently every time', () => {
    const vault = new Vault(makeKeyring());
    const sealed = vault.seal('13812341234', PLACE);
    expect(sealed).not.toContain('138');
    expect(vault.seal('13812341234', PLACE)).not.toBe(sealed);
    expect(vault.open(sealed, PLACE)).toBe('13812341234');
  });

  it.each([
    ['another row', { ...PLACE, row: '2' }],
    ['another column', { ...PLACE, column: 'phone' }],
    ['another table', { ...PLACE, table: 'delivery' }],
  ])('does not open in %s', (_, place) => {
    const vault = new Vault(makeKeyring());
    const sealed = vault.seal('x', PLACE);
    expect(() => vault.open(sealed, place)).toThrow(SealError);
  });

  it('does not open what was changed, cut off or sealed by somebody else', () => {
    const vault = new Vault(makeKeyring());
    const sealed = vault.seal('x', PLACE);
    const last = sealed.at(-1) === 'A' ? 'B' : 'A';
    for (const wrong of [
      sealed.slice(0, -3) + last + sealed.slice(-2),
      sealed.slice(0, 30),
      'x',
      '',
      's1..',
      new Vault(makeKeyring()).seal('x', PLACE),
    ])
      expect(() => vault.open(wrong, PLACE)).toThrow(SealError);
  });

  it('keeps the keys of customers sealed, each in its own row', () => {
    const vault = new Vault(makeKeyring());
    const { key, wrapped } = vault.newKey('a-1');
    const sealed = key.seal('13812341234', PLACE);
    expect(vault.unwrap('a-1', wrapped).open(sealed, PLACE)).toBe('13812341234');
    expect(() => vault.unwrap('a-2', wrapped)).toThrow(SealError);
    expect(() => vault.newKey('a-1').key.open(sealed, PLACE)).toThrow(SealError);
  });

  it('finds values blind: the same for the same value of the same kind only, and for nobody without the key', () => {
    const vault = new Vault(makeKeyring());
    const index = vault.blindIndex('phone', '13812341234');
    expect(index).toHaveLength(32);
    expect(vault.blindIndex('phone', '13812341234')).toEqual(index);
    expect(vault.blindIndex('id', '13812341234')).not.toEqual(index);
    expect(vault.blindIndex('phone', '13812341235')).not.toEqual(index);
    expect(new Vault(makeKeyring()).blindIndex('phone', '13812341234')).not.toEqual(index);
  });

  it('goes on opening with the old master key after a rotation, and finds what it found', () => {
    const before = new Vault(makeKeyring());
    const sealed = before.seal('x', PLACE);
    const after = new Vault(withNewMaster(before.ring));
    expect(after.open(sealed, PLACE)).toBe('x');
    expect([before.isOld(sealed), after.isOld(sealed)]).toEqual([false, true]);
    expect(after.blindIndex('phone', '1')).toEqual(before.blindIndex('phone', '1'));
    expect(() => new Vault(withoutOldMasters(after.ring)).open(sealed, PLACE)).toThrow(/is not here/);
  });

  it('takes up a master key that another process has added as soon as it meets it', () => {
    const old = makeKeyring();
    const added = withNewMaster(old);
    const vault = new Vault(old, () => added);
    expect(vault.open(new Vault(added).seal('x', PLACE), PLACE)).toBe('x');
  });
});

describe('a keyring', () => {
  it('is the same after it has been written and read', () => {
    const ring = withNewMaster(makeKeyring());
    expect(readKeyring(JSON.stringify(writeKeyring(ring)))).toEqual(ring);
  });

  it.each(['', 'x', '{}', '{"masters":[],"root":"x"}', '{"masters":["c2hvcnQ="],"root":"c2hvcnQ="}', 'null'])(
    'is refused when it is none (%s), without showing it',
    (text) => {
      expect(() => readKeyring(text)).toThrow(/^must be/);
    },
  );
});
