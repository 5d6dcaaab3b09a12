import { CodedError } from '@huiyin/loop';
import type { People } from './people.js';
import { normaliseUsername, type Language, type Person } from './person.js';

/** A line of a list of people, as text: what a cell of a table holds. Cells left out or empty say nothing. */
export interface PersonRowText {
  readonly username?: string | undefined;
  readonly displayName?: string | undefined;
  /** Names with `;`, `,`, `|` or spaces between. */
  readonly roles?: string | undefined;
  /** Codes of units, written like `roles`. */
  readonly units?: string | undefined;
  readonly language?: string | undefined;
  /** Only for somebody who is new; without one, one is made. */
  readonly password?: string | undefined;
  /** `true`, `yes`, `1`, `是`, or their contraries; yes when left out. Only for somebody who is new. */
  readonly mustChange?: string | undefined;
}

/** What became of one line. `password` is the one that was made for somebody new, to hand over. */
export type ImportedPerson =
  | { readonly state: 'created'; readonly username: string; readonly password: string | null }
  | { readonly state: 'changed' | 'unchanged'; readonly username: string }
  | { readonly state: 'rejected'; readonly username: string; readonly reason: string };

const YES = new Set(['', 'true', 'yes', 'y', '1', '是']);
const NO = new Set(['false', 'no', 'n', '0', '否']);

/**
 * Makes people as a list has them: adds who is new, changes who is there already. Passwords of those who are there stay,
 * so the same list again changes nothing. A line that cannot be is told with the reason, and the others go on.
 */
export async function importPeople(
  people: People,
  rows: readonly PersonRowText[],
  by = 'system',
): Promise<ImportedPerson[]> {
  const done: ImportedPerson[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const username = normaliseUsername(row.username ?? '');
    try {
      if (seen.has(username)) throw new CodedError('validation-failed', 'The user name is there twice; keep one line');
      seen.add(username);
      done.push(await importOne(people, { ...row, username }, by));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      done.push({ state: 'rejected', username, reason: error.detail });
    }
  }
  return done;
}

async function importOne(
  people: People,
  row: PersonRowText & { readonly username: string },
  by: string,
): Promise<ImportedPerson> {
  const { username } = row;
  const wanted = {
    displayName: row.displayName?.trim() || undefined,
    roles: listOf(row.roles),
    units: listOf(row.units),
    language: (row.language?.trim() || undefined) as Language | undefined,
  };
  const mustChangePassword = yesOrNo(row.mustChange);
  const there = await people.findByUsername(username);
  if (!there) {
    const password = row.password || undefined;
    const made = await people.create({ username, ...wanted, password, mustChangePassword }, by);
    return { state: 'created', username, password: made.password };
  }
  if (isAsWanted(there, wanted)) return { state: 'unchanged', username };
  await people.update(there.id, wanted, by);
  return { state: 'changed', username };
}

interface Wanted {
  readonly displayName: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly units: readonly string[] | undefined;
  readonly language: string | undefined;
}

function isAsWanted(person: Person, { displayName, roles, units, language }: Wanted): boolean {
  const codes = person.units.map(({ code }) => code);
  return (
    (displayName === undefined || displayName === person.displayName) &&
    (language === undefined || language === person.language) &&
    (roles === undefined || isSame(roles, person.roles)) &&
    (units === undefined || isSame(units, codes))
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return [...new Set(a)].sort().join('\n') === [...b].sort().join('\n');
}

/** An empty cell says nothing; `-` says none. */
function listOf(cell: string | undefined): string[] | undefined {
  const text = cell?.trim() ?? '';
  if (text === '') return undefined;
  return text === '-' ? [] : text.split(/[\s;,|；，、]+/).filter(Boolean);
}

function yesOrNo(cell: string | undefined): boolean {
  const word = cell?.trim().toLowerCase() ?? '';
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new CodedError('validation-failed', 'mustChange: write yes or no');
}
