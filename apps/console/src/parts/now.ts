import { useSyncExternalStore } from 'react';

const TICK_MS = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time as milliseconds since 1970, told anew four times a minute to everything on the screen that shows time. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(told);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const told of listeners) told();
}
