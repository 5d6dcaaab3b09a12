import { setTimeout as pause } from 'node:timers/promises';
import { type Config, OperatorError } from '@huiyin/config';
import { portTrouble } from '@huiyin/database';

const POLL_MS = 100;

/**
 * Makes sure that the API will be able to listen, before anything that takes time.
 * @throws {OperatorError} saying what to change.
 */
export async function checkPort({ host, port }: Config): Promise<void> {
  const trouble = await portTrouble(port, host);
  if (trouble === undefined) return;
  const advice: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program; stop that program, or choose another port: PORT=${port === 65535 ? 3001 : port + 1} npm start`,
    EACCES: `Port ${port} may only be opened by root; choose one above 1023, such as PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all of them`,
    ENOTFOUND: `HOST is ${host}, which is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all of them`,
  };
  throw new OperatorError(
    advice[trouble] ?? `Cannot listen on HOST ${host}, PORT ${port} (${trouble}); change one of them`,
  );
}

/** Waits until the API says that it can work (`/readyz` answers 200), or `stop`. */
export async function untilReady(localUrl: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(5_000)]);
    const answer = await fetch(`${localUrl}/readyz`, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return true;
    await pause(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  return false;
}
