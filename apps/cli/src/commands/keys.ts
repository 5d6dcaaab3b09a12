import { OperatorError } from '@huiyin/config';
import { ApiKeys, ROTATION_HOURS, SCOPE_NAMES, type ApiKey } from '@huiyin/org';
import { type Arguments, defineCommand } from '../command.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const OPTIONS = {
  name: { type: 'string' },
  scopes: { type: 'string' },
  expires: { type: 'string' },
  source: { type: 'string' },
  unit: { type: 'string' },
  hours: { type: 'string' },
} as const;
const USAGE =
  'create --name <name> --scopes <a,b> [--expires 90d|2027-01-31] [--source <name>] [--unit <code>] | list | ' +
  'rotate <id> [--hours 24] | revoke <id>';

export const command = defineCommand({
  summary: {
    en: `Makes, lists, rotates and revokes API keys. Scopes: ${SCOPE_NAMES.join(', ')}.`,
    zh: '新建、列出、轮换和吊销 API 密钥。',
  },
  usage: USAGE,
  options: OPTIONS,
  async run({ positionals: [action = '', id, ...more], values }, config) {
    if (more.length > 0) throw new OperatorError(`Too much on the line; write keys ${USAGE}`);
    switch (action) {
      case 'create':
        return withDatabase(config(), 'keys', (database) => create(new ApiKeys(database), values));
      case 'list':
        return withDatabase(config(), 'keys', (database) => list(new ApiKeys(database)));
      case 'rotate':
        if (!id) throw new OperatorError('Which one? Write keys rotate <id>; `keys list` shows the ids.');
        return withDatabase(config(), 'keys', (database) => rotate(new ApiKeys(database), id, values.hours));
      case 'revoke':
        if (!id) throw new OperatorError('Which one? Write keys revoke <id>; `keys list` shows the ids.');
        return withDatabase(config(), 'keys', (database) => revoke(new ApiKeys(database), id));
      default:
        throw new OperatorError(`Write keys ${USAGE}`);
    }
  },
});

async function create(keys: ApiKeys, values: Arguments<typeof OPTIONS>['values']): Promise<void> {
  const { name, scopes, expires, source, unit } = values;
  if (!name || !scopes) throw new OperatorError('A key needs --name and --scopes (names separated by commas).');
  const made = await keys.create({
    name,
    scopes: scopes.split(',').map((scope) => scope.trim()),
    expiresAt: expires === undefined ? null : timeOf(expires),
    source,
    unit,
    createdBy: 'system',
  });
  // The key alone on stdout, so that a script can take it; the rest is for the person.
  console.log(made.key);
  console.error(`Key ${made.id} (${made.scopes.join(', ')}), ${endOf(made)}. It is shown this once: keep it safe.`);
}

async function list(keys: ApiKeys): Promise<void> {
  const rows = (await keys.list()).map((key) => [
    key.id,
    key.name,
    key.scopes.join(','),
    [key.source, key.unit?.code].filter(Boolean).join(' ') || '(any)',
    key.revokedAt ? `revoked ${key.revokedAt}` : endOf(key),
    key.lastUsedAt ?? 'never used',
  ]);
  console.log(table([['ID', 'NAME', 'SCOPES', 'SOURCE, UNIT', 'STATE', 'LAST USED'], ...rows]));
}

async function rotate(keys: ApiKeys, id: string, hours = String(ROTATION_HOURS.usual)): Promise<void> {
  const forHours = Number(hours);
  if (!Number.isInteger(forHours) || forHours < 0 || forHours > ROTATION_HOURS.most)
    throw new OperatorError(`--hours is a whole number, 0 to ${ROTATION_HOURS.most}`);
  const made = await keys.rotate(idOf(id), forHours);
  console.log(made.key);
  const old = made.previousUntil ? `works until ${made.previousUntil}` : 'has ended';
  console.error(`The new secret of "${made.name}" is shown this once: keep it safe. The old one ${old}.`);
}

/** A whole key is taken too: its middle part is the id. */
function idOf(text: string): string {
  return /^hy_([a-z0-9]+)_/.exec(text)?.[1] ?? text;
}

async function revoke(keys: ApiKeys, id: string): Promise<void> {
  const { name, revokedAt } = await keys.revoke(idOf(id));
  console.log(`The key "${name}" is revoked since ${revokedAt}; running processes refuse it within a second.`);
}

function endOf({ expiresAt }: ApiKey): string {
  return expiresAt === null ? 'without an end' : `until ${expiresAt}`;
}

/** `90d` from now, or a day or time as it is. */
function timeOf(expires: string): string {
  const days = /^(\d{1,5})d$/.exec(expires)?.[1];
  return days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString() : expires;
}
