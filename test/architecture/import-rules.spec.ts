import { describe, expect, it } from '@jest/globals';
import { declared, IMPORT_RULES_FILE, importRules, PLANTED, ROOT, runNode, sorted, type Violation } from './planted.js';

const names = importRules();

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly { rule: { name: string }; from: string }[] };
}

async function cruise(cwd: string, folders: readonly string[]): Promise<Cruise> {
  const script = `${ROOT}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
  const args = [script, '--config', IMPORT_RULES_FILE, '--output-type', 'json', ...folders];
  return JSON.parse(await runNode(args, cwd)) as Cruise;
}

function violations({ summary }: Cruise): Violation[] {
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

describe('the import rules', () => {
  it('each have a planted violation', () => {
    const broken = new Set(declared().map(({ rule }) => rule));
    expect(names.filter((name) => !broken.has(name))).toEqual([]);
  });

  it('fire in the planted house, each where it is broken and nowhere else', async () => {
    const expected = declared().filter(({ rule }) => names.includes(rule));
    expect(sorted(violations(await cruise(PLANTED, ['apps', 'libs'])))).toEqual(sorted(expected));
  });

  it('are kept by the real house', async () => {
    const real = await cruise(ROOT, ['apps', 'libs', 'migrations', 'scripts', 'test']);
    expect(real.modules.map(({ source }) => source)).toContain('libs/0-loop/src/loop.ts');
    expect(sorted(violations(real))).toEqual([]);
  });
});
