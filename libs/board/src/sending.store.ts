import type { Sql } from '@huiyin/database';
import type { BoardLanguage, BoardStatus, WordsByLanguage } from './board.js';

/** A mail that has been taken up, with what it is made of. */
export interface ClaimedMail extends WordsByLanguage {
  readonly id: string;
  readonly followerId: string;
  /** Sealed for the row of the follower. */
  readonly email: string;
  readonly language: BoardLanguage;
  readonly attempts: number;
  readonly slug: string;
  /** Null: the question whether they want to be told. */
  readonly status: BoardStatus | null;
  readonly publicWords: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Takes up mails that are due. Of a post that was withdrawn meanwhile nothing is told. */
export function claimMails(tx: Sql, token: string, limit: number, leaseSeconds: number): Promise<ClaimedMail[]> {
  return tx.query<ClaimedMail>(
    `with due as (
       select id from board_mail where (state = 'waiting' and next_attempt_at <= loop_now())
         or (state = 'sending' and lease_until <= loop_now()) order by next_attempt_at limit $2 for update skip locked
     ),
     mine as (
       update board_mail m set state = 'sending', lease_token = $1, lease_until = loop_now() + $3 * interval '1 second', attempts = m.attempts + 1
       from due where m.id = due.id returning m.*
     )
     select m.id, m.follower_id as "followerId", f.email, f.language, m.attempts, p.slug, p.zh, p.en, u.status,
       l.public_words as "publicWords", s.name_zh as "nameZh", s.name_en as "nameEn"
     from mine m join board_follower f on f.id = m.follower_id join board_post p on p.id = f.post_id and p.public
     left join board_update u on u.id = m.update_id left join cluster c on c.id = p.cluster_id
     left join cluster l on l.id = coalesce(c.merged_into, c.id), board_setting s where s.open`,
    [token, limit, leaseSeconds],
  );
}

/** True when mail to an address came back for good. @param index see `MailTokens.indexOf` */
export async function hasBounced(sql: Sql, index: Buffer): Promise<boolean> {
  return (await sql.query('select from mail_bar where address = $1 and bounced_at is not null', [index])).length > 0;
}

/** How a try ended. `pause`: seconds until the next one; null: there is none. */
export interface EndedMail {
  readonly id: string;
  readonly token: string;
  /** Null: it went out. */
  readonly error: string | null;
  readonly pause: number | null;
}

/** Writes down how a try ended, unless somebody else has taken the mail up since. */
export async function endMail(tx: Sql, { id, token, error, pause }: EndedMail): Promise<void> {
  const state = error === null ? 'sent' : pause === null ? 'failed' : 'waiting';
  await tx.query(
    `update board_mail set state = $3, error = $4, lease_token = null, lease_until = null,
       next_attempt_at = loop_now() + coalesce($5::float8, 0) * interval '1 second'
     where id = $1 and lease_token = $2`,
    [id, token, state, error, pause],
  );
}

/** A mail whose post was withdrawn, or whose board was closed, is not sent. */
export async function dropUnsendable(tx: Sql): Promise<void> {
  await tx.query(
    `update board_mail m set state = 'failed', error = 'The post is not public any more.'
     from board_follower f join board_post p on p.id = f.post_id
     where m.follower_id = f.id and m.state = 'waiting' and (not p.public or not (select open from board_setting))`,
  );
}
