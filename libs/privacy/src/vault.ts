import { createHmac, hkdfSync } from 'node:crypto';
import type { Keyring } from './keyring.js';
import { freshBytes, keyIdOf, openWith, SealError, sealWith, type Place } from './sealing.js';

const KEY_BYTES = 32;
/** A master key that somebody else has added is used after so long, milliseconds. */
const LOOK_MS = 5_000;

/** The key of one customer, or of one item of somebody unknown. What it sealed is gone for good once it is destroyed. */
export class DataKey {
  constructor(
    /** UUID, of the row in `customer_key`. */
    readonly id: string,
    private readonly secret: Buffer,
  ) {}

  /** Seals a value for its place. */
  seal(value: string, place: Place): string {
    return sealWith(this.secret, this.id, value, place);
  }

  /** @throws {SealError} when it was sealed with another key, for another place, or was changed */
  open(sealed: string, place: Place): string {
    return openWith(this.secret, sealed, place);
  }
}

/** Keys for everything that is stored sealed or looked up blind. One per process. */
export class Vault {
  private readonly derived = new Map<string, Buffer>();
  private lookedAt = 0;

  /** @param look answers with the keyring when it has changed since the last look */
  constructor(
    private known: Keyring,
    private readonly look: () => Keyring | undefined = () => undefined,
  ) {}

  /** The keys as they are now: a rotation by another process is noticed within seconds. */
  get ring(): Keyring {
    const now = performance.now();
    if (now - this.lookedAt > LOOK_MS) this.lookAgain(now);
    return this.known;
  }

  /** Seals a secret of our own (a webhook's, say) with the current master key, for its place in the database. */
  seal(value: string, place: Place): string {
    const { current } = this.ring;
    return sealWith(this.sealing(current), current, value, place);
  }

  /** @throws {SealError} when the key is not here, the value is from another place, or was changed */
  open(sealed: string, place: Place): string {
    const keyId = keyIdOf(sealed);
    if (keyId !== undefined && !this.ring.masters.has(keyId)) this.lookAgain(performance.now());
    if (keyId === undefined || !this.known.masters.has(keyId))
      throw new SealError(`${place.table}.${place.column} was sealed with the key ${keyId ?? '?'}, which is not here.`);
    return openWith(this.sealing(keyId), sealed, place);
  }

  /** True when a value is sealed with an older master key, so that it should be sealed anew. */
  isOld(sealed: string): boolean {
    return keyIdOf(sealed) !== this.ring.current;
  }

  /**
   * What a value is looked up by without being stored: HMAC-SHA-256 under a key of its own for each kind. The same value of the
   * same kind always gives the same 32 bytes; without the key they tell nothing. Bring the value into one form first.
   */
  blindIndex(kind: string, value: string): Buffer {
    return createHmac('sha256', this.derive(`blind index ${kind}`))
      .update(value)
      .digest();
  }

  /** 32 bytes for one purpose (HKDF-SHA-256); they stay the same when master keys are rotated. */
  derive(purpose: string): Buffer {
    return this.derivedFrom(this.known.root, `root ${purpose}`);
  }

  /** A new data key with the form in which it is stored. */
  newKey(id: string): { readonly key: DataKey; readonly wrapped: string } {
    const secret = freshBytes(KEY_BYTES);
    return { key: new DataKey(id, secret), wrapped: this.seal(secret.toString('base64'), wrappedPlace(id)) };
  }

  /** A data key from its stored form. @throws {SealError} */
  unwrap(id: string, wrapped: string): DataKey {
    return new DataKey(id, Buffer.from(this.open(wrapped, wrappedPlace(id)), 'base64'));
  }

  /** The stored form of a data key under the current master key. @throws {SealError} */
  rewrap(id: string, wrapped: string): string {
    return this.seal(this.open(wrapped, wrappedPlace(id)), wrappedPlace(id));
  }

  private lookAgain(now: number): void {
    this.lookedAt = now;
    this.known = this.look() ?? this.known;
  }

  private sealing(masterId: string): Buffer {
    return this.derivedFrom(this.known.masters.get(masterId) as Buffer, `sealing ${masterId}`);
  }

  private derivedFrom(key: Buffer, purpose: string): Buffer {
    let derived = this.derived.get(purpose);
    if (!derived) {
      derived = Buffer.from(hkdfSync('sha256', key, '', `huiyin ${purpose}`, KEY_BYTES));
      if (this.derived.size < 1_000) this.derived.set(purpose, derived);
    }
    return derived;
  }
}

function wrappedPlace(id: string): Place {
  return { table: 'customer_key', column: 'wrapped', row: id };
}
