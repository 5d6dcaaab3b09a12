import type { Sql } from '@huiyin/database';
import type { SealedRow } from '@huiyin/privacy';
import type { SurveyAnswer, SurveyMessage, SurveyQuestion } from './recollect.js';

/** Opens a survey for each item of the batch; one that is open already stays. */
export async function openSurveys(
  tx: Sql,
  surveys: readonly (SurveyMessage & { id: string })[],
  windowSeconds: number,
): Promise<void> {
  await tx.query(
    `insert into survey (id, feedback_id, cycle, language, asked_at, expires_at)
     select s.id, s."feedbackId", s.cycle, s.language, t.at, t.at + $2 * interval '1 second'
     from json_to_recordset($1) as s(id uuid, "feedbackId" uuid, cycle int, language text), (select loop_now() as at) t
     on conflict (feedback_id, cycle) do nothing`,
    [JSON.stringify(surveys), windowSeconds],
  );
}

/** Stores the hashes of new links; the links themselves are not kept. */
export async function recordTokens(
  tx: Sql,
  tokens: readonly { hash: string; feedbackId: string; cycle: number }[],
): Promise<void> {
  await tx.query(
    `insert into survey_token (token_hash, survey_id)
     select decode(t.hash, 'hex'), s.id from json_to_recordset($1) as t(hash text, "feedbackId" uuid, cycle int)
     join survey s on s.feedback_id = t."feedbackId" and s.cycle = t.cycle`,
    [JSON.stringify(tokens)],
  );
}

/** A survey with what its reply may be sealed with. */
type StoredQuestion = SurveyQuestion & SealedRow & { readonly id: string; readonly resolutionId: string | null };

/** What is stored of an answer: its comment masked, and sealed where it was. */
export type SealedAnswer = Omit<SurveyAnswer, 'comment'> & {
  readonly comment: string | null;
  readonly sealed: string | null;
};

/** The survey behind a link, if the link is one of ours. */
export async function findSurvey(sql: Sql, tokenHash: Buffer): Promise<StoredQuestion | undefined> {
  const [row] = await sql.query<StoredQuestion>(
    `select s.id, s.feedback_id as "feedbackId", reference(w.number, w.received_at) as reference, s.language, r.reply,
       r.id as "resolutionId", r.sealed, w.key_id as "keyId", k.wrapped,
       case when s.answered_at is not null then 'answered'
         when s.expires_at <= loop_now() or f.state = 'closed' or f.cycle <> s.cycle then 'expired' else 'open' end as state
     from survey_token t join survey s on s.id = t.survey_id join feedback f on f.id = s.feedback_id
     join feedback_words w on w.feedback_id = s.feedback_id left join customer_key k on k.id = w.key_id
     left join item_resolution i on i.feedback_id = s.feedback_id and i.cycle = s.cycle
     left join resolution r on r.id = i.resolution_id
     where t.token_hash = $1`,
    [tokenHash],
  );
  return row;
}

/**
 * Stores the answer, once.
 * @returns false when there is one already
 */
export async function recordAnswer(tx: Sql, surveyId: string, answer: SealedAnswer): Promise<boolean> {
  const rows = await tx.query(
    `update survey set answered_at = loop_now(), solved = $2, score = $3, comment = $4, sealed = $5
     where id = $1 and answered_at is null returning id`,
    [surveyId, answer.solved, answer.score ?? null, answer.comment, answer.sealed],
  );
  return rows.length === 1;
}

/** Within so many minutes after the answer a customer may add score and words to it. */
const ADDED_WITHIN_MINUTES = 30;

/**
 * Adds score and words to an answer that has neither.
 * @returns false when it has, or when it is too late
 */
export async function recordMore(tx: Sql, surveyId: string, more: Omit<SealedAnswer, 'solved'>): Promise<boolean> {
  const rows = await tx.query(
    `update survey set score = $2, comment = $3, sealed = $4 where id = $1 and score is null and comment is null
       and answered_at > loop_now() - $5 * interval '1 minute' returning id`,
    [surveyId, more.score ?? null, more.comment, more.sealed, ADDED_WITHIN_MINUTES],
  );
  return rows.length === 1;
}
