import type { Sql } from '@huiyin/database';
import type { Notice, NoticeKind, NoticeLanguage, NoticeOff } from './notice.js';
import { NOTICE_LIMITS, TRY_SECONDS } from './notice.js';

/** Key of the advisory lock under which messages are taken up; any constant that nothing else in this database uses. */
const CLAIMING = 4_818_200_615;
/** So many go into one message at most; the rest is the next one's. */
const MOST_NOTICES = 5_000;

/** A channel to which a message is due. Target and secret are sealed. */
export interface DueChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: NoticeKind;
  readonly target: string;
  readonly targetKey: Buffer;
  readonly secret: string | null;
  readonly language: NoticeLanguage;
}

/** A message that was taken up. */
export interface ClaimedMessage extends DueChannel {
  readonly attemptId: number;
  readonly notices: readonly Notice[];
  readonly takenAt: string;
  /** By the clock on the wall, seconds since 1970. */
  readonly wallSeconds: number;
}

/** The columns of a channel `c` that sending needs. */
export const SENDING_COLUMNS = `c.id, c.name, c.kind, c.target, c.target_key as "targetKey", c.secret, c.language`;

/**
 * Only one process takes up messages at a time, so that the limit of a robot holds over all of them.
 * @param patient true to wait for the others
 */
export async function lockClaiming(tx: Sql, patient: boolean): Promise<boolean> {
  if (patient) {
    await tx.query('select pg_advisory_xact_lock($1)', [CLAIMING]);
    return true;
  }
  const [row] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [CLAIMING]);
  return row?.mine === true;
}

/** Channels for which notices wait and nothing is under way, those that have waited longest first. */
export function dueChannels(tx: Sql): Promise<DueChannel[]> {
  return tx.query<DueChannel>(
    `select ${SENDING_COLUMNS} from notice_channel c
     cross join lateral (select id from notice n where n.channel_id = c.id and n.state = 'waiting' order by id limit 1) first
     where c.active and (c.next_at is null or c.next_at <= (select loop_now()))
       and not exists (select from notice_attempt a where a.channel_id = c.id and a.lease_until is not null)
     order by first.id for update of c`,
  );
}

/**
 * How many more messages the robot or address behind a channel may be sent now: its limit less what all channels sent it within
 * a minute and the time that a try may take.
 */
export async function roomAt(tx: Sql, { kind, targetKey }: Pick<DueChannel, 'kind' | 'targetKey'>): Promise<number> {
  const [row] = await tx.query<{ sent: number }>(
    `select count(*) as sent from notice_attempt where target_key = $1 and at > loop_now() - $2 * interval '1 second'`,
    [targetKey, 60 + TRY_SECONDS],
  );
  return NOTICE_LIMITS[kind].perMinute - (row?.sent ?? 0);
}

interface Begun {
  readonly attemptId: number;
  readonly takenAt: string;
  readonly wallSeconds: number;
}

/** Begins a message; it counts from now on, whatever becomes of it. */
export async function beginAttempt(
  tx: Sql,
  { id, targetKey }: Pick<DueChannel, 'id' | 'targetKey'>,
  leaseSeconds: number,
  test = false,
): Promise<Begun> {
  const [row] = await tx.query<Begun>(
    `insert into notice_attempt (channel_id, target_key, test, notices, lease_until)
     values ($1, $2, $3, 0, loop_now() + $4 * interval '1 second')
     returning id as "attemptId", at as "takenAt", extract(epoch from clock_timestamp())::float8 as "wallSeconds"`,
    [id, targetKey, test, leaseSeconds],
  );
  return row as Begun;
}

/** Puts everything that waits for a channel into a message that was begun. */
export async function takeNotices(tx: Sql, channelId: string, attemptId: number): Promise<Notice[]> {
  const rows = await tx.query<Notice & { id: number }>(
    `update notice set state = 'sending', attempt_id = $2 where id = any(array(
       select id from notice where channel_id = $1 and state = 'waiting' order by id limit ${MOST_NOTICES}))
     returning id, event, facts`,
    [channelId, attemptId],
  );
  await tx.query('update notice_attempt set notices = $2 where id = $1', [attemptId, rows.length]);
  return rows.sort((a, b) => a.id - b.id);
}

/** Messages whose sender has not been heard of are over, and their notices wait again. */
export async function releaseLostNotices(tx: Sql): Promise<void> {
  await tx.query(
    `with lost as (update notice_attempt set lease_until = null, error = 'The sender stopped before it wrote down how this ended.'
       where lease_until <= (select loop_now()) returning id)
     update notice set state = 'waiting', attempt_id = null where state = 'sending' and attempt_id in (select id from lost)`,
  );
}

/** How a message ended, for the record. */
export interface EndedAttempt {
  readonly attemptId: number;
  readonly status: number | null;
  readonly code: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** Writes how a message ended. Answers false when it had been given up as lost: its notices are on their way again. */
export async function endAttempt(tx: Sql, ended: EndedAttempt): Promise<boolean> {
  const { attemptId, status, code, durationMs, error } = ended;
  const rows = await tx.query(
    `update notice_attempt set lease_until = null, status = $2, code = $3, duration_ms = $4, error = $5
     where id = $1 and lease_until is not null returning id`,
    [attemptId, status, code, durationMs, error],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `update notice set state = case when $2::text is null then 'sent' else 'waiting' end,
       attempt_id = case when $2::text is null then attempt_id end
     where attempt_id = $1 and state = 'sending'`,
    [attemptId, error],
  );
  return true;
}

/** The channel has taken a message: the next one not before so many seconds. */
export async function noteSent(tx: Sql, channelId: string, seconds: number): Promise<void> {
  await tx.query(
    `update notice_channel set failures = 0, failing_since = null, last_error = null,
       next_at = loop_now() + $2 * interval '1 second' where id = $1`,
    [channelId, seconds],
  );
}

/** The channel has failed once more. Answers how often and for how long, null when it is no more, or off. */
export async function noteFailed(
  tx: Sql,
  channelId: string,
  error: string,
): Promise<{ failures: number; seconds: number } | null> {
  const [row] = await tx.query<{ failures: number; seconds: number }>(
    `update notice_channel set failures = failures + 1, failing_since = coalesce(failing_since, loop_now()), last_error = $2
     where id = $1 and active
     returning failures, extract(epoch from loop_now() - failing_since)::float8 as seconds`,
    [channelId, error],
  );
  return row ?? null;
}

/** Leaves a channel alone for a while. */
export async function restChannel(tx: Sql, channelId: string, seconds: number): Promise<void> {
  await tx.query(`update notice_channel set next_at = loop_now() + $2 * interval '1 second' where id = $1`, [
    channelId,
    seconds,
  ]);
}

/** Switches a channel off. Answers false when it was off. */
export async function switchChannelOff(tx: Sql, channelId: string, reason: NoticeOff): Promise<boolean> {
  const rows = await tx.query(
    'update notice_channel set active = false, off_reason = $2, off_at = loop_now() where id = $1 and active returning id',
    [channelId, reason],
  );
  return rows.length === 1;
}

/** Removes what is older than so many days. */
export async function forgetNotices(sql: Sql, days: number): Promise<void> {
  const old = [
    `notice where created_at`,
    `notice_attempt where lease_until is null and at`,
    `staff_event where told_at`,
  ];
  for (const rows of old) await sql.query(`delete from ${rows} < loop_now() - $1 * interval '1 day'`, [days]);
}
