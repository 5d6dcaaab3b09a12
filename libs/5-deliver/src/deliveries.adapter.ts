import type { Conductor } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { redact } from '@huiyin/privacy';
import {
  confirmSent,
  type DeliveryStanding,
  type DeliveryView,
  loadDeliveries,
  lockStanding,
  sendAgain,
  withdrawAnswers,
} from './deliveries.store.js';

/** What a person can say of a delivery that failed, or of which nobody knows whether it went out. */
export const DELIVERY_DECISIONS = ['resend', 'confirm-sent'] as const;
export type DeliveryDecision = (typeof DELIVERY_DECISIONS)[number];

/** Deliveries as people see them and decide about them. */
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
  ) {}

  /** All deliveries of an item, oldest first; none for an id that is not known. */
  ofFeedback(feedbackId: string): Promise<DeliveryView[]> {
    return loadDeliveries(this.db, feedbackId);
  }

  /**
   * Decides about a delivery in state `failed` or `unknown`: it is sent again under the same id, or counts as sent.
   * @param actor `person:<id>` or `key:<id>`
   * @throws {CodedError} `not-found`; `not-waiting` when there is nothing to decide any more
   */
  async decide(deliveryId: string, decision: DeliveryDecision, actor: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const standing = decidable(await lockStanding(tx, deliveryId), decision);
      const done = decision === 'resend' ? await sendAgain(tx, deliveryId) : await confirmSent(tx, deliveryId, actor);
      if (!done) throw tooLate(standing.state);
      if (standing.purpose === 'answer') await this.conductor.wake(tx, 'deliver', [standing.feedbackId]);
    });
  }

  /**
   * Closes an item that no channel reaches. Tries that are still to come are withdrawn.
   * @param reason written down with the item
   * @throws {CodedError} `not-found`, `validation-failed` without a reason, `not-waiting` when the item is elsewhere in
   * the loop or a message is being sent at this moment
   */
  async markUndeliverable(feedbackId: string, reason: string, actor: string): Promise<void> {
    const finish = { stage: 'deliver', outcome: 'undeliverable', actor, reason: redact(reason).text } as const;
    await this.conductor.finish(feedbackId, finish, async (tx, item) => {
      if ((await withdrawAnswers(tx, item, actor)) > 0)
        throw new CodedError('not-waiting', 'A message to this customer is just being sent. Look again in a minute.');
    });
  }
}

function decidable(standing: DeliveryStanding | undefined, decision: DeliveryDecision): DeliveryStanding {
  if (!standing) throw new CodedError('not-found', 'There is no such delivery. Check the id.');
  if (!['failed', 'unknown'].includes(standing.state)) throw tooLate(standing.state);
  if (!standing.current) throw new CodedError('not-waiting', 'The item has moved on; this delivery is history.');
  if (decision === 'resend' && standing.elsewhere)
    throw new CodedError('not-waiting', 'The message is under way on another channel, or has arrived there.');
  return standing;
}

function tooLate(state: string): CodedError {
  return new CodedError('not-waiting', `The delivery is ${state}; only a failed or unknown one can be decided about.`);
}
