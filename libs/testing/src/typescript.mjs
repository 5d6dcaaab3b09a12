import { register } from 'node:module';

// `node --import ./libs/testing/src/typescript.mjs file.ts` runs a TypeScript source without a build.
register('./typescript-hooks.mjs', import.meta.url);
