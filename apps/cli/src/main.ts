import { runCli } from './cli.js';

// Nobody reads on (`… | head`, a terminal that was closed): that is no reason to stop the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exit(await runCli(process.argv.slice(2)));
