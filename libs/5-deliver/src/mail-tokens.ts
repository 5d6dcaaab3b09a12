import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Vault } from '@huiyin/privacy';

/** Where replies go and links lead. */
export interface MailPlaces {
  readonly publicUrl: string;
  /** `name@host`, to which `+<tag>` is added; empty: replies go to the sender. */
  readonly replyTo: string;
}

const INDEX_BYTES = 32;
const LINK_MAC_BYTES = 16;
const TAG_MAC_BYTES = 8;
const ID_BYTES = 16;

/**
 * The tokens of mail. Each purpose has a key of its own, so that a token of one is nothing for the other. They hold no address:
 * one that unsubscribes holds the blind index of it, one that a reply comes back with the id of the delivery.
 */
export class MailTokens {
  constructor(
    private readonly vault: Vault,
    private readonly places: MailPlaces,
  ) {}

  /** What an address is looked up by, 32 bytes. */
  indexOf(address: string): Buffer {
    return this.vault.blindIndex('mail address', address.trim().toLowerCase());
  }

  /** Where the holder of an address says that they want no more questions. The same at every mail. */
  unsubscribeUrl(address: string): string {
    const index = this.indexOf(address);
    const token = Buffer.concat([index, this.mac('unsubscribe link', index, LINK_MAC_BYTES)]);
    return `${this.places.publicUrl}/u/${token.toString('base64url')}`;
  }

  /** The blind index in an unsubscribe token; null when it is not one of ours. */
  readUnsubscribe(token: string): Buffer | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== INDEX_BYTES + LINK_MAC_BYTES || bytes.toString('base64url') !== token) return null;
    const index = bytes.subarray(0, INDEX_BYTES);
    const right = this.mac('unsubscribe link', index, LINK_MAC_BYTES);
    return timingSafeEqual(right, bytes.subarray(INDEX_BYTES)) ? Buffer.from(index) : null;
  }

  /** The address to which the answer to a delivery comes back, `name+<tag>@host`; null when none is set. */
  replyAddress(deliveryId: string): string | null {
    const { replyTo } = this.places;
    if (replyTo === '') return null;
    const id = Buffer.from(deliveryId.replaceAll('-', ''), 'hex');
    const tag = Buffer.concat([id, this.mac('reply address', id, TAG_MAC_BYTES)]).toString('hex');
    return replyTo.replace('@', `+${tag}@`);
  }

  /** The delivery that an address of {@link replyAddress} names; null for any other address. Capitals may have been changed on the way. */
  readReplyAddress(address: string): string | null {
    const [, tag = ''] = /\+([0-9a-f]{48})@/i.exec(address) ?? [];
    const bytes = Buffer.from(tag, 'hex');
    if (bytes.length !== ID_BYTES + TAG_MAC_BYTES) return null;
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(this.mac('reply address', id, TAG_MAC_BYTES), bytes.subarray(ID_BYTES))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private mac(purpose: string, value: Buffer, bytes: number): Buffer {
    return createHmac('sha256', this.vault.derive(purpose)).update(value).digest().subarray(0, bytes);
  }
}
