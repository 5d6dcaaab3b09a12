import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts the Postgres of the test run in a process of its own (keeper.ts), which outlives an interrupted jest just long
 * enough to clean up. Where it is goes to the test workers through the environment.
 */
export default async function setup() {
  const keeper = fork(new URL('keeper.ts', import.meta.url).pathname, [], {
    execArgv: ['--import', new URL('typescript.mjs', import.meta.url).href],
    // Of a process group of its own: Ctrl+C is for jest.
    detached: true,
  });
  const [answer] = await Promise.race([once(keeper, 'message'), once(keeper, 'exit')]);
  if (!answer?.url) throw new Error(`The Postgres for the tests did not start: ${answer?.error ?? answer}`);
  // eslint-disable-next-line no-restricted-properties -- the only road from jest's global setup to its workers
  process.env.HUIYIN_TEST_POSTGRES = JSON.stringify(answer);
  keeper.unref();
  keeper.channel?.unref();
  globalThis.huiyinKeeper = keeper;
}
