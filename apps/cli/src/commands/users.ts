import { readFile } from 'node:fs/promises';
import { type Config, OperatorError } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { LANGUAGES, OidcSignIn, People, ROLE_NAMES, SCOPE_NAMES, Sessions, importPeople } from '@huiyin/org';
import { type Arguments, defineCommand } from '../command.js';
import { peopleOfFile } from '../people-file.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const OPTIONS = {
  name: { type: 'string' },
  roles: { type: 'string' },
  units: { type: 'string' },
  scopes: { type: 'string' },
  language: { type: 'string' },
  issuer: { type: 'string' },
  'revoke-keys': { type: 'boolean', default: false },
} as const;
const USAGE =
  'add|change <username> [--roles a,b] [--units a,b] [--scopes a,b] [--name <name>] [--language zh|en] | list | import <file.csv> | ' +
  'deactivate <username> [--revoke-keys] | activate|reset-password|sign-out <username> | link <username> <subject> [--issuer <url>]';

export const command = defineCommand({
  summary: {
    en: `Adds, changes, lists, imports and deactivates people, gives them new passwords. Roles: ${ROLE_NAMES.join(', ')}. Scopes: ${SCOPE_NAMES.join(', ')}.`,
    zh: '新增、修改、列出、导入、停用人员，重置密码，强制下线，绑定统一身份账号。',
  },
  usage: USAGE,
  options: OPTIONS,
  async run({ positionals: [action = '', first, second, ...more], values }, config) {
    const work = WORK[action];
    if (!work || more.length > 0 || (second !== undefined) !== (action === 'link'))
      throw new OperatorError(`Write users ${USAGE}`);
    if (action !== 'list' && !first)
      throw new OperatorError(`Who? Write users ${action} <${action === 'import' ? 'file.csv' : 'username'}>`);
    const settings = config();
    return withDatabase(settings, 'users', (database) => {
      const people = new People(database);
      return work({ people, database, settings, values, first: first ?? '', second: second ?? '' });
    });
  },
});

interface Job {
  readonly people: People;
  readonly database: Database;
  readonly settings: Config;
  readonly values: Arguments<typeof OPTIONS>['values'];
  /** The user name or the file. */
  readonly first: string;
  readonly second: string;
}

const WORK: Readonly<Record<string, (job: Job) => Promise<number | void>>> = {
  add,
  change,
  list,
  import: importFile,
  deactivate: (job) => setActive(job, false),
  activate: (job) => setActive(job, true),
  'reset-password': resetPassword,
  'sign-out': signOut,
  link,
};

function wanted({ values }: Job) {
  const language = LANGUAGES.find((one) => one === values.language);
  if (values.language !== undefined && !language) throw new OperatorError(`--language is ${LANGUAGES.join(' or ')}`);
  const some = (text: string | undefined) => text?.split(/[\s,]+/).filter((part) => part !== '');
  return {
    displayName: values.name,
    language,
    roles: some(values.roles),
    units: some(values.units),
    scopes: some(values.scopes),
  };
}

async function add(job: Job): Promise<void> {
  const { person, password } = await job.people.create({ username: job.first, ...wanted(job) });
  const rights = [...person.roles, ...person.scopes].join(', ') || 'no roles and no scopes';
  const units = person.units.map(({ code }) => code).join(', ') || 'the whole organisation';
  console.log(`Added ${person.username} (${rights}; ${units}).`);
  handOver(password);
}

async function change(job: Job): Promise<void> {
  const { id, username } = await job.people.getByUsername(job.first);
  await job.people.update(id, wanted(job));
  console.log(`Changed ${username}.`);
}

async function list({ people }: Job): Promise<void> {
  const rows = (await people.list()).map((person) => [
    String(person.id),
    person.username,
    person.displayName,
    person.active ? 'active' : 'deactivated',
    person.roles.join(','),
    person.units.map(({ code }) => code).join(',') || '(all)',
    person.scopes.join(','),
  ]);
  console.log(table([['ID', 'USER NAME', 'NAME', 'STATE', 'ROLES', 'UNITS', 'SCOPES'], ...rows]));
}

/** Good lines are applied; of every other one the reason is told, and the exit status is 1. */
async function importFile({ people, first: file }: Job): Promise<number> {
  const lines = peopleOfFile(file, await textOf(file));
  const good = lines.filter(({ problem }) => problem === undefined);
  const done = await importPeople(
    people,
    good.map(({ row }) => row),
  );
  const passwords = done.flatMap((one) =>
    one.state === 'created' && one.password ? [[one.username, one.password]] : [],
  );
  if (passwords.length > 0)
    console.log(table([['USER NAME', 'PASSWORD, TO BE CHANGED AT THE FIRST SIGN-IN'], ...passwords]));
  const bad = lines.flatMap(({ line, problem }) => {
    const result = done[good.findIndex((one) => one.line === line)];
    const reason = problem ?? (result?.state === 'rejected' ? result.reason : undefined);
    return reason === undefined ? [] : [`Line ${line}: ${reason}`];
  });
  for (const reason of bad) console.error(reason);
  const count = (state: string) => done.filter((one) => one.state === state).length;
  console.log(
    `${count('created')} added, ${count('changed')} changed, ${count('unchanged')} as they were, ${bad.length} rejected.`,
  );
  return bad.length > 0 ? 1 : 0;
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as UTF-8 text (${(error as Error).message}).`, { cause: error });
  }
}

async function setActive({ people, first, values }: Job, active: boolean): Promise<void> {
  const { id, username } = await people.getByUsername(first);
  const revokeKeys = values['revoke-keys'];
  await people.update(id, { active, revokeKeys });
  const keys = revokeKeys
    ? 'API keys they have made are revoked.'
    : 'API keys they have made work on; --revoke-keys ends them.';
  console.log(
    active ? `${username} may sign in again.` : `${username} is signed out everywhere and cannot sign in. ${keys}`,
  );
}

async function resetPassword({ people, first }: Job): Promise<void> {
  const { id } = await people.getByUsername(first);
  handOver(await people.resetPassword(id));
}

async function signOut({ people, database, settings, first }: Job): Promise<void> {
  const { id, username } = await people.getByUsername(first);
  const ended = await new Sessions(database, settings.sessionHours).revokeAllOf(id);
  console.log(`${username} is signed out everywhere (${ended} sessions).`);
}

async function link({ people, database, settings, values, first, second }: Job): Promise<void> {
  const issuer = values.issuer ?? settings.oidcIssuer;
  if (issuer === '') throw new OperatorError('Which provider? Write --issuer <url>, or set HUIYIN_OIDC_ISSUER.');
  const { id, username } = await people.getByUsername(first);
  const sessions = new Sessions(database, settings.sessionHours);
  await new OidcSignIn(database, { sessions, people, provider: null, linkBy: 'none' }).link(id, issuer, second);
  console.log(`${username} signs in as "${second}" of ${issuer}.`);
}

function handOver(password: string | null): void {
  console.log(`Password: ${password}`);
  console.error('It is shown this once, and must be changed at the next sign-in.');
}
