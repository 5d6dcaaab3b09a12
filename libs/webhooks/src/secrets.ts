import type { Vault } from '@huiyin/privacy';

/** Secrets as they are stored. */
export interface SealedSecrets {
  readonly webhookId: string;
  readonly secret: string;
  readonly oldSecret: string | null;
}

const place = (column: 'secret' | 'old_secret', row: string) => ({ table: 'webhook', column, row });

/** The secrets of webhooks: sealed where they are stored, open only while a message is signed. */
export class WebhookSecrets {
  constructor(private readonly vault: Vault) {}

  seal(webhookId: string, secret: string): string {
    return this.vault.seal(secret, place('secret', webhookId));
  }

  /** The stored form of a secret that has become the old one. */
  sealOld(webhookId: string, sealed: string): string {
    return this.vault.seal(this.vault.open(sealed, place('secret', webhookId)), place('old_secret', webhookId));
  }

  /**
   * Those to sign with, the current one first.
   * @throws {SealError} when they do not open
   */
  open({ webhookId, secret, oldSecret }: SealedSecrets): string[] {
    const current = this.vault.open(secret, place('secret', webhookId));
    return oldSecret === null ? [current] : [current, this.vault.open(oldSecret, place('old_secret', webhookId))];
  }
}
