export type { ComplaintRate, HourOfWeek } from './arrivals.store.js';
export { countVisits } from './count-visits.store.js';
export type { Figure, Link, Satisfaction, StageTimes, Summary, Times, Withheld } from './figures.js';
export {
  readArrivals,
  readComplaintRates,
  readFlow,
  readSatisfaction,
  readSummary,
  readUnitTimes,
  type InPeriod,
  type SatisfactionThen,
} from './insight.js';
export { scopeOf, scopesOf, type InsightFilter, type Period, type Scope } from './narrowing.js';
export { SKETCH_ERROR } from './sketch.js';
export { JOURNEY_ENTITIES } from './visit-sketch.entity.js';
