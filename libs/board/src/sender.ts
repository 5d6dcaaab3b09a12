import { gateIsOpen } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import type { MailTokens } from '@huiyin/deliver';
import { pauseAfter, Sending, writePatiently } from '@huiyin/outgoing';
import type { Vault } from '@huiyin/privacy';
import { wordsIn } from './board.js';
import type { PostOffice } from './post-office.js';
import * as store from './sending.store.js';
import type { BoardTokens } from './tokens.js';
import { mailTo } from './wording.js';

/** What a sender works with. */
export interface BoardSenderParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly tokens: BoardTokens;
  /** Knows which addresses mail came back from. */
  readonly mailTokens: MailTokens;
  readonly office: PostOffice;
  readonly publicUrl: string;
}

const TOTAL = 4;

/** Sends what followers are to read: at least once, and to nobody whose post was withdrawn meanwhile. */
export class BoardSender extends Sending<store.ClaimedMail> {
  constructor(
    private readonly parts: BoardSenderParts,
    private readonly settings: { readonly leaseSeconds: number; readonly trouble: (error: unknown) => void },
  ) {
    super({
      claim: ({ token, total }, gated) =>
        parts.db.transaction(async (tx) => {
          if (!parts.office.open || (gated && !(await gateIsOpen(tx)))) return [];
          await store.dropUnsendable(tx);
          return store.claimMails(tx, token, total, settings.leaseSeconds);
        }),
      targetOf: ({ followerId }) => followerId,
      send: (mail, token, stop) => this.send(mail, token, stop),
      trouble: settings.trouble,
      most: TOTAL,
    });
  }

  private async send(mail: store.ClaimedMail, token: string, stop: AbortSignal): Promise<void> {
    const { id, attempts } = mail;
    const { db } = this.parts;
    const { error, final } = await this.try(mail);
    const pause = error === null || final ? null : pauseAfter(attempts, Math.random());
    const write = (tx: Parameters<typeof store.endMail>[0]) => store.endMail(tx, { id, token, error, pause });
    await writePatiently(db, write, this.settings.leaseSeconds * 500, stop);
  }

  private async try(mail: store.ClaimedMail) {
    const { db, vault, tokens, mailTokens, office, publicUrl } = this.parts;
    const { id, followerId, language, status, slug, publicWords } = mail;
    const address = vault.open(mail.email, { table: 'board_follower', column: 'email', row: followerId });
    if (await store.hasBounced(db, mailTokens.indexOf(address)))
      return { error: 'Mail to this address came back earlier.', final: true };
    const { words } = wordsIn(mail, language);
    const leave = tokens.url('leave', followerId);
    const link = status === null ? tokens.url('confirm', followerId) : `${publicUrl}/board/${slug}`;
    const board = language === 'zh' ? mail.nameZh : mail.nameEn;
    const answer = words.answer ?? publicWords;
    const letter = mailTo({
      language,
      board,
      title: words.title,
      status,
      answer,
      link: `${link}?lang=${language}`,
      leave,
    });
    return office.send({ id, address, leave }, letter);
  }
}
