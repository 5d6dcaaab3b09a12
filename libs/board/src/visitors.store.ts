import type { Sql } from '@huiyin/database';
import type { BoardLanguage } from './board.js';

/** Lets nobody else of this network write at the same time, so that what is counted is exact. Until the transaction ends. */
export async function lockNetwork(tx: Sql, address: Buffer): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('board ' || encode($1, 'hex'), 0))`, [address]);
}

/** Id of the public post at an address; undefined when there is none, or the board is closed. */
export async function publicPostId(sql: Sql, slug: string): Promise<string | undefined> {
  const [row] = await sql.query<{ id: string }>(
    'select p.id from board_post p where p.slug = $1 and p.public and (select open from board_setting)',
    [slug],
  );
  return row?.id;
}

/** Votes of a network within a day: for this post, and for all. */
export async function votesOfNetwork(
  sql: Sql,
  postId: string,
  address: Buffer,
): Promise<{ post: number; all: number }> {
  const [row] = await sql.query<{ post: number; all: number }>(
    `select count(*) filter (where post_id = $1) as post, count(*) as "all" from board_vote
     where address = $2 and voted_at > loop_now() - interval '1 day'`,
    [postId, address],
  );
  return row ?? { post: 0, all: 0 };
}

/** Which of these browsers and mailboxes have voted for a post. */
export async function hasVoted(sql: Sql, postId: string, voter: Buffer): Promise<boolean> {
  const rows = await sql.query('select from board_vote where post_id = $1 and voter = $2', [postId, voter]);
  return rows.length > 0;
}

/** Counts a vote; a second one of the same voter changes nothing. */
export async function insertVote(
  tx: Sql,
  vote: { postId: string; voter: Buffer; address: Buffer | null; feedbackId?: string },
): Promise<void> {
  await tx.query(
    `insert into board_vote (post_id, voter, address, feedback_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [vote.postId, vote.voter, vote.address, vote.feedbackId ?? null],
  );
}

/** Takes a vote back. */
export async function deleteVote(tx: Sql, postId: string, voter: Buffer): Promise<void> {
  await tx.query('delete from board_vote where post_id = $1 and voter = $2', [postId, voter]);
}

/** How many asked to follow from a network within an hour, and how many questions a mailbox was sent within a day. */
export async function asksSoFar(
  sql: Sql,
  address: Buffer,
  mailbox: Buffer,
): Promise<{ network: number; mailbox: number }> {
  const [row] = await sql.query<{ network: number; mailbox: number }>(
    `select (select count(*) from board_follower where address = $1 and asked_at > loop_now() - interval '1 hour') as network,
       (select count(*) from board_mail m join board_follower f on f.id = m.follower_id
        where f.mailbox = $2 and m.update_id is null and m.created_at > loop_now() - interval '1 day') as mailbox`,
    [address, mailbox],
  );
  return row ?? { network: 0, mailbox: 0 };
}

/** Somebody who asks to be told. */
export interface NewFollower {
  readonly id: string;
  readonly postId: string;
  readonly mailbox: Buffer;
  /** Sealed for the row `id`. */
  readonly email: string;
  readonly language: BoardLanguage;
  /** Counts as a vote once confirmed. */
  readonly votes: boolean;
  readonly voter: Buffer | null;
  readonly address: Buffer;
}

/**
 * Writes down who asks to be told.
 * @returns the id of the row that is still to be confirmed; null when this mailbox has confirmed before
 */
export async function upsertFollower(tx: Sql, one: NewFollower): Promise<string | null> {
  const { id, postId, mailbox, email, language, votes, voter, address } = one;
  await tx.query(
    `insert into board_follower as f (id, post_id, mailbox, email, language, votes, voter, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (post_id, mailbox) do update set votes = f.votes or excluded.votes, voter = coalesce(excluded.voter, f.voter),
       language = excluded.language, address = excluded.address, asked_at = loop_now() where f.confirmed_at is null`,
    [id, postId, mailbox, email, language, votes, voter, address],
  );
  const [row] = await tx.query<{ id: string }>(
    'select id from board_follower where post_id = $1 and mailbox = $2 and confirmed_at is null',
    [postId, mailbox],
  );
  return row?.id ?? null;
}

/** The question whether somebody wants to be told; sent after the commit. */
export async function insertQuestion(tx: Sql, mailId: string, followerId: string): Promise<void> {
  await tx.query('insert into board_mail (id, follower_id) values ($1, $2)', [mailId, followerId]);
}

/** A follower as a link finds them. */
export interface Follower {
  readonly id: string;
  readonly postId: string;
  readonly slug: string;
  readonly language: BoardLanguage;
  readonly confirmedAt: string | null;
  readonly votes: boolean;
  readonly voter: Buffer | null;
  readonly mailbox: Buffer;
}

/** The follower of an id, with the post; undefined when they have left, or were never there. */
export async function findFollower(sql: Sql, id: string): Promise<Follower | undefined> {
  const [row] = await sql.query<Follower>(
    `select f.id, f.post_id as "postId", p.slug, f.language, f.confirmed_at as "confirmedAt", f.votes, f.voter, f.mailbox
     from board_follower f join board_post p on p.id = f.post_id where f.id = $1`,
    [id],
  );
  return row;
}

/** From now on they are told. */
export async function confirmFollower(tx: Sql, id: string): Promise<void> {
  await tx.query('update board_follower set confirmed_at = coalesce(confirmed_at, loop_now()) where id = $1', [id]);
}

/** Nothing is kept of somebody who has left; their vote stays. */
export async function deleteFollower(tx: Sql, id: string): Promise<void> {
  await tx.query('delete from board_follower where id = $1', [id]);
}
