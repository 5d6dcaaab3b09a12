import { type Intake, type Piece, prepare } from '@huiyin/collect';
import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { originalsAt, originalsOf, type SealedRow, type Vault } from '@huiyin/privacy';
import type { BoardStatus } from './board.js';
import { BoardRefusal } from './refusal.js';
import { STATUS_NOW, SUBJECT_JOINS } from './reading.store.js';
import type { BoardTokens } from './tokens.js';
import type { Visitor } from './visitors.js';
import { lockNetwork } from './visitors.store.js';

/** Suggestions from one network within an hour. */
const SUBMISSIONS = 10;
const LONGEST_TEXT = 2_000;
const LONGEST_EMAIL = 254;
/** Under which the items of the board are on record, together with what the form is known by: a form that is sent twice is one item. */
const SOURCE = 'board';

/** What a visitor hands in. */
export interface NewSuggestion {
  readonly text: string;
  readonly email: string;
  /** Random, of the form. */
  readonly formKey: string;
}

/** How one's own suggestion stands, for whoever has the link. */
export interface OwnSuggestion {
  readonly reference: string;
  readonly receivedAt: string;
  /** `read`: with the team · `deciding`: somebody works on it · `answered` */
  readonly step: 'received' | 'deciding' | 'answered' | 'closed';
  /** What the customer was told; null before. */
  readonly reply: string | null;
  /** The public post that it has become or joined; null for none. */
  readonly slug: string | null;
  readonly postStatus: BoardStatus | null;
}

/** Suggestions of visitors: each is feedback like any other, and seen by nobody outside before staff have read it. */
export class BoardSubmitting {
  constructor(
    private readonly parts: {
      readonly db: Database;
      readonly intake: Intake;
      readonly vault: Vault;
      readonly tokens: BoardTokens;
    },
  ) {}

  /**
   * Takes a suggestion in, durably.
   * @returns the token of the page that tells its visitor how it stands
   * @throws {BoardRefusal} `empty`, `too-long`, `bad-email`, `too-many`, `robot`
   */
  async submit({ text, email, formKey }: NewSuggestion, { network, language }: Visitor): Promise<string> {
    if (!/\S/.test(text)) throw new BoardRefusal('empty');
    if ([...text].length > LONGEST_TEXT) throw new BoardRefusal('too-long');
    const address = email.trim();
    if (address !== '' && (address.length > LONGEST_EMAIL || !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address)))
      throw new BoardRefusal('bad-email');
    const { db, tokens } = this.parts;
    const key = tokens.network(network);
    const id = await db.transaction(async (tx) => {
      await lockNetwork(tx, key);
      const [so] = await tx.query<{ count: number }>(
        `select count(*) as count from board_submission where address = $1 and submitted_at > loop_now() - interval '1 hour'`,
        [key],
      );
      if ((so?.count ?? 0) >= SUBMISSIONS) throw new BoardRefusal('too-many');
      const accepted = await this.accept(tx, text, address, formKey);
      await tx.query(
        'insert into board_submission (feedback_id, language, address) values ($1, $2, $3) on conflict do nothing',
        [accepted, language, key],
      );
      return accepted;
    });
    return tokens.token('mine', id);
  }

  /** How one's own suggestion stands; undefined when the link is not one of ours. */
  async mine(token: string): Promise<OwnSuggestion | undefined> {
    const { db, tokens, vault } = this.parts;
    const id = tokens.read('mine', token);
    if (id === null) return undefined;
    const [row] = await db.query<StoredOwn>(OWN, [id]);
    if (!row) return undefined;
    const { resolutionId, sealed, keyId, wrapped, ...own } = row;
    const told = own.step === 'answered' || own.step === 'closed';
    const place = originalsAt('resolution', resolutionId ?? '');
    const { reply } = originalsOf<{ reply: string }>(vault, { sealed, keyId, wrapped }, place);
    return { ...own, reply: told ? (reply ?? own.reply) : null };
  }

  private async accept(tx: Sql, text: string, email: string, formKey: string): Promise<string> {
    const told: Piece = { text, channel: 'board', source: SOURCE, externalId: this.parts.tokens.form(formKey) };
    const piece = email === '' ? told : { ...told, customer: { email } };
    const [submission] = await prepare([piece], 'customer', { resolve: () => Promise.resolve(new Map()) });
    if (!submission || submission instanceof CodedError) throw submission ?? new BoardRefusal('empty');
    const [receipt] = await this.parts.intake.acceptWithin(tx, [submission]);
    if (!receipt || receipt instanceof CodedError) throw receipt ?? new BoardRefusal('empty');
    return receipt.id;
  }
}

type StoredOwn = OwnSuggestion & SealedRow & { readonly resolutionId: string | null };

const OWN = `select reference(ow.number, ow.received_at) as reference, ow.received_at as "receivedAt",
    case when o.state = 'closed' then 'closed' when o.stage = 'recollect' then 'answered'
      when o.stage in ('resolve', 'deliver') then 'deciding' else 'received' end as step,
    x.reply, x.id as "resolutionId", x.sealed, ow.key_id as "keyId", k.wrapped,
    case when p.public then p.slug end as slug, case when p.public then ${STATUS_NOW} end as "postStatus"
  from board_submission s join feedback o on o.id = s.feedback_id join feedback_words ow on ow.feedback_id = o.id
  left join customer_key k on k.id = ow.key_id
  left join item_resolution oi on oi.feedback_id = o.id and oi.cycle = o.cycle left join resolution x on x.id = oi.resolution_id
  left join board_post p on p.id = s.post_id ${SUBJECT_JOINS}
  where s.feedback_id = $1`;
