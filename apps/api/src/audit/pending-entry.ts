import type { Sql } from '@huiyin/database';
import { joinAudit, recordAudit, type AuditRecord } from '@huiyin/org';
import { AsyncLocalStorage } from 'node:async_hooks';

/** The entry of the request that is being answered. */
const current = new AsyncLocalStorage<PendingEntry>();
/** Requests that have one. Carrying it along slows every promise of the process down, so it is switched off while there are none. */
let carried = 0;

/**
 * The audit entry of a request, which goes with the first of its transactions that changes something. A request whose change
 * is one statement without a transaction, or that changes nothing here, has it written at its end.
 */
export class PendingEntry {
  private state: 'waiting' | 'joining' | 'written' | 'over' = 'waiting';

  constructor(private readonly entry: AuditRecord) {}

  /** Runs `work` as the request of this entry. */
  during<T>(work: () => T): T {
    carried += 1;
    return current.run(this, work);
  }

  /** At the end of a request that was answered: written now when no transaction took it along. */
  async end(sql: Sql): Promise<void> {
    try {
      if (this.state !== 'written') await recordAudit(sql, this.entry);
    } finally {
      this.drop();
    }
  }

  /** Nothing that goes on behind the request may take it along. */
  drop(): void {
    this.state = 'over';
    carried -= 1;
    if (carried === 0) current.disable();
  }

  private async join(tx: Sql): Promise<((committed: boolean) => void) | undefined> {
    if (this.state !== 'waiting') return undefined;
    this.state = 'joining';
    try {
      const written = await joinAudit(tx, this.entry);
      if (written) return (committed) => void (this.state = committed ? 'written' : 'waiting');
      this.state = 'waiting';
    } catch (error) {
      this.state = 'waiting';
      throw error;
    }
    return undefined;
  }

  /** Takes the entry of the request that is being answered, if there is one, into a transaction. */
  static joining(tx: Sql): Promise<((committed: boolean) => void) | undefined> {
    return current.getStore()?.join(tx) ?? Promise.resolve(undefined);
  }
}
