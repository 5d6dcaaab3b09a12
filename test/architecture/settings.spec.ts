import { describe, expect, it } from '@jest/globals';
import { SETTINGS } from '@huiyin/config';
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './planted.js';

/** Everything that runs at an operator, except the settings themselves, as one text. */
const code = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !/^libs\/(config|testing)\/|spec\.ts$/.test(file))
  .map((file) => readFileSync(`${ROOT}${file}`, 'utf8'))
  .join('\n');

/** `config.name`, or the name between the braces of `{ … }: Config` (or a part of it, `…Settings`) or `{ … } = config`. */
function isRead(name: string): boolean {
  const member = new RegExp(`\\bconfig\\.${name}\\b`);
  const taken = new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\}(: (Config|\\w+Settings)\\b| = (this\\.)?config\\b)`);
  return member.test(code) || taken.test(code);
}

describe('a setting', () => {
  it('is read somewhere: one that changes nothing would be a lie', () => {
    expect(Object.keys(SETTINGS).filter((name) => !isRead(name))).toEqual([]);
    expect(isRead('nobodyReadsThis')).toBe(false);
  });
});
