import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { STAGES } from '@huiyin/loop';
import { ROOT } from './planted.js';

const libs = readdirSync(`${ROOT}libs`).sort();
const numbered = ['0-loop', ...STAGES.map((stage, index) => `${index + 1}-${stage}`)];

interface TsConfig {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> };
}

describe('the house', () => {
  it('has a numbered library for the loop and for each of its stages, in their order', () => {
    expect(libs.filter((lib) => /^\d/.test(lib))).toEqual(numbered);
  });

  it('gives every library an alias that leads to its index, without the number', () => {
    const { compilerOptions } = JSON.parse(readFileSync(`${ROOT}tsconfig.json`, 'utf8')) as TsConfig;
    const aliases = libs.map((lib) => [`@huiyin/${lib.replace(/^\d-/, '')}`, [`./libs/${lib}/src/index.ts`]]);
    expect(compilerOptions.paths).toEqual(Object.fromEntries(aliases));
    expect(libs.filter((lib) => !existsSync(`${ROOT}libs/${lib}/src/index.ts`))).toEqual([]);
  });

  it.each(STAGES.map((stage, index) => [stage, `libs/${index + 1}-${stage}/src`]))(
    'gives the stage %s the files that every stage has',
    (stage, folder) => {
      const expected = ['index.ts', `${stage}.ts`, `${stage}.handler.ts`, `${stage}.store.ts`, `${stage}.module.ts`];
      expect(expected.filter((file) => !existsSync(`${ROOT}${folder}/${file}`))).toEqual([]);
    },
  );

  it('names every library and app in CONTRIBUTING', () => {
    const tour = readFileSync(`${ROOT}CONTRIBUTING.md`, 'utf8');
    const homes = [...libs.map((lib) => `libs/${lib}`), ...readdirSync(`${ROOT}apps`).map((app) => `apps/${app}`)];
    expect(homes.filter((home) => !tour.includes(`\`${home}\``))).toEqual([]);
  });

  it('numbers its decision records without a gap and lists each of them', () => {
    const records = readdirSync(`${ROOT}docs/decisions`).filter((file) => /^\d{4}-/.test(file));
    const list = readFileSync(`${ROOT}docs/decisions/README.md`, 'utf8');
    expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
    expect(records.filter((file) => !list.includes(`(${file})`))).toEqual([]);
  });
});
