import type { Conductor } from '@huiyin/bus';
import type { Database, RowCondition, Sql } from '@huiyin/database';
import { putInto } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { startClock } from './taking.store.js';

/** What a person can say of a message: it was read, or it says that the customer is not helped. */
export const MESSAGE_DECISIONS = ['noted', 'not-solved'] as const;
export type MessageDecision = (typeof MESSAGE_DECISIONS)[number];

/** A message as it is shown, masked. */
export interface MessageView {
  readonly id: string;
  readonly kind: 'reply' | 'bounce';
  readonly cycle: number;
  readonly stage: string;
  readonly receivedAt: string;
  readonly text: string;
  /** How many files came with it; they are not kept. */
  readonly attachments: number;
  /** The item that was made of it, because the one it answers was closed. */
  readonly becameId: string | null;
  /** Null while it waits for a person. */
  readonly decision: 'thanks' | 'noted' | 'not-solved' | 'new-item' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** A message that waits, with its item. */
export interface OpenMessage extends MessageView {
  readonly feedbackId: string;
  readonly reference: string;
}

const COLUMNS = `m.id, m.kind, m.cycle, m.stage, m.received_at as "receivedAt", m.text, m.attachments, m.became_id as "becameId",
  m.decision, m.decided_by as "decidedBy", m.decided_at as "decidedAt"`;
/** As after the answer "not solved" on the page. */
const SOONER = 3;

/** What customers have written back, as staff meet it. */
export class Messages {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
  ) {}

  /** Of an item, oldest first. */
  ofItem(feedbackId: string): Promise<MessageView[]> {
    return this.db.query<MessageView>(
      `select ${COLUMNS} from customer_message m where m.feedback_id = $1 order by m.received_at, m.id`,
      [feedbackId],
    );
  }

  /** Those that wait for a person, oldest first, of items that `seen` lets through. */
  open(seen: RowCondition, limit: number): Promise<OpenMessage[]> {
    const values: unknown[] = [];
    const put = putInto(values);
    return this.db.query<OpenMessage>(
      `select ${COLUMNS}, f.id as "feedbackId", reference(w.number, w.received_at) as reference
       from customer_message m join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = f.id
       where m.decision is null and ${seen(put, 'f')} order by m.received_at, m.id limit ${put(limit)}`,
      values,
    );
  }

  /**
   * Decides about a message. `not-solved`: the item begins its next cycle, as if the customer had said so on the page.
   * @param actor `person:<id>` or `key:<id>`
   * @throws {CodedError} `not-found`; `not-waiting` when it has been decided, or the item does not wait for its customer
   */
  async decide(feedbackId: string, id: string, decision: MessageDecision, actor: string): Promise<void> {
    if (decision === 'not-solved') {
      const finish = { stage: 'recollect', outcome: 'not-solved', actor, facts: { priority: SOONER } } as const;
      return this.conductor.finish(feedbackId, finish, (tx) => settle(tx, { feedbackId, id, decision, actor }));
    }
    await this.db.transaction(async (tx) => {
      await tx.query('select from feedback where id = $1 for update', [feedbackId]);
      await settle(tx, { feedbackId, id, decision, actor });
      await startClock(tx, feedbackId);
    });
  }
}

interface Settling {
  readonly feedbackId: string;
  readonly id: string;
  readonly decision: MessageDecision;
  readonly actor: string;
}

async function settle(tx: Sql, { feedbackId, id, decision, actor }: Settling): Promise<void> {
  const [row] = await tx.query<{ open: boolean }>(
    'select decision is null as open from customer_message where id = $1 and feedback_id = $2 for update',
    [id, feedbackId],
  );
  if (!row) throw new CodedError('not-found', 'There is no such message of this item. Check the id.');
  if (!row.open) throw new CodedError('not-waiting', 'Somebody has decided about this message already.');
  await tx.query('update customer_message set decision = $2, decided_by = $3, decided_at = loop_now() where id = $1', [
    id,
    decision,
    actor,
  ]);
}
