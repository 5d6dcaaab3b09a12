import { randomBytes } from 'node:crypto';
import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';

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
const SECRET_BYTES = 32;

/** The sources and their callbacks. */
export class Sources {
  constructor(private readonly db: Database) {}

  /**
   * Stores a source, or changes the one of that name.
   * @returns the source; with its secret when that was made or given just now, which is the only time it is shown
   * @throws {CodedError} `validation-failed`
   */
  async upsert(source: SourceToStore): Promise<Source & { secret?: string }> {
    refuseBad(source);
    const fresh = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const [row] = await this.db.query<Source & { secret: string }>(
      `insert into source as s (name, callback_url, secret) values ($1, $2, coalesce($3, $4))
       on conflict (name) do update set callback_url = excluded.callback_url, secret = coalesce($3, s.secret)
       returning ${COLUMNS}, secret`,
      [source.name, new URL(source.callbackUrl).href, source.secret ?? null, fresh],
    );
    const { secret, ...stored } = row as Source & { secret: string };
    return secret === (source.secret ?? fresh) ? { ...stored, secret } : stored;
  }

  /** All sources by name, without their secrets. */
  list(): Promise<Source[]> {
    return this.db.query<Source>(`select ${COLUMNS} from source order by name`);
  }

  /** Answers false when there is none of that name. What waits for its callback goes to the next channel. */
  async remove(name: string): Promise<boolean> {
    return (await this.db.query('delete from source where name = $1 returning name', [name])).length === 1;
  }
}

function refuseBad({ name, callbackUrl, secret }: SourceToStore): void {
  const errors = [
    { field: 'name', message: name.trim() === '' || name.length > 100 ? 'Use 1 to 100 characters.' : null },
    { field: 'callbackUrl', message: problemOfUrl(callbackUrl) },
    { field: 'secret', message: secret === undefined ? null : problemOfSecret(secret) },
  ].flatMap(({ field, message }) => (message === null ? [] : [{ field, message }]));
  if (errors.length > 0) throw new CodedError('validation-failed', 'The source cannot be stored as it is.', errors);
}

function problemOfUrl(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.href.length > 2_048 || !/^https?:$/.test(url.protocol))
    return 'Use an http or https URL of up to 2,048 characters.';
  return url.username !== '' || url.password !== ''
    ? 'Leave user name and password out; messages are signed instead.'
    : null;
}

function problemOfSecret(value: string): string | null {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const exact = bytes.toString('base64') === encoded && bytes.length >= 24 && bytes.length <= 64;
  return exact ? null : 'Use whsec_ followed by 24 to 64 random bytes in base64, or leave it out.';
}
