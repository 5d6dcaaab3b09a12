import { CodedError, type FieldError } from '@huiyin/loop';
import type { Principal, UnitRef } from './principal.js';

/** What a piece of feedback says about where it comes from. */
interface Origin {
  readonly source?: string | null | undefined;
  /** Code of the unit that took it down. */
  readonly unit?: string | null | undefined;
}

/** Finds units by their codes. */
interface UnitLookup {
  resolve(codes: Iterable<string>): Promise<ReadonlyMap<string, UnitRef>>;
}

/**
 * Holds pieces of feedback against what their sender is bound to; every way in asks here (submit, batch, imports, inbound).
 * A key bound to a source writes that source only, one bound to a unit writes for that unit and those under it only; what
 * a piece leaves out is filled in. Answers, in order, with the piece to accept or an `outside-binding` error in its place,
 * the same for a unit elsewhere and one that is not there. People, and keys that are bound to nothing, write what they like.
 */
export async function enforceBinding<P extends object>(
  pieces: readonly P[],
  who: Principal,
  units: UnitLookup,
): Promise<(P | CodedError)[]> {
  if (who.kind !== 'key' || (who.source === null && who.units.length === 0)) return [...pieces];
  const codes = pieces.flatMap((piece) => (piece as Origin).unit ?? []);
  const known = who.units.length > 0 && codes.length > 0 ? await units.resolve(new Set(codes)) : new Map();
  return pieces.map((piece) => bound(piece, who, known) ?? filledIn(piece, who));
}

function bound(piece: Origin, who: Principal, known: ReadonlyMap<string, UnitRef>): CodedError | undefined {
  const { source, unit } = piece;
  if (who.source !== null && source && source !== who.source)
    return outside({ field: 'source', message: `the key may write "${who.source}" only` });
  if (who.units.length === 0 || !unit) return undefined;
  const path = known.get(unit)?.path;
  if (path !== undefined && who.units.some((own) => path.startsWith(own.path))) return undefined;
  const mine = who.units.map(({ code }) => code).join(', ');
  return outside({ field: 'unit', message: `the key may write for "${mine}" and what is under it only` });
}

function filledIn<P extends object>(piece: P, who: Principal): P {
  const { source, unit } = piece as Origin;
  const [own] = who.units;
  return {
    ...piece,
    ...(who.source !== null && !source ? { source: who.source } : {}),
    ...(own && !unit ? { unit: own.code } : {}),
  };
}

function outside(field: FieldError): CodedError {
  return new CodedError('outside-binding', `${field.field}: ${field.message}. Leave it out, or use another key.`, [
    field,
  ]);
}
