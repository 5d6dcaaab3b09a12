import { putInto, type Database, type Put, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { namesOfItem, redact, type Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';

/** What somebody writes about an item for colleagues. */
export interface NewNote {
  readonly text: string;
  /** The unit that is asked; null for a remark. */
  readonly unitId: number | null;
  /** Id of the question that this answers. */
  readonly replyTo: string | null;
}

/** A note as colleagues see it. */
export interface NoteView {
  readonly id: string;
  readonly cycle: number;
  readonly text: string;
  /** `person:<id>` or `key:<id>`. */
  readonly author: string;
  /** Code of the unit that is asked; null for a remark. */
  readonly unit: string | null;
  readonly replyTo: string | null;
  readonly writtenAt: string;
}

/** A question that nobody has answered, with its item. */
export interface OpenQuestion extends NoteView {
  readonly feedbackId: string;
  readonly reference: string;
}

const COLUMNS = `n.id, n.cycle, n.text, n.author, u.code as unit, n.reply_to as "replyTo", n.written_at as "writtenAt"`;

/** What colleagues write to each other about items. It is another table than what customers read, and none of it goes there. */
export class Notes {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * Writes a note; what identifies the customer is masked in it for good.
   * @param actor `person:<id>` or `key:<id>`
   * @throws {CodedError} `not-found` for a question that is not of this item
   */
  async write(feedbackId: string, { text, unitId, replyTo }: NewNote, actor: string): Promise<NoteView> {
    return this.db.transaction(async (tx) => {
      if (replyTo !== null) await refuseOther(tx, feedbackId, replyTo);
      const masked = redact(text, await namesOfItem(tx, this.vault, feedbackId)).text;
      const [note] = await tx.query<NoteView>(
        `with n as (
           insert into note (id, feedback_id, cycle, text, author, unit_id, reply_to)
           select $1, id, cycle, $3, $4, $5, $6 from feedback where id = $2 returning *
         ) select ${COLUMNS} from n left join unit u on u.id = n.unit_id`,
        [uuidv7(), feedbackId, masked, actor, unitId, replyTo],
      );
      return note!;
    });
  }

  /** The notes of an item, oldest first. */
  ofItem(feedbackId: string): Promise<NoteView[]> {
    return this.db.query<NoteView>(
      `select ${COLUMNS} from note n left join unit u on u.id = n.unit_id where n.feedback_id = $1 order by n.id`,
      [feedbackId],
    );
  }

  /**
   * Questions that wait for an answer, oldest first.
   * @param units SQL about the column of the unit that is asked
   */
  open(units: (put: Put, column: string) => string, limit: number): Promise<OpenQuestion[]> {
    const values: unknown[] = [];
    const put = putInto(values);
    return this.db.query<OpenQuestion>(
      `select ${COLUMNS}, n.feedback_id as "feedbackId", reference(w.number, w.received_at) as reference
       from note n join unit u on u.id = n.unit_id join feedback_words w on w.feedback_id = n.feedback_id
       where ${units(put, 'n.unit_id')} and not exists (select from note a where a.reply_to = n.id)
       order by n.id limit ${put(limit)}`,
      values,
    );
  }
}

async function refuseOther(tx: Sql, feedbackId: string, question: string): Promise<void> {
  const [row] = await tx.query('select from note where id = $1 and feedback_id = $2 and unit_id is not null', [
    question,
    feedbackId,
  ]);
  if (!row) throw new CodedError('not-found', 'There is no such question about this item. Check the id.');
}
