import type { Database } from '@huiyin/database';
import { maskTexts } from '@huiyin/privacy';
import type { ChannelName } from './channel.js';
import type { Outbox } from './outbox.adapter.js';

/** What a customer would be sent if their item were answered now; `channel` is null when none reaches them. */
export interface Rehearsed {
  readonly id: string;
  readonly reference: string;
  readonly channel: ChannelName | null;
  /** Masked. */
  readonly to: string | null;
  readonly subject: string;
  /** As the customer reads it, but for what is masked for staff: name, numbers, addresses. */
  readonly body: string;
}

/** Shows what customers would read, before it is sent. */
export class Rehearsal {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The answer `reply` to each of these items, by the way it would take; in the order of `ids`. Nothing is stored. */
  async answer(ids: readonly string[], reply: string): Promise<Rehearsed[]> {
    return this.db.transaction(async (tx) => {
      const items = await tx.query<{ id: string; reference: string; cycle: number; language: string | null }>(
        `select f.id, reference(w.number, w.received_at) as reference, f.cycle, f.language
         from unnest($1::uuid[]) with ordinality as i(id, nr) join feedback f on f.id = i.id
         join feedback_words w on w.feedback_id = f.id order by i.nr`,
        [ids],
      );
      const messages = items.map(({ id, cycle, language }) => {
        return { feedbackId: id, cycle, purpose: 'answer' as const, language, reply };
      });
      const drafts = new Map((await this.outbox.draft(tx, messages)).map((draft) => [draft.feedbackId, draft]));
      return items.map(({ id, reference }) => {
        const draft = drafts.get(id);
        if (!draft) return { id, reference, channel: null, to: null, subject: '', body: '' };
        const { subject, body } = maskTexts({ subject: draft.subject, body: draft.body }, draft.names).masked;
        return { id, reference, channel: draft.channel, to: draft.recipient, subject: subject ?? '', body: body ?? '' };
      });
    });
  }
}
