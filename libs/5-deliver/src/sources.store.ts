import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Place, Vault } from '@huiyin/privacy';
import { newSecret, problemOfSecret, problemOfTarget } from '@huiyin/outgoing';

/** A system that feedback comes from and that wants to be told the answers. */
export interface Source {
  /** As in `source` of the feedback, 1 to 100 characters. */
  readonly name: string;
  readonly callbackUrl: string;
  /** ISO 8601 UTC with microseconds. */
  readonly createdAt: string;
}

/** A source to be stored; without `secret` the old one stays, or a new one is made. */
export interface SourceToStore {
  readonly name: string;
  readonly callbackUrl: string;
  /** `whsec_` and 24 to 64 bytes in base64. */
  readonly secret?: string;
}

const COLUMNS = 'name, callback_url as "callbackUrl", created_at as "createdAt"';

/** The sources and their callbacks. */
export class Sources {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * Stores a source, or changes the one of that name.
   * @returns the source; with its secret when that was made or given just now, which is the only time it is shown
   * @throws {CodedError} `validation-failed`
   */
  async upsert(source: SourceToStore): Promise<Source & { secret?: string }> {
    refuseBad(source);
    const fresh = newSecret();
    const given = source.secret ?? null;
    const seal = (secret: string) => this.vault.seal(secret, secretPlace(source.name));
    const [row] = await this.db.transaction((tx) =>
      tx.query<Source & { secret: string }>(
        `insert into source as s (name, callback_url, secret) values ($1, $2, coalesce($3, $4))
       on conflict (name) do update set callback_url = excluded.callback_url, secret = coalesce($3, s.secret)
       returning ${COLUMNS}, secret`,
        [source.name, new URL(source.callbackUrl).href, given && seal(given), seal(fresh)],
      ),
    );
    const { secret, ...stored } = row as Source & { secret: string };
    const kept = openSecret(this.vault, source.name, secret);
    return kept === (given ?? fresh) ? { ...stored, secret: kept } : stored;
  }

  /** All sources by name, without their secrets. */
  list(): Promise<Source[]> {
    return this.db.query<Source>(`select ${COLUMNS} from source order by name`);
  }

  /** Answers false when there is none of that name. What waits for its callback goes to the next channel. */
  async remove(name: string): Promise<boolean> {
    const sql = 'delete from source where name = $1 returning name';
    return (await this.db.transaction((tx) => tx.query(sql, [name]))).length === 1;
  }
}

function secretPlace(name: string): Place {
  return { table: 'source', column: 'secret', row: name };
}

/** The secret of a source as signatures need it. One that an earlier version stored is not sealed yet. */
export function openSecret(vault: Vault, name: string, stored: string): string {
  return stored.startsWith('whsec_') ? stored : vault.open(stored, secretPlace(name));
}

function refuseBad({ name, callbackUrl, secret }: SourceToStore): void {
  const errors = [
    { field: 'name', message: name.trim() === '' || name.length > 100 ? 'Use 1 to 100 characters.' : null },
    { field: 'callbackUrl', message: problemOfTarget(callbackUrl) },
    { field: 'secret', message: secret === undefined ? null : problemOfSecret(secret) },
  ].flatMap(({ field, message }) => (message === null ? [] : [{ field, message }]));
  if (errors.length > 0) throw new CodedError('validation-failed', 'The source cannot be stored as it is.', errors);
}
