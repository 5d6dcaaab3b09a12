import '../libs/testing/src/typescript.mjs';

// `npm run bench -- NAME [--rounds N]` measures one thing beside another; `all` measures everything and writes docs/benchmarks.md.
const { main } = await import('./bench/main.ts');
await main(process.argv.slice(2));
