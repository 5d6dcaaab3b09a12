import { OperatorError } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { ApiKeys, People, Units } from '@huiyin/org';
import { listRules, replaceRules } from '@huiyin/route';
import { NAMES, SOURCES } from './data/operator.js';
import { rulesFrom, scopesOf, UNITS } from './operator.js';
import type { Random } from './random.js';

/** Who does what in the demo. */
export interface Staff {
  /** `person:<id>` of those who work in a unit; of the hotline for units that are not of the demo. */
  readonly actorsOf: (unit: string) => readonly `person:${string}`[];
  /** `key:<id>` of a source. */
  readonly keyOf: (source: keyof typeof SOURCES) => string;
  readonly unitIdOf: (unit: string) => number | undefined;
}

/** Somebody who is hashing a password keeps a core busy; so many at once. */
const AT_ONCE = 4;

/**
 * Sets the operator up: units, people, keys of the sources, routing rules behind those that are there. What an earlier
 * demo has set up stays as it is.
 * @throws {OperatorError} when units of the same codes are somebody else's
 */
export async function foundOperator(db: Database, random: Random): Promise<Staff> {
  const units = await foundUnits(db);
  await foundRules(db);
  const people = await foundPeople(db, random);
  const keys = await foundKeys(db);
  const hotline = people.get('cy-hotline') ?? [];
  return {
    actorsOf: (unit) => people.get(unit) ?? hotline,
    keyOf: (source) => `key:${keys.get(source)}`,
    unitIdOf: (unit) => units.get(unit),
  };
}

async function foundUnits(db: Database): Promise<Map<string, number>> {
  const units = new Units(db);
  const nameOf = new Map((await units.list()).map(({ code, nameZh }) => [code, nameZh]));
  const taken = UNITS.find(({ code, nameZh }) => nameOf.has(code) && nameOf.get(code) !== nameZh);
  if (taken) {
    const message = `The unit "${taken.code}" (${nameOf.get(taken.code)}) is not one of the demo's; use another database for the demo.`;
    throw new OperatorError(message);
  }
  await units.importAll(UNITS.map(({ manner: _, ...unit }) => unit));
  return new Map((await units.list()).map(({ code, id }) => [code, id]));
}

async function foundRules(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const there = await listRules(tx);
    const own = new Set(UNITS.map(({ code }) => code));
    if (there.some(({ unit }) => own.has(unit))) return;
    const next = Math.max(0, ...there.map(({ position }) => position)) + 10;
    await replaceRules(tx, [...there, ...rulesFrom(next)]);
  });
}

/** Passwords are made at random and told to nobody: these people are there to be seen, not to sign in. */
async function foundPeople(db: Database, random: Random): Promise<Map<string, `person:${string}`[]>> {
  const people = new People(db);
  const idOf = new Map((await people.list()).map(({ username, id }) => [username, id]));
  const wanted = UNITS.flatMap(({ code, manner }) =>
    Array.from({ length: manner.people }, (_, index) => ({
      unit: code,
      username: `demo.${code.slice(3)}.${index + 1}`,
    })),
  );
  const named = wanted.map((one) => {
    return {
      ...one,
      displayName: `${random.pick(NAMES.zhFamily)}${random.pick(NAMES.zhGiven)}${random.pick(NAMES.zhGiven)}`,
    };
  });
  const queue = named.filter(({ username }) => !idOf.has(username));
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { unit, ...rest } = next;
      const { person } = await people.create({ ...rest, scopes: scopesOf(unit) });
      idOf.set(person.username, person.id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const actors = new Map<string, `person:${string}`[]>(UNITS.map(({ code }) => [code, []]));
  for (const { unit, username } of named) actors.get(unit)?.push(`person:${idOf.get(username)}`);
  return actors;
}

/** The secrets of these keys are thrown away, so nobody can use them. */
async function foundKeys(db: Database): Promise<Map<string, string>> {
  const keys = new ApiKeys(db);
  const idOf = new Map((await keys.list()).map(({ name, id }) => [name, id]));
  const found = new Map<string, string>();
  for (const [source, { key: name }] of Object.entries(SOURCES)) {
    const wanted = { name, scopes: ['feedback:write'], createdBy: 'system' };
    found.set(source, idOf.get(name) ?? (await keys.create(wanted)).id);
  }
  return found;
}
