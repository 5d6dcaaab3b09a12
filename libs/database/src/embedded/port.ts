import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Why this process cannot listen on `port` of `host` (`EADDRINUSE`, `EACCES` …); undefined when it can. */
export function portTrouble(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * `preferred` when it is free, else another port on the loopback address. Chosen below the range from which the
 * system takes the near ends of outgoing connections (32768 and up), so that it is still free at the next start.
 */
export async function choosePort(preferred: number | undefined): Promise<number> {
  let port = preferred ?? randomInt(15_000, 32_000);
  while (await portTrouble(port, '127.0.0.1')) port = randomInt(15_000, 32_000);
  return port;
}
