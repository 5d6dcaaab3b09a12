const POLL_MS = 200;

/**
 * Aborts when this process is asked to stop: SIGINT, SIGTERM, SIGHUP; or when who started it is gone, however it went:
 * the supervisor, or npm (`npm start`, which may be killed without a word). Later signals change nothing:
 * Ctrl+C in a terminal comes more than once.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));
  if (process.connected) process.once('disconnect', () => stop.abort('the supervisor is gone'));
  else if (process.env['npm_lifecycle_event']) watchParent(() => stop.abort('npm is gone'));
  return stop.signal;
}

/** A process whose parent has died gets another one. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
}
