import type { Sql } from '@huiyin/database';
import { originalsAt, originalsOf, type SealedRow, type Vault } from '@huiyin/privacy';
import type { Callback, ChannelName, Purpose } from './channel.js';
import { CONTACT_COLUMNS, CONTACT_JOINS, contactOf, type ContactRow } from './contact.store.js';
import type { DeliveryState } from './deliver.js';
import type { Ending } from './retry.js';
import { loadBars, type Bar } from './mail-bars.store.js';
import type { MailTokens } from './mail-tokens.js';
import { openSecret } from './sources.store.js';

/** Whose try it is: of a claim that was overtaken by another, nothing is written. */
export interface Claim {
  readonly token: string;
  readonly channel: ChannelName;
  readonly leaseSeconds: number;
}

/** A delivery that was taken up, with everything that its channel may need. */
export interface Claimed {
  readonly id: string;
  readonly feedbackId: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  /** Tries, this one included. */
  readonly attempts: number;
  readonly subject: string;
  /** As stored: masked, and a placeholder where a survey's link will be. */
  readonly body: string;
  /** What is sent. */
  readonly original: { readonly subject: string; readonly body: string; readonly html: string | null };
  readonly reference: string;
  /** As the analysis names it. */
  readonly language: string | null;
  readonly reply: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Why its address is not written to. */
  readonly barred: Bar | null;
  readonly callback: Callback | null;
  readonly takenAt: string;
  readonly wallSeconds: number;
}

const CLAIM = `
with due as materialized (
  select id from delivery
  where channel = $1 and state = 'pending' and next_attempt_at <= (select loop_now())
  order by next_attempt_at limit $4 for update skip locked
),
claimed as (
  update delivery d set state = 'sending', lease_token = $2, lease_until = loop_now() + $3 * interval '1 second',
    attempts = attempts + 1
  from due where d.id = due.id returning d.*
)
select c.id, c.feedback_id as "feedbackId", c.cycle, c.purpose, c.attempts, c.subject, c.body, c.html, c.sealed,
  reference(w.number, w.received_at) as reference, f.language, case when c.purpose = 'answer' then r.reply end as reply,
  r.id as "resolutionId", r.sealed as "replySealed",
  ${CONTACT_COLUMNS},
  case when s.name is not null then
    json_build_object('source', s.name, 'externalId', w.external_id, 'url', s.callback_url, 'secret', s.secret) end as callback,
  loop_now() as "takenAt", extract(epoch from clock_timestamp())::float8 as "wallSeconds"
from claimed c join feedback f on f.id = c.feedback_id join feedback_words w on w.feedback_id = c.feedback_id
${CONTACT_JOINS} left join source s on s.name = w.source
left join item_resolution i on i.feedback_id = c.feedback_id and i.cycle = c.cycle
left join resolution r on r.id = i.resolution_id
order by c.next_attempt_at`;

/** Takes up to `limit` deliveries of a channel that are due, longest due first, under a lease; nobody else takes them while it lasts. */
export async function claimDue(tx: Sql, { vault, tokens }: Opening, claim: Claim, limit: number): Promise<Claimed[]> {
  const { channel, token, leaseSeconds } = claim;
  const rows = await tx.query<ClaimedRow>(CLAIM, [channel, token, leaseSeconds, limit]);
  const claimed = rows.map((row) => opened(vault, row));
  if (channel !== 'email') return claimed;
  // Since it was put on its way, the address may have bounced, or its holder may have said that it is enough.
  const addresses = claimed.flatMap(({ email, purpose }) => (email === null ? [] : [{ address: email, purpose }]));
  const bars = await loadBars(tx, tokens, addresses);
  return claimed.map((one) => ({ ...one, barred: bars.get(`${one.purpose} ${one.email}`) ?? null }));
}

/** What sealed texts are opened and addresses looked up with. */
export interface Opening {
  readonly vault: Vault;
  readonly tokens: MailTokens;
}

type ClaimedRow = Omit<Claimed, 'original' | 'email' | 'phone' | 'barred'> &
  ContactRow & {
    readonly html: string | null;
    readonly sealed: string | null;
    readonly resolutionId: string | null;
    readonly replySealed: string | null;
  };

/** Everything that is sent is opened here, and kept in the memory of the sender only. */
function opened(vault: Vault, row: ClaimedRow): Claimed {
  const { id, feedbackId, cycle, purpose, attempts, subject, body, reference, language, takenAt, wallSeconds } = row;
  const key = { keyId: row.toldKeyId, wrapped: row.toldWrapped };
  const texts = originalsOf<{ subject: string; body: string; html: string | null }>(
    vault,
    { ...key, sealed: row.sealed },
    originalsAt('delivery', id),
  );
  const replySealed: SealedRow = { ...key, sealed: row.purpose === 'answer' ? row.replySealed : null };
  const reply = originalsOf<{ reply: string }>(vault, replySealed, originalsAt('resolution', row.resolutionId ?? ''));
  const callback = row.callback && {
    ...row.callback,
    secret: openSecret(vault, row.callback.source, row.callback.secret),
  };
  const { email, phone } = contactOf(vault, row);
  const told = { reply: reply.reply ?? row.reply, callback, email, phone, barred: null };
  const same = { id, feedbackId, cycle, purpose, attempts, subject, body, reference, language, takenAt, wallSeconds };
  return { ...same, ...told, original: { subject, body, html: row.html, ...texts } };
}

/** A delivery whose sender has not been heard of. */
export interface Expired {
  readonly id: string;
  readonly leaseToken: string;
  readonly attempts: number;
}

/** Locks deliveries of a channel whose lease has run out. */
export function lockExpired(tx: Sql, channel: ChannelName, limit: number): Promise<Expired[]> {
  return tx.query<Expired>(
    `select id, lease_token as "leaseToken", attempts from delivery
     where channel = $1 and state = 'sending' and lease_until <= (select loop_now())
     order by lease_until limit $2 for update skip locked`,
    [channel, limit],
  );
}

/** What is written of a try. */
export interface TryRecord {
  readonly id: string;
  readonly leaseToken: string;
  /** `not-tried`: given back as it was taken. */
  readonly ending: Ending | { readonly state: 'not-tried' };
  /** The text as it went out, with the link kept or masked; null leaves it as it is. */
  readonly body: string | null;
  /** Masked; null leaves it as it is. */
  readonly recipient: string | null;
}

/** A delivery whose record was written. */
export interface Recorded {
  readonly id: string;
  readonly feedbackId: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  readonly state: DeliveryState;
  readonly language: string | null;
}

const RECORD = `
with r as materialized (
  select * from json_to_recordset($1) as r(id uuid, "leaseToken" uuid, state text, proof text, error text, seconds float8,
    tried int, body text, recipient text)
)
update delivery d set
  state = r.state, proof = r.proof, error = case when r.tried = 1 then r.error else d.error end,
  sent_at = case when r.state = 'sent' then loop_now() end,
  attempts = d.attempts - 1 + r.tried,
  next_attempt_at = case when r.state = 'pending' then loop_now() + r.seconds * interval '1 second' else d.next_attempt_at end,
  lease_until = null,
  lease_token = case when r.state = 'unknown' then d.lease_token end,
  body = coalesce(r.body, d.body), recipient = coalesce(r.recipient, d.recipient)
from r, feedback f
where d.id = r.id and f.id = d.feedback_id and d.lease_token = r."leaseToken"
  and (d.state = 'sending' or (d.state = 'unknown' and r.state = 'sent'))
returning d.id, d.feedback_id as "feedbackId", d.cycle, d.purpose, d.state, f.language`;

/**
 * Writes how tries ended, as far as their lease is still the latest. One exception to "still sending": somebody who took a
 * message over and could not know what had become of it left it `unknown`; that it was sent after all is news.
 */
export function recordTries(tx: Sql, records: readonly TryRecord[]): Promise<Recorded[]> {
  const rows = records.map(({ ending, ...record }) => {
    if (ending.state === 'not-tried') return { ...record, state: 'pending', seconds: 0, tried: 0 };
    return { ...record, ...ending, tried: 1 };
  });
  return tx.query<Recorded>(RECORD, [JSON.stringify(rows)]);
}
