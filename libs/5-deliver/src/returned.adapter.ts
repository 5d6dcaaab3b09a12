import type { Conductor } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import type { Purpose } from './channel.js';
import { CONTACT_COLUMNS, CONTACT_JOINS, contactOf, type ContactRow } from './contact.store.js';
import { barBounced } from './mail-bars.store.js';
import type { Outbox } from './outbox.adapter.js';
import { postAgain } from './post-again.store.js';

/** What is known of a mail that came back. */
export interface ReturnedMail {
  readonly deliveryId: string;
  /** Shown to staff; without any address. */
  readonly reason: string;
  /** True when there is nobody at the address, now or later. */
  readonly badAddress: boolean;
}

/** What became of it. */
export interface Followed {
  readonly feedbackId: string;
  readonly cycle: number;
  readonly stage: string;
  /** True when it was the answer, and no channel is left on which the customer of an item that has gone on could be told. */
  readonly unreached: boolean;
}

interface Standing extends ContactRow {
  readonly feedbackId: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  readonly stage: string;
  readonly state: string;
  readonly current: boolean;
  readonly language: string | null;
}

/** Mail that a server had taken and that came back all the same. */
export class Returned {
  constructor(
    readonly outbox: Outbox,
    private readonly conductor: Conductor,
  ) {}

  /**
   * The delivery has failed after all, and the next channel is tried. Again: nothing changes.
   * @returns null when there is no such mail, or it is known to have failed
   */
  async note(tx: Sql, { deliveryId, reason, badAddress }: ReturnedMail): Promise<Followed | null> {
    const standing = await fail(tx, deliveryId, reason);
    if (!standing) return null;
    const { email } = contactOf(this.outbox.vault, standing);
    if (badAddress && email !== null) await barBounced(tx, this.outbox.tokens, [{ address: email, reason }]);
    const { feedbackId, cycle, stage, purpose } = standing;
    const told = { feedbackId, cycle, stage, unreached: false };
    if (!standing.current || standing.state === 'closed') return told;
    if (purpose === 'survey') {
      await this.outbox.post(tx, [standing]);
      return told;
    }
    if (stage === 'deliver') await this.conductor.wake(tx, 'deliver', [feedbackId]);
    const reached = await postAgain(tx, this.outbox, [standing]);
    return { ...told, unreached: stage === 'recollect' && !reached.has(feedbackId) };
  }
}

async function fail(tx: Sql, deliveryId: string, reason: string): Promise<Standing | undefined> {
  await tx.query('select from feedback where id = (select feedback_id from delivery where id = $1) for update', [deliveryId]); // prettier-ignore
  const changed = await tx.query(
    `update delivery set state = 'failed', sent_at = null, lease_token = null, error = $2
     where id = $1 and channel = 'email' and state in ('sent', 'unknown') returning id`,
    [deliveryId, reason],
  );
  if (changed.length === 0) return undefined;
  const [row] = await tx.query<Standing>(
    `select d.feedback_id as "feedbackId", d.cycle, d.purpose, f.stage, f.state, f.cycle = d.cycle as current, f.language,
       ${CONTACT_COLUMNS}
     from delivery d join feedback f on f.id = d.feedback_id join feedback_words w on w.feedback_id = f.id ${CONTACT_JOINS}
     where d.id = $1`,
    [deliveryId],
  );
  return row;
}
