import { describe, expect, it } from '@jest/globals';
import { ROOT, runNode } from './planted.js';

describe('the generated files', () => {
  it('are what `npm run generate` writes today', async () => {
    const told = await runNode(
      ['--import', './libs/testing/src/typescript.mjs', 'scripts/generate/main.ts', '--check'],
      ROOT,
    );
    const lines = told.trim().split('\n');
    // The last line is there only when the run came to its end.
    expect(lines.pop()).toMatch(/^\d+ files$/);
    expect(lines.filter((line) => !line.endsWith('up to date'))).toEqual([]);
  });
});
