import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_PAUSE_MS = 5_000;
const SOUND_AFTER_MS = 10_000;

/**
 * Calls `life` again whenever it is over, until `stop`: at once the first time, then after longer and longer pauses,
 * and at once again when it has lasted 10 seconds. `life` answers with how it ended; a throw is an end like any other.
 */
export async function keepGoing(name: string, life: () => Promise<string>, stop: AbortSignal): Promise<void> {
  let short = 0;
  while (!stop.aborted) {
    const begin = performance.now();
    const end = await life().catch((error: Error) => error.message);
    if (stop.aborted) return;
    short = performance.now() - begin > SOUND_AFTER_MS ? 0 : short + 1;
    console.error(`${name} ended (${end}) and is started again.`);
    const rest = short <= 1 ? 0 : Math.min(100 * 2 ** short, LONGEST_PAUSE_MS);
    await pause(rest, undefined, { signal: stop }).catch(() => undefined);
  }
}
