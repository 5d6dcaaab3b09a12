import { once } from 'node:events';

/** Lets go of the keeper and waits until Postgres and its folder are gone. */
export default async function teardown() {
  const keeper = globalThis.huiyinKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  const gone = once(keeper, 'exit');
  keeper.ref();
  keeper.disconnect();
  await gone;
}
