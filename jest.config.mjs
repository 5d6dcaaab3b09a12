import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.json', import.meta.url), 'utf8'));

/** `@huiyin/x` → the source of the library, from the aliases of tsconfig.json. */
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [source]]) => [`^${name}$`, source.replace(/^\./, '<rootDir>')]),
);

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/**/*.{spec,e2e-spec}.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/console/', '<rootDir>/test/architecture/planted/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/architecture/planted/'],
  extensionsToTreatAsEsm: ['.ts'],
  // `js` first: in node_modules a package that ships its sources beside its build must resolve to the build.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: { ...aliases, '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  globalSetup: './libs/testing/src/global-setup.mjs',
  globalTeardown: './libs/testing/src/global-teardown.mjs',
  testTimeout: 120_000,
  // One for each core of the smallest machine that is supported; the embedded Postgres shares them.
  maxWorkers: 2,
  // Modules loaded as ESM are never given back: a worker that has grown so far is replaced by a new one before its next file.
  workerIdleMemoryLimit: '1500MB',
  collectCoverageFrom: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts', '!**/*.spec.ts', '!apps/console/**'],
};
