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

/**
 * The unit that a request gives something to.
 * @throws {CodedError} `unknown-unit`, also for one that takes nothing new any more
 */
export async function takingUnit(code: string, units: UnitDirectory): Promise<Unit> {
  const unit = await unitByCode(code, units);
  if (unit.active) return unit;
  const message = 'takes nothing new any more';
  throw new CodedError('unknown-unit', `The unit "${code}" ${message}. Choose another one.`, [
    { field: 'unit', message },
  ]);
}

/** The path under which a unit and everything below it lie; `undefined` for no unit. */
export async function unitPath(code: string | undefined, units: UnitDirectory): Promise<string | undefined> {
  return code === undefined ? undefined : (await unitByCode(code, units)).path;
}
