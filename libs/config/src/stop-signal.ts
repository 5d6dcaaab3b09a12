/**
 * Aborts when this process is asked to stop: SIGINT, SIGTERM, SIGHUP, or, in a process that was started by the supervisor
 * (`npm start`), when the supervisor is gone, however it went. Later signals change nothing: Ctrl+C in a terminal
 * comes more than once.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));
  if (process.connected) process.once('disconnect', () => stop.abort('the supervisor is gone'));
  return stop.signal;
}
