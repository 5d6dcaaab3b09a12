import type { Sql } from '@huiyin/database';
import type { AuditAction } from './actions.js';

/** One thing that somebody did. */
export interface AuditRecord {
  /** `person:<id>`, `key:<id>` or `system`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** What it was done to: `feedback:<id>`, `customer:<id>`, `key:<id>`, a route … never a name, number or address of a customer. */
  readonly subject: string;
  /** Counts, ids, field names, a written reason. Never personal data: entries can never be removed. */
  readonly details?: Record<string, unknown>;
}

/**
 * The same at the end of a transaction that may have changed nothing: the entry is written only when it has.
 * @returns whether it was written
 */
export async function joinAudit(tx: Sql, entry: AuditRecord): Promise<boolean> {
  const { actor, action, subject, details = {} } = entry;
  const written = await tx.query(
    `insert into audit_entry (actor, action, subject, details)
     select $1, $2, $3, $4 where pg_current_xact_id_if_assigned() is not null returning id`,
    [actor, action, subject, JSON.stringify(details)],
  );
  return written.length > 0;
}

/**
 * Puts on record what somebody did. Call it with the transaction that does it, so that neither happens without the other.
 * Writers do not wait for each other: the entry joins the hash chain a moment after the commit, see `chainAudit`.
 */
export async function recordAudit(sql: Sql, entry: AuditRecord): Promise<void> {
  await sql.query('insert into audit_entry (actor, action, subject, details) values ($1, $2, $3, $4)', [
    entry.actor,
    entry.action,
    entry.subject,
    JSON.stringify(entry.details ?? {}),
  ]);
}
