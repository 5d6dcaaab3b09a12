import type { Vault } from '@huiyin/privacy';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link of the board is for. A link for one thing is nothing for another: each has a key of its own. */
export type LinkPurpose = 'confirm' | 'leave' | 'mine';

const ID_BYTES = 16;
const MAC_BYTES = 16;

/** Links of the board, and what people are counted by without being known. */
export class BoardTokens {
  constructor(
    private readonly vault: Vault,
    private readonly publicUrl: string,
  ) {}

  /** The token for the row `id` (a UUID). */
  token(purpose: LinkPurpose, id: string): string {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return Buffer.concat([bytes, this.mac(purpose, bytes)]).toString('base64url');
  }

  /** The absolute address of {@link token}. */
  url(purpose: LinkPurpose, id: string): string {
    return `${this.publicUrl}/board/${purpose}/${this.token(purpose, id)}`;
  }

  /** The id in a token; null when it is not one of ours, or is for something else. */
  read(purpose: LinkPurpose, token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(this.mac(purpose, id), bytes.subarray(ID_BYTES))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** What a browser that has voted is known by, 32 bytes. */
  browser(cookie: string): Buffer {
    return this.vault.blindIndex('board voter', `browser ${cookie}`);
  }

  /** What a mailbox is known by, 32 bytes. Addresses that differ in what stands after `+` are one mailbox. */
  mailbox(email: string): Buffer {
    const mailbox = email
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*(?=@)/, '');
    return this.vault.blindIndex('board mailbox', mailbox);
  }

  /** What a form that is sent twice is known by; nobody who reads it can send the form again. */
  form(key: string): string {
    return this.vault.blindIndex('board form', key).toString('base64url');
  }

  /** What a network address is counted by, 32 bytes. */
  network(address: string): Buffer {
    return this.vault.blindIndex('board network', address);
  }

  private mac(purpose: LinkPurpose, id: Buffer): Buffer {
    return createHmac('sha256', this.vault.derive(`board link ${purpose}`))
      .update(id)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}
