import { isScope, type Scope } from './scopes.js';

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
}

/** Builds a {@link Principal} from a row; scopes that no longer exist are dropped. */
export function principal(
  kind: Principal['kind'],
  row: { id: string | number; name: string; scopes: readonly string[]; mustChangePassword?: boolean },
): Principal {
  const id = String(row.id);
  return Object.freeze({
    kind,
    id,
    name: row.name,
    scopes: new Set(row.scopes.filter(isScope)),
    actor: `${kind}:${id}` as const,
    mustChangePassword: row.mustChangePassword ?? false,
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
