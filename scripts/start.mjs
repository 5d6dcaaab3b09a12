/** `npm start`: builds when that is needed, then runs Huiyin in this very process, so that signals reach it. */
process.argv.splice(2, Infinity, 'start');
await import('./huiyin.mjs');
