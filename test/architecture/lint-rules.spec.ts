import { beforeAll, describe, expect, it } from '@jest/globals';
import { relative } from 'node:path';
import { declared, importRules, PLANTED, ROOT, runNode, sorted, type Violation } from './planted.js';

/** The rules of eslint.config.mjs that are ours, not only recommended by somebody. */
const HOUSE_RULES = [
  '@typescript-eslint/no-floating-promises',
  '@typescript-eslint/switch-exhaustiveness-check',
  'max-params',
  'no-restricted-imports',
  'no-restricted-properties',
  'no-restricted-syntax',
];

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

let planted: Violation[];
let atLimit: string[];
let overLimit: string[];

beforeAll(async () => {
  const request = {
    config: `${ROOT}eslint.config.mjs`,
    filePath: 'libs/2-analyze/src/as-long-as-the-spec-says.ts',
    texts: [code(250, 50), code(251, 51)],
  };
  const answer = await runNode([`${ROOT}test/architecture/lint.mjs`], PLANTED, JSON.stringify(request));
  const { house, imagined } = JSON.parse(answer) as { house: FileResult[]; imagined: FileResult[] };
  planted = house.flatMap((result) =>
    rulesOf(result).map((rule) => ({ rule, file: relative(PLANTED, result.filePath) })),
  );
  [atLimit = [], overLimit = []] = imagined.map(rulesOf);
}, 60_000);

function rulesOf({ messages }: FileResult): string[] {
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

/** A file of `lines` lines that begins with a function of `inFunction` lines. */
function code(lines: number, inFunction: number): string {
  const body = Array.from({ length: inFunction - 3 }, () => '  sum += 1;\n').join('');
  const rest = Array.from({ length: lines - inFunction }, (_, line) => `export const line${line} = ${line};\n`).join(
    '',
  );
  return `export const run = (sum: number): number => {\n${body}  return sum;\n};\n${rest}`;
}

describe('the lint rules', () => {
  it('each have a planted violation', () => {
    const broken = new Set(declared().map(({ rule }) => rule));
    expect(HOUSE_RULES.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  it('fire in the planted house, each where it is broken and nowhere else', () => {
    const others = new Set(importRules());
    expect(sorted(planted)).toEqual(sorted(declared().filter(({ rule }) => !others.has(rule))));
  });

  it('allow a file of 250 lines and a function of 50', () => {
    expect(atLimit).toEqual([]);
  });

  it('refuse a file of 251 lines and a function of 51', () => {
    expect(overLimit.sort()).toEqual(['max-lines', 'max-lines-per-function']);
  });
});
