import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The small house that breaks every rule on purpose. */
export const PLANTED = fileURLToPath(new URL('planted/', import.meta.url));

/** Where the import rules are declared. */
export const IMPORT_RULES_FILE = `${ROOT}.dependency-cruiser.cjs`;

/** The names of the import rules. */
export function importRules(): string[] {
  const { forbidden } = createRequire(import.meta.url)(IMPORT_RULES_FILE) as { forbidden: { name: string }[] };
  return forbidden.map(({ name }) => name);
}

/** A rule and a file that breaks it, path relative to the root of its house. */
export interface Violation {
  readonly rule: string;
  readonly file: string;
}

/** Sorted and without repeats, so that two lists can be compared. */
export function sorted(violations: readonly Violation[]): string[] {
  return [...new Set(violations.map(({ rule, file }) => `${rule}: ${file}`))].sort();
}

/**
 * What the first lines of the planted files (`// breaks: rule, rule`) say that they break.
 * A cycle is told once, at one of its files.
 */
export function declared(): Violation[] {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(`${PLANTED}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  return files.flatMap((file) => {
    const [, rules] = /^\/\/ breaks: (.+)\n/.exec(readFileSync(`${PLANTED}${file}`, 'utf8')) ?? [];
    if (!rules) throw new Error(`${file} does not say in its first line which rules it breaks.`);
    if (rules === 'nothing') return [];
    return rules.split(', ').map((rule) => ({ rule, file }));
  });
}

/**
 * Runs Node with `args` and answers with what it printed. Tools that check exit ≠ 0 when they find something; that is an
 * answer, not an error.
 * @param input given to the program on stdin
 */
export function runNode(args: readonly string[], cwd: string, input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, args, options, (error, out, err) => {
      if (out) resolve(out);
      else reject(new Error(`node ${args.join(' ')} printed nothing.\n${err}`, { cause: error }));
    });
    child.stdin?.end(input);
  });
}
