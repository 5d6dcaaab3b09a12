/** `npm run huiyin -- <command> …`: builds when that is needed, then runs the command line. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`huiyin: Node ${process.versions.node} is too old; install Node 20.19 or later.`);
  process.exit(1);
}
const { buildOrExit } = await import('./build.mjs');
await buildOrExit();
await import('../dist/apps/cli/src/main.js');
