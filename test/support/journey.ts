import type { Journey, Visit } from '@huiyin/journey';

/** A finished visit in a test that has already looked at its times. */
type Told = Visit & { readonly leftAt: string; readonly startedAt: string; readonly actor: string };

/** The visits of a journey as the API answers it. */
export function visitsOf(journey: Journey): Told[] {
  return journey.visits as Told[];
}

/** `2026-11-22T12:00:00.123456Z` → microseconds since 1970; a Date alone would drop the last three digits. */
export function micros(time: string): number {
  const [, seconds = '', fraction = ''] = /^(.*)\.(\d{6})Z$/.exec(time) ?? [];
  return Date.parse(`${seconds}Z`) * 1_000 + Number(fraction);
}

/** What a visit says that it lasted, waiting and working together. */
export function secondsInMicros({ waitingSeconds, workingSeconds }: Visit): number {
  return Math.round(waitingSeconds * 1e6) + Math.round(workingSeconds * 1e6);
}
