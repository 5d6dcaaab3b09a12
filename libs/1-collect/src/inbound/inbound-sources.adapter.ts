import type { Database, Sql } from '@huiyin/database';
import { CodedError, type FieldError } from '@huiyin/loop';
import { recordAudit } from '@huiyin/org';
import { newSecret, problemOfSecret } from '@huiyin/outgoing';
import type { Vault } from '@huiyin/privacy';
import { randomBytes } from 'node:crypto';
import { checkPiece, invalid } from '../piece.js';
import { applyMapping, type Mapped } from './apply.js';
import { problemsOfCheck, problemsOfMapping } from './check-source.js';
import * as store from './inbound-source.store.js';
import type { Mapping } from './mapping.js';
import type { SenderCheck } from './sender-check.js';

/** A source to be stored. */
export interface InboundSourceToStore {
  readonly name: string;
  readonly description?: string;
  readonly check: SenderCheck;
  readonly mapping: Mapping;
  readonly active?: boolean;
  /** Without it the one on record stays, or one is made. */
  readonly secret?: string;
  /** Hours for which an old secret is taken beside a new one; 24 when left out. */
  readonly keepOldHours?: number;
}

/** What an item of a sample would become. */
export type Tried =
  | Exclude<Mapped, { type: 'bad' }>
  | { readonly type: 'bad'; readonly detail: string; readonly errors: readonly FieldError[] };

const HOURS_OF_OLD_SECRET = 24;
const place = (column: 'secret' | 'old_secret', row: string) => ({ table: 'inbound_source', column, row });

/** The sources that push to us, and how their words are read. */
export class InboundSources {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  list(): Promise<store.InboundSource[]> {
    return store.selectSources(this.db);
  }

  /** @throws {CodedError} `not-found` */
  async get(name: string): Promise<store.InboundSource> {
    const [source] = await store.selectSources(this.db, name);
    if (source) return source;
    throw new CodedError(
      'not-found',
      'There is no inbound source of that name. GET /api/v1/inbound-sources lists them.',
    );
  }

  /**
   * Stores a source, or changes the one of that name.
   * @returns the source; with its secret when that was made or given just now, which is the only time it is shown
   * @throws {CodedError} `validation-failed`
   */
  async upsert(source: InboundSourceToStore, actor: string): Promise<store.InboundSource & { secret?: string }> {
    const { name, description = '', check, mapping, active = true, keepOldHours = HOURS_OF_OLD_SECRET } = source;
    refuseBad(source);
    const secret = await this.db.transaction(async (tx) => {
      const stored = await store.lockSecret(tx, name);
      const fresh = source.secret ?? (stored === null ? secretFor(check) : null);
      const row = { name, description, check, mapping, active, createdBy: actor, oldHours: keepOldHours };
      const old = stored === null ? null : this.vault.open(stored, place('secret', name));
      await store.upsertSource(tx, {
        ...row,
        secret: fresh === null ? null : this.vault.seal(fresh, place('secret', name)),
        oldSecret: old === null ? null : this.vault.seal(old, place('old_secret', name)),
      });
      await audit(tx, { actor, name, details: { check: check.type, secretReplaced: fresh !== null } });
      return fresh;
    });
    return { ...(await this.get(name)), ...(secret === null ? {} : { secret }) };
  }

  /** @throws {CodedError} `not-found` */
  async remove(name: string, actor: string): Promise<void> {
    await this.get(name);
    await this.db.transaction(async (tx) => {
      await tx.query('delete from inbound_source where name = $1', [name]);
      await audit(tx, { actor, name, details: { removed: true } });
    });
  }

  /**
   * What a sample would become, item by item; nothing is stored.
   * @param mapping to be tried instead of the one on record
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async try(name: string, sample: unknown, mapping?: Mapping): Promise<Tried[]> {
    if (mapping !== undefined) refuse(problemsOfMapping(mapping));
    const used = mapping ?? (await this.get(name)).mapping;
    return applyMapping(used, sample, { source: name, messageId: 'sample' }).map(tried);
  }

  /** What is needed to take a message; null when there is no such source, or it is off. Secrets are open. */
  async receiving(
    name: string,
  ): Promise<(Omit<store.Receiving, 'secret' | 'oldSecret'> & { secrets: string[] }) | null> {
    const row = await store.selectReceiving(this.db, name);
    if (!row) return null;
    const { secret, oldSecret, ...rest } = row;
    const current = this.vault.open(secret, place('secret', name));
    const old = oldSecret === null ? [] : [this.vault.open(oldSecret, place('old_secret', name))];
    return { ...rest, secrets: [current, ...old] };
  }

  /** Keeps why a message was refused. */
  noteRefusal(name: string, detail: string): Promise<void> {
    return store.noteRefusal(this.db, name, detail);
  }
}

function audit(tx: Sql, { actor, name, details }: { actor: string; name: string; details: object }): Promise<void> {
  return recordAudit(tx, { actor, action: 'webhook.changed', subject: `inbound:${name}`, details: { ...details } });
}

function tried(mapped: Mapped): Tried {
  if (mapped.type === 'bad') return { type: 'bad', detail: mapped.error.detail, errors: mapped.error.fields };
  const problems = mapped.type === 'piece' ? checkPiece(mapped.piece) : [];
  if (!Array.isArray(problems) || problems.length === 0) return mapped;
  const error = invalid(problems);
  return { type: 'bad', detail: error.detail, errors: error.fields };
}

function secretFor({ type }: SenderCheck): string {
  return type === 'standard' ? newSecret() : randomBytes(32).toString('base64url');
}

function refuseBad({ name, check, mapping, secret }: InboundSourceToStore): void {
  const nameProblem = /^[\p{L}\p{N}._-]{1,100}$/u.test(name) ? [] : [{ field: 'name', message: 'must be 1 to 100 letters, digits, dots, dashes or underscores' }]; // prettier-ignore
  const secretProblem = secret === undefined ? null : problemOf(secret, check);
  refuse([
    ...nameProblem,
    ...problemsOfCheck(check),
    ...problemsOfMapping(mapping),
    ...(secretProblem === null ? [] : [{ field: 'secret', message: secretProblem }]),
  ]);
}

function problemOf(secret: string, check: SenderCheck): string | null {
  if (check?.type === 'standard') return problemOfSecret(secret);
  return /^[\x21-\x7e]{16,200}$/.test(secret) ? null : 'must be 16 to 200 visible ASCII characters';
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}
