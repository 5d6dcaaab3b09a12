/** The demo's operator lives eight hours ahead of UTC, like all of China. */
const ZONE_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Milliseconds of a day. */
export const DAY_MS = 24 * HOUR_MS;

/** A moment as the clock on the operator's wall shows it. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  /** 0 to 24, with fractions. */
  readonly hour: number;
}

/** @param at milliseconds since 1970 */
export function wallClock(at: number): WallClock {
  const local = new Date(at + ZONE_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    date: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: ((at + ZONE_MS) % DAY_MS) / HOUR_MS,
  };
}

/** Midnight of the operator's day in which `at` lies. */
export function startOfDay(at: number): number {
  return Math.floor((at + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
}

/** When a unit works. */
export interface WorkingHours {
  /** Hours of the day, e.g. 8.5 for half past eight. */
  readonly from: number;
  readonly to: number;
  /** Days of the week on which it works, 0 Sunday to 6 Saturday. */
  readonly days: readonly number[];
}

/** Departments. */
export const OFFICE: WorkingHours = { from: 8.5, to: 18, days: [1, 2, 3, 4, 5] };
/** Shops and field teams. */
export const SHOP: WorkingHours = { from: 8.5, to: 19, days: [1, 2, 3, 4, 5, 6, 0] };
/** The hotline. */
export const ALWAYS: WorkingHours = { from: 0, to: 24, days: [0, 1, 2, 3, 4, 5, 6] };

export function isWorking({ from, to, days }: WorkingHours, at: number): boolean {
  const { weekday, hour } = wallClock(at);
  return days.includes(weekday) && hour >= from && hour < to;
}

/** The moment at which `hours` of work are done, if the work begins at `start` and rests outside the working hours. */
export function afterWorking({ from, to, days }: WorkingHours, start: number, hours: number): number {
  let left = hours * HOUR_MS;
  for (let day = startOfDay(start); ; day += DAY_MS) {
    if (!days.includes(wallClock(day).weekday)) continue;
    const opens = Math.max(day + from * HOUR_MS, start);
    const closes = day + to * HOUR_MS;
    if (closes <= opens) continue;
    if (closes - opens >= left) return opens + left;
    left -= closes - opens;
  }
}

/** How busy customers are with telling us things, by hour of the day. */
// prettier-ignore
const BY_HOUR = [
  0.10, 0.06, 0.04, 0.03, 0.03, 0.05, 0.12, 0.30, 0.75, 1.00, 1.00, 0.90, 0.60, 0.62, 0.85, 0.92, 0.90, 0.80, 0.62, 0.66, 0.72, 0.62, 0.40, 0.20,
] as const;

/** 0 to 1: how much comes in at this hour of this weekday, compared with the busiest. */
export function bustle(at: number): number {
  const { hour, weekday } = wallClock(at);
  const weekend = weekday === 0 ? 0.7 : weekday === 6 ? 0.85 : 1;
  return (BY_HOUR[Math.floor(hour)] ?? 0) * weekend;
}
