import { OperatorError } from '@huiyin/config';
import { LANGUAGES, People, SCOPE_NAMES } from '@huiyin/org';
import { type Arguments, defineCommand } from '../command.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const OPTIONS = { name: { type: 'string' }, scopes: { type: 'string' }, language: { type: 'string' } } as const;
const USAGE =
  'add <username> --scopes <a,b> [--name <name>] [--language zh|en] | list | deactivate|activate|reset-password <username>';

export const command = defineCommand({
  summary: {
    en: `Adds, lists and deactivates people, gives them new passwords. Scopes: ${SCOPE_NAMES.join(', ')}.`,
    zh: '新增、列出、停用人员,重置密码。',
  },
  usage: USAGE,
  options: OPTIONS,
  async run({ positionals: [action = '', username, ...more], values }, config) {
    const work = WORK[action];
    if (!work || more.length > 0) throw new OperatorError(`Write users ${USAGE}`);
    if (action !== 'list' && !username) throw new OperatorError(`Who? Write users ${action} <username>`);
    await withDatabase(config(), 'users', (database) => work(new People(database), username ?? '', values));
  },
});

type Values = Arguments<typeof OPTIONS>['values'];

const WORK: Readonly<Record<string, (people: People, username: string, values: Values) => Promise<void>>> = {
  add,
  list,
  deactivate: (people, username) => setActive(people, username, false),
  activate: (people, username) => setActive(people, username, true),
  'reset-password': resetPassword,
};

async function add(people: People, username: string, values: Values): Promise<void> {
  const language = LANGUAGES.find((one) => one === values.language);
  if (values.language !== undefined && !language) throw new OperatorError(`--language is ${LANGUAGES.join(' or ')}`);
  const scopes = (values.scopes ?? '').split(',').map((scope) => scope.trim());
  const wanted = scopes.filter((scope) => scope !== '');
  const { person, password } = await people.create({ username, displayName: values.name, language, scopes: wanted });
  console.log(`Added ${person.username} (${person.scopes.join(', ') || 'no scopes'}).`);
  handOver(password);
}

async function list(people: People): Promise<void> {
  const rows = (await people.list()).map((person) => [
    String(person.id),
    person.username,
    person.displayName,
    person.active ? 'active' : 'deactivated',
    person.scopes.join(','),
  ]);
  console.log(table([['ID', 'USER NAME', 'NAME', 'STATE', 'SCOPES'], ...rows]));
}

async function setActive(people: People, username: string, active: boolean): Promise<void> {
  const { id } = await people.getByUsername(username);
  await people.update(id, { active });
  console.log(active ? `${username} may sign in again.` : `${username} is signed out everywhere and cannot sign in.`);
}

async function resetPassword(people: People, username: string): Promise<void> {
  const { id } = await people.getByUsername(username);
  handOver(await people.resetPassword(id));
}

function handOver(password: string | null): void {
  console.log(`Password: ${password}`);
  console.error('It is shown this once, and must be changed at the next sign-in.');
}
