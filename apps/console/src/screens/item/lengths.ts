import type { Got } from '../../api/client';

/** One stay in a stage. */
export type Visit = Got<'/api/v1/feedback/{idOrReference}/journey'>['visits'][number];

/** A visit drawn: its parts in per cent of the width of the journey. */
export interface Drawn {
  readonly visit: Visit;
  readonly width: number;
  /** Of the visit itself, 0 to 1. */
  readonly working: number;
}

/** Shorter visits would be hairs that nobody can point at. */
const LEAST_PERCENT = 1;

/** The visit under way is as long as it is now, not as it was when it was asked for. */
export function grown(visits: readonly Visit[], sinceSeconds: number): Visit[] {
  return visits.map((visit) => {
    if (visit.leftAt !== null) return visit;
    const part = visit.startedAt === null ? 'waitingSeconds' : 'workingSeconds';
    return { ...visit, [part]: visit[part] + Math.max(0, sinceSeconds) };
  });
}

/** Seconds of a visit. */
export function secondsOf({ waitingSeconds, workingSeconds }: Visit): number {
  return waitingSeconds + workingSeconds;
}

/** Every cycle as a line, all on one scale: the longest fills the width. No visit is narrower than a hundredth of it. */
export function lines(visits: readonly Visit[]): { cycle: number; visits: Drawn[] }[] {
  const cycles = [...new Set(visits.map(({ cycle }) => cycle))];
  const of = (cycle: number) => visits.filter((visit) => visit.cycle === cycle);
  const longest = Math.max(...cycles.map((cycle) => sum(of(cycle))), 1e-6);
  return cycles.map((cycle) => ({ cycle, visits: fit(of(cycle), longest) }));
}

function fit(visits: readonly Visit[], longest: number): Drawn[] {
  const wanted = visits.map((visit) => Math.max(LEAST_PERCENT, (secondsOf(visit) / longest) * 100));
  const all = wanted.reduce((total, width) => total + width, 0);
  // What the shortest were given is taken from those that have it to spare.
  const spare = wanted.reduce((total, width) => total + (width - LEAST_PERCENT), 0);
  const over = Math.max(0, all - 100);
  return visits.map((visit, index) => {
    const width = wanted[index]!;
    const seconds = secondsOf(visit);
    return {
      visit,
      width: spare > 0 ? width - over * ((width - LEAST_PERCENT) / spare) : width,
      working: seconds > 0 ? visit.workingSeconds / seconds : 0,
    };
  });
}

function sum(visits: readonly Visit[]): number {
  return visits.reduce((total, visit) => total + secondsOf(visit), 0);
}
