import type { Sql } from '@huiyin/database';
import { maskEmail } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import type { Purpose } from './channel.js';
import type { MailTokens } from './mail-tokens.js';

/** Why an address is not written to. */
export type Bar = 'bounced' | 'unsubscribed';

/** A barred address as it is shown. */
export interface MailBar {
  readonly id: string;
  /** Masked; null when only its blind index is known. */
  readonly address: string | null;
  readonly bouncedAt: string | null;
  readonly bounceReason: string | null;
  readonly unsubscribedAt: string | null;
}

/**
 * Which of these addresses may not be written to, by address. One that bounced gets nothing; one that was unsubscribed gets
 * no surveys, but the answer to what its holder has asked.
 */
export async function loadBars(
  sql: Sql,
  tokens: MailTokens,
  wanted: readonly { address: string; purpose: Purpose }[],
): Promise<Map<string, Bar>> {
  if (wanted.length === 0) return new Map();
  const rows = wanted.map(({ address, purpose }) => {
    return { address, purpose, index: tokens.indexOf(address).toString('hex') };
  });
  const indices = rows.map(({ index }) => index);
  const found = await sql.query<{ index: string; bounced: boolean; unsubscribed: boolean }>(
    `select encode(b.address, 'hex') as index, b.bounced_at is not null as bounced, b.unsubscribed_at is not null as unsubscribed
     from mail_bar b where b.address = any(select decode(i, 'hex') from unnest($1::text[]) as i)`,
    [indices],
  );
  const barOf = new Map(found.map((row) => [row.index, row]));
  return new Map(
    rows.flatMap(({ address, purpose, index }): [string, Bar][] => {
      const bar = barOf.get(index);
      if (bar?.bounced) return [[`${purpose} ${address}`, 'bounced']];
      return bar?.unsubscribed && purpose === 'survey' ? [[`${purpose} ${address}`, 'unsubscribed']] : [];
    }),
  );
}

/** Remembers addresses to which mail came back for good. Reasons hold no address. */
export async function barBounced(
  tx: Sql,
  tokens: MailTokens,
  bounced: readonly { address: string; reason: string }[],
): Promise<void> {
  for (const { address, reason } of bounced)
    await tx.query(
      `insert into mail_bar (id, address, masked, bounced_at, bounce_reason) values ($1, $2, $3, loop_now(), $4)
       on conflict (address) do update set masked = excluded.masked, bounced_at = loop_now(), bounce_reason = excluded.bounce_reason`,
      [uuidv7(), tokens.indexOf(address), maskEmail(address), reason.slice(0, 500)],
    );
}

/** Remembers that the holder of an address wants no more questions. Again: nothing changes. */
export async function barUnsubscribed(sql: Sql, address: Buffer): Promise<void> {
  await sql.query(
    `insert into mail_bar as b (id, address, unsubscribed_at) values ($1, $2, loop_now())
     on conflict (address) do update set unsubscribed_at = coalesce(b.unsubscribed_at, excluded.unsubscribed_at)`,
    [uuidv7(), address],
  );
}

/** Barred addresses, the latest first; with `address` (its blind index) only that one. */
export function selectBars(sql: Sql, address: Buffer | null, limit: number): Promise<MailBar[]> {
  return sql.query<MailBar>(
    `select id, masked as address, bounced_at as "bouncedAt", bounce_reason as "bounceReason", unsubscribed_at as "unsubscribedAt"
     from mail_bar where $1::bytea is null or address = $1 order by greatest(bounced_at, unsubscribed_at) desc, id limit $2`,
    [address, limit],
  );
}

/** Mail is tried again to an address that bounced; that its holder unsubscribed stays. Answers false when there is nothing to clear. */
export async function clearBounce(tx: Sql, id: string): Promise<boolean> {
  const gone = await tx.query('delete from mail_bar where id = $1 and bounced_at is not null and unsubscribed_at is null returning id', [id]); // prettier-ignore
  if (gone.length === 1) return true;
  const cleared = await tx.query(
    'update mail_bar set bounced_at = null, bounce_reason = null where id = $1 and bounced_at is not null returning id',
    [id],
  );
  return cleared.length === 1;
}
