import { Conductor } from '@huiyin/bus';
import { OperatorError, type Config } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { openVault, type Rights } from '@huiyin/privacy';
import { RightsDesk } from '../../api/src/customers/rights-desk.js';
import { withDatabase } from './with-database.js';

/** How a customer is named on the command line. */
export const PERSON_OPTIONS = {
  phone: { type: 'string' },
  email: { type: 'string' },
  id: { type: 'string' },
  source: { type: 'string' },
  customer: { type: 'string' },
} as const;

export const PERSON_USAGE = '--phone <number> | --email <address> | --id <id> --source <name> | --customer <our id>';

/** The values of {@link PERSON_OPTIONS}. */
export type PersonValues = { readonly [K in keyof typeof PERSON_OPTIONS]?: string | undefined };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds the one customer who is named, and does `work` for them.
 * @throws {OperatorError} when nobody is found, or several are
 */
export function withPerson<T>(
  config: Config,
  what: string,
  values: PersonValues,
  work: (rights: Rights, customerId: string) => Promise<T>,
): Promise<T> {
  return withDatabase(config, what, async (database) => {
    const rights = await rightsOn(database, config);
    const ids = await told(() => idsOf(rights, values));
    const [id] = ids;
    if (id === undefined) throw new OperatorError('Nobody is known by that.');
    if (ids.length > 1)
      throw new OperatorError(`That is said of ${ids.length} customers (${ids.join(', ')}); name one with --customer.`);
    return told(() => work(rights, id));
  });
}

async function rightsOn(database: Database, config: Config): Promise<Rights> {
  const desk = new RightsDesk(database, await openVault(config, database), new Conductor(database));
  return desk.inTheNameOf('system');
}

async function idsOf(rights: Rights, { customer, ...by }: PersonValues): Promise<string[]> {
  if (customer !== undefined) {
    if (!UUID.test(customer)) throw new OperatorError(`--customer is one of our ids, not "${customer}".`);
    return [customer];
  }
  const query = Object.fromEntries(Object.entries(by).filter(([, value]) => value !== undefined));
  return (await rights.find(query)).map(({ id }) => id);
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CodedError) throw new OperatorError(error.detail, { cause: error });
    throw error;
  }
}
