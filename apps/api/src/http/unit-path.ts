import { CodedError } from '@huiyin/loop';
import type { Unit, UnitDirectory } from '@huiyin/org';

/**
 * The unit that a request names by code.
 * @throws {CodedError} `unknown-unit`
 */
export async function unitByCode(code: string, units: UnitDirectory, field = 'unit'): Promise<Unit> {
  const unit = (await units.resolve([code])).get(code);
  if (unit) return unit;
  throw new CodedError('unknown-unit', `There is no unit "${code}". GET /api/v1/units lists them.`, [
    { field, message: 'no such unit' },
  ]);
}

/** The path under which a unit and everything below it lie; `undefined` for no unit. */
export async function unitPath(code: string | undefined, units: UnitDirectory): Promise<string | undefined> {
  return code === undefined ? undefined : (await unitByCode(code, units)).path;
}
