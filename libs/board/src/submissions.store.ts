import { putInto, type RowCondition, type Sql } from '@huiyin/database';

/** What staff made of a suggestion: nothing yet, made public, counted with another post, or kept to the loop. */
export const SUBMISSION_STATES = ['waiting', 'published', 'joined', 'kept'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** A suggestion in the moderation queue. Its words are masked as everywhere. */
export interface SubmissionView {
  readonly feedbackId: string;
  readonly reference: string;
  readonly text: string;
  readonly language: string;
  readonly submittedAt: string;
  readonly state: SubmissionState;
  readonly category: string | null;
  readonly stage: string;
  /** The cluster that the analysis put it into, and the public post of that. */
  readonly clusterId: string | null;
  readonly clusterName: string | null;
  readonly clusterPostId: string | null;
  /** The post that it has become or joined. */
  readonly postId: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

/** What the queue is narrowed to. */
export interface SubmissionQuery {
  readonly state: SubmissionState;
  readonly feedbackId?: string;
  readonly before?: string;
  readonly limit: number;
}

/** Suggestions of a state that somebody may see, the latest first. */
export function selectSubmissions(
  sql: Sql,
  { state, feedbackId, before, limit }: Omit<SubmissionQuery, 'state'> & { readonly state: SubmissionState | null },
  seen: RowCondition,
): Promise<SubmissionView[]> {
  const values: unknown[] = [state, feedbackId ?? null, before ?? null, limit];
  return sql.query<SubmissionView>(
    `select s.feedback_id as "feedbackId", reference(w.number, w.received_at) as reference, w.text, s.language,
       s.submitted_at as "submittedAt", s.state, f.category, f.stage, l.id as "clusterId", l.name as "clusterName",
       (select p.id from board_post p join cluster pc on pc.id = p.cluster_id
        where p.public and coalesce(pc.merged_into, pc.id) = l.id limit 1) as "clusterPostId",
       s.post_id as "postId", s.decided_at as "decidedAt", s.decided_by as "decidedBy"
     from board_submission s join feedback f on f.id = s.feedback_id join feedback_words w on w.feedback_id = f.id
     left join cluster_member m on m.feedback_id = f.id left join cluster l on l.id = m.cluster_id
     where ($1::text is null or s.state = $1) and ($2::uuid is null or s.feedback_id = $2) and ($3::uuid is null or s.feedback_id < $3)
       and ${seen(putInto(values), 'f')}
     order by s.feedback_id desc limit $4`,
    values,
  );
}

/** What is written down of a decision. */
export interface Mark {
  readonly feedbackId: string;
  readonly state: SubmissionState;
  readonly postId: string | null;
  readonly actor: string;
}

/** Writes down what staff made of a suggestion; of an item that was no suggestion of the board, nothing. */
export async function markSubmission(tx: Sql, { feedbackId, state, postId, actor }: Mark): Promise<void> {
  await tx.query(
    `update board_submission set state = $2, post_id = $3,
       decided_by = case when $2 = 'waiting' then null else $4 end,
       decided_at = case when $2 = 'waiting' then null else loop_now() end
     where feedback_id = $1`,
    [feedbackId, state, postId, actor],
  );
}
