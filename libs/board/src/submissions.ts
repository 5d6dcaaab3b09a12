import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { recordAudit } from '@huiyin/org';
import { createHash } from 'node:crypto';
import { type BoardPosts, type Editor, seen } from './posts.js';
import { markSubmission, selectSubmissions, type SubmissionQuery, type SubmissionView } from './submissions.store.js';
import { insertVote } from './visitors.store.js';

/** The moderation queue: what visitors of the board wrote and staff have to look at. */
export class BoardSubmissions {
  constructor(
    private readonly db: Database,
    private readonly posts: BoardPosts,
  ) {}

  /** A page of the queue, the latest first. */
  list(query: SubmissionQuery, who: Editor): Promise<SubmissionView[]> {
    return selectSubmissions(this.db, query, seen(who));
  }

  /**
   * Counts a suggestion with a post, keeps it to the loop, or puts it back into the queue.
   * @param decision `join` needs `postId`
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async decide(
    feedbackId: string,
    decision: { readonly decision: 'join' | 'keep' | 'reopen'; readonly postId?: string },
    who: Editor,
  ): Promise<SubmissionView> {
    const before = await this.get(feedbackId, who);
    const postId = decision.decision === 'join' ? await this.joined(decision.postId, who) : null;
    const state = ({ join: 'joined', keep: 'kept', reopen: 'waiting' } as const)[decision.decision];
    await this.db.transaction(async (tx) => {
      const voter = createHash('sha256').update(`board submission ${feedbackId}`).digest();
      await tx.query('delete from board_vote where voter = $1 and feedback_id = $2', [voter, before.feedbackId]);
      if (postId !== null) await insertVote(tx, { postId, voter, address: null, feedbackId: before.feedbackId });
      await markSubmission(tx, { feedbackId, state, postId, actor: who.actor });
      const details = { decision: decision.decision, ...(postId === null ? {} : { post: postId }) };
      await recordAudit(tx, { actor: who.actor, action: 'board.changed', subject: `feedback:${feedbackId}`, details });
    });
    return this.get(feedbackId, who);
  }

  /** @throws {CodedError} `not-found` */
  private async get(feedbackId: string, who: Editor): Promise<SubmissionView> {
    const [found] = await selectSubmissions(this.db, { state: null, feedbackId, limit: 1 }, seen(who));
    if (!found)
      throw new CodedError('not-found', 'There is no suggestion of that id. GET /api/v1/board/submissions lists them.');
    return found;
  }

  private async joined(postId: string | undefined, who: Editor): Promise<string> {
    if (postId !== undefined) return (await this.posts.get(postId, who)).id;
    throw new CodedError('validation-failed', 'Say which post it joins.', [{ field: 'postId', message: 'is needed' }]);
  }
}
