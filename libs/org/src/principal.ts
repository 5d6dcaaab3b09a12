import { isScope, type Scope } from './scopes.js';

/** A unit that somebody belongs to; it and everything under it (`path` begins with this one's) is theirs. */
export interface UnitRef {
  readonly id: number;
  readonly code: string;
  /** The ids from the root to this one: `/1/5/9/`. */
  readonly path: string;
}

/** Who is asking: a person with a session or a system with a key. Frozen and shared between requests. */
export interface Principal {
  readonly kind: 'person' | 'key';
  readonly id: string;
  /** For people to read: a person's display name, a key's name. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** What the ledger and the audit write down: `person:7`, `key:k3v9…`. */
  readonly actor: `person:${string}` | `key:${string}`;
  /** True while the password was set by somebody else; nothing is allowed until it has been changed. */
  readonly mustChangePassword: boolean;
  /** The units that a person belongs to, the unit that a key is bound to; without any, the whole organisation. See `sightOf`. */
  readonly units: readonly UnitRef[];
  /** The one source that a key may write; null for a person and for a key that is not bound. See `bindPiece`. */
  readonly source: string | null;
}

/** What a {@link Principal} is made of. */
export interface PrincipalRow {
  readonly id: string | number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly mustChangePassword?: boolean;
  readonly units?: readonly UnitRef[];
  readonly source?: string | null;
}

/** Builds a {@link Principal} from a row; scopes that no longer exist are dropped. */
export function principal(kind: Principal['kind'], row: PrincipalRow): Principal {
  const id = String(row.id);
  return Object.freeze({
    kind,
    id,
    name: row.name,
    scopes: new Set(row.scopes.filter(isScope)),
    actor: `${kind}:${id}` as const,
    mustChangePassword: row.mustChangePassword ?? false,
    units: Object.freeze([...(row.units ?? [])]),
    source: row.source ?? null,
  });
}

/** True when `who` holds `scope`, by name or through `admin`. */
export function may(who: Principal, scope: Scope): boolean {
  return !who.mustChangePassword && (who.scopes.has('admin') || who.scopes.has(scope));
}

/** True when `who` holds every one of `scopes`: nobody hands out, or takes over, more than they have. */
export function mayGrant(who: Principal, scopes: Iterable<Scope>): boolean {
  return [...scopes].every((scope) => may(who, scope));
}
