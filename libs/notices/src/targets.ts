import { maskEmail, type Vault } from '@huiyin/privacy';
import type { NoticeKind } from './notice.js';

const place = (column: 'target' | 'secret', row: string) => ({ table: 'notice_channel', column, row });

/** Addresses and secrets of channels: sealed where they are stored, open only while a message is sent. */
export class NoticeTargets {
  constructor(private readonly vault: Vault) {}

  seal(channelId: string, column: 'target' | 'secret', value: string): string {
    return this.vault.seal(value, place(column, channelId));
  }

  /** @throws {SealError} when they do not open */
  open(channel: { readonly id: string; readonly target: string; readonly secret: string | null }): {
    target: string;
    secret: string | null;
  } {
    const { id, target, secret } = channel;
    return {
      target: this.vault.open(target, place('target', id)),
      secret: secret === null ? null : this.vault.open(secret, place('secret', id)),
    };
  }

  /** What two channels of one robot or mailbox have in common, 32 bytes; without the keys it tells nothing. */
  keyOf(target: string): Buffer {
    return this.vault.blindIndex('notice target', target);
  }
}

/** What of a target may be shown: of a robot its host, since the rest of the address is a key; of an address its host. */
export function shownTarget(kind: NoticeKind, target: string): string {
  return kind === 'email' ? maskEmail(target) : `${new URL(target).origin}/…`;
}
