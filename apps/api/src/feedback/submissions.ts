import { type Submission } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { Principal, UnitDirectory } from '@huiyin/org';
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { SubmitFeedbackDto } from './submit-feedback.dto.js';

/** A valid piece of feedback with who sent it; `unitId` from its unit code. */
export function submission(dto: SubmitFeedbackDto, sender: Principal, unitId: number | undefined): Submission {
  const { unit: _, channel = 'other', tags = [], attributes = {}, ...rest } = dto;
  const optional = { ...rest, ...(unitId === undefined ? {} : { unitId }) };
  return { ...optional, id: uuidv7(), channel: channel ?? 'other', tags: tags ?? [], attributes: attributes ?? {}, acceptedBy: sender.actor };
}

/**
 * Looks the unit codes of some pieces up.
 * @returns a function that answers with the id of a piece's unit, or with the error for an unknown one
 */
export async function unitFinder(
  pieces: readonly SubmitFeedbackDto[],
  units: UnitDirectory,
): Promise<(piece: SubmitFeedbackDto) => number | undefined | CodedError> {
  const codes = new Set(pieces.flatMap(({ unit }) => (unit ? [unit] : [])));
  const found = codes.size > 0 ? await units.resolve(codes) : new Map<string, { id: number }>();
  return ({ unit }) => {
    if (!unit) return undefined;
    const known = found.get(unit);
    if (known) return known.id;
    return new CodedError('unknown-unit', `There is no unit "${unit}". GET /api/v1/units lists them.`, [
      { field: 'unit', message: 'no such unit' },
    ]);
  };
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * The idempotency key of a request with the hash of its body; the order of the fields does not matter.
 * @throws {CodedError} `validation-failed` when the header is not a key
 */
export function idempotency(key: string | undefined, sender: Principal, body: SubmitFeedbackDto): Submission['idempotency'] {
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw new CodedError('validation-failed', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', [
      { field: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' },
    ]);
  return { owner: sender.actor, key, bodyHash: createHash('sha256').update(canonical(body)).digest('hex') };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
