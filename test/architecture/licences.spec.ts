import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ROOT } from './planted.js';

/** Licences that ask for nothing but their own text; an alternative (`A OR B`) needs one of them, a sum (`A AND B`) all. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Python-2.0',
  'Unlicense',
]);

/** Builds for one platform that leave the field out; their package says it. */
const BUILDS_OF: Readonly<Record<string, string>> = { '@node-rs/jieba-': '@node-rs/jieba' };

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly inBundle?: boolean;
}

const read = <T>(file: string) => JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8')) as T;
const { packages } = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json');
const locked = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function licenceOf(path: string, { license }: Locked): string | undefined {
  const owner = Object.entries(BUILDS_OF).find(([prefix]) => nameOf(path).startsWith(prefix))?.[1];
  return license ?? (owner ? packages[`node_modules/${owner}`]?.license : undefined);
}

function isAllowed(licence: string | undefined): boolean {
  const alternatives = (licence ?? '').replace(/[()]/g, '').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((part) => ALLOWED.has(part)));
}

describe('what Huiyin is delivered with', () => {
  it('has licences that let anybody use, change and pass it on', () => {
    const delivered = locked.filter(([, { dev }]) => !dev);
    const others = delivered.filter(([path, one]) => !isAllowed(licenceOf(path, one)));
    expect(others.map(([path, one]) => `${nameOf(path)}: ${licenceOf(path, one)}`)).toEqual([]);
    expect(delivered.length).toBeGreaterThan(100);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['MIT AND GPL-2.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    [undefined, false],
    ['(MIT OR EUPL-1.1+)', true],
    ['MIT AND Apache-2.0', true],
  ])('and %s would be seen: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });

  it('is locked by content, package by package; builds for other platforms are locked by version', () => {
    const loose = locked.filter(
      ([, { integrity, optional, inBundle }]) => !integrity?.startsWith('sha512-') && !optional && !inBundle,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('runs no script of a package while it is installed on the machines that it is built for', () => {
    const { allowScripts } = read<{ allowScripts: Readonly<Record<string, boolean>> }>('package.json');
    const here = (path: string) => !/-(darwin|windows)-|-arm64$|\/(darwin|windows)-|linux-arm64$/.test(path);
    const scripted = locked
      .filter(([path, { hasInstallScript }]) => hasInstallScript && here(path))
      .map(([path]) => nameOf(path));
    expect(scripted.filter((name) => allowScripts[name] !== false)).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
  });
});
