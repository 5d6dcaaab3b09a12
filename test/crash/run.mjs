import '../../libs/testing/src/typescript.mjs';

// `npm run test:crash [-- --items 3000 --kills 24 --seed 1]`: the long form of test/crash.e2e-spec.ts.
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
