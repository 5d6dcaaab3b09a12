import type { Sql } from '@huiyin/database';
import { readComplaints, readHours, type ComplaintRate, type HourOfWeek } from './arrivals.store.js';
import { flowOf, satisfactionOf, summaryOf, timesOf, type Link, type Satisfaction, type StageTimes, type Summary } from './figures.js'; // prettier-ignore
import { type InsightFilter, type Period, type Scope } from './narrowing.js';
import { periodOf, readCounts } from './read-counts.store.js';
import { together } from './sketch.js';

/** Figures with the period that they are of. */
export type InPeriod<T> = T & Pick<Period, 'from' | 'to'>;

/** What customers said of what ended on a day, or in the week or month that begins with it. */
export interface SatisfactionThen extends Satisfaction {
  readonly day: string;
}

async function inPeriod<T extends object>(
  sql: Sql,
  filter: InsightFilter,
  read: (filter: InsightFilter & Period) => Promise<T>,
): Promise<InPeriod<T>> {
  const period = await periodOf(sql, filter);
  return { from: period.from, to: period.to, ...(await read({ ...filter, ...period })) };
}

/** Whether promises were kept, in one row of figures. */
export function readSummary(sql: Sql, filter: InsightFilter): Promise<InPeriod<Summary>> {
  return inPeriod(sql, filter, async (whole) => summaryOf(await readCounts(sql, whole)));
}

/** How long each stage took all that is asked for (unit null), and each of the units. */
export function readUnitTimes(
  sql: Sql,
  filter: InsightFilter,
  units: readonly Scope[],
): Promise<InPeriod<{ readonly times: { readonly unit: number | null; readonly stages: StageTimes[] }[] }>> {
  return inPeriod(sql, filter, async (whole) => {
    const [all, apart] = await Promise.all([readCounts(sql, whole), readCounts(sql, whole, 'scopes', units)]);
    const of = units.map(({ id }) => ({
      unit: id,
      stages: timesOf(apart.filter(({ key }) => Number(key) === id)),
    }));
    return { times: [{ unit: null, stages: timesOf(all) }, ...of] };
  });
}

/** How many took which way through the loop. */
export function readFlow(sql: Sql, filter: InsightFilter): Promise<InPeriod<{ readonly links: Link[] }>> {
  return inPeriod(sql, filter, async (whole) => ({ links: flowOf(await readCounts(sql, whole)) }));
}

/** What customers said, over time; days, weeks and months without an end of a question are left out. */
export function readSatisfaction(
  sql: Sql,
  filter: InsightFilter,
  apart: { readonly by: 'day' | 'week' | 'month'; readonly zone: string },
): Promise<InPeriod<{ readonly series: SatisfactionThen[] }>> {
  return inPeriod(sql, filter, async (whole) => {
    const counted = (await readCounts(sql, whole, apart)).filter(({ stage }) => stage === 'recollect');
    const days = [...new Set(counted.map(({ key }) => key))].sort();
    const series = days.map((day) => ({
      day,
      ...satisfactionOf(together(counted.filter(({ key }) => key === day).map(({ counts }) => counts))),
    }));
    return { series: series.filter(({ response }) => response.n > 0) };
  });
}

/** When items come in. */
export function readArrivals(
  sql: Sql,
  filter: InsightFilter,
  zone: string,
): Promise<InPeriod<{ readonly hours: HourOfWeek[] }>> {
  return inPeriod(sql, filter, async (whole) => ({ hours: await readHours(sql, whole, zone) }));
}

/** Complaints of each of the units. */
export function readComplaintRates(
  sql: Sql,
  filter: InsightFilter,
  units: readonly Scope[],
): Promise<InPeriod<{ readonly rates: ComplaintRate[] }>> {
  return inPeriod(sql, filter, async (whole) => ({ rates: await readComplaints(sql, whole, units) }));
}
