import { describe, expect, it } from '@jest/globals';
import { makeKeyring, Vault } from '@huiyin/privacy';
import { MailTokens } from './mail-tokens.js';

const ID = '0197aaaa-0000-7000-8000-00000000000a';

describe('the tokens of mail', () => {
  const vault = new Vault(makeKeyring());
  const tokens = new MailTokens(vault, { publicUrl: 'https://fb.example', replyTo: 'reply@op.example' });
  const tokenOf = (address: string) => tokens.unsubscribeUrl(address).split('/u/')[1]!;

  it('lead back to what they were made for, however the address is written', () => {
    expect(tokens.readUnsubscribe(tokenOf('Alice@Example.com '))).toEqual(tokens.indexOf('alice@example.com'));
    expect(tokens.readReplyAddress(tokens.replyAddress(ID)!.toUpperCase())).toBe(ID);
  });

  it('hold no address, and are worth nothing for another purpose, with a bit changed, or under other keys', () => {
    const token = tokenOf('alice@example.com');
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('alice');
    for (let index = 0; index < token.length; index++) {
      const changed = token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1);
      expect(tokens.readUnsubscribe(changed)).toBeNull();
    }
    const bytes = Buffer.from(token, 'base64url');
    const asTag = `reply+${bytes.subarray(0, 24).toString('hex')}@op.example`;
    expect(tokens.readReplyAddress(asTag)).toBeNull();
    const others = new MailTokens(new Vault(makeKeyring()), { publicUrl: '', replyTo: 'reply@op.example' });
    expect(others.readUnsubscribe(token)).toBeNull();
    expect(others.readReplyAddress(tokens.replyAddress(ID)!)).toBeNull();
  });

  it.each(['', 'x', '=', '../..', 'A'.repeat(64), `${'A'.repeat(63)}=`, '中'.repeat(64)])('are not %j', (token) => {
    expect(tokens.readUnsubscribe(token)).toBeNull();
    expect(tokens.readReplyAddress(`reply+${token}@op.example`)).toBeNull();
  });

  it('are not made where replies go to the sender', () => {
    expect(new MailTokens(vault, { publicUrl: '', replyTo: '' }).replyAddress(ID)).toBeNull();
  });
});
