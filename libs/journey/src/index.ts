export * from './exports/index.js';
export { itemsOfCustomers, type CustomerItems } from './customer-items.store.js';
export { readItem, type Analysis, type ItemDetail } from './item.store.js';
export { SORTS, type ItemFilter, type Page, type Sort } from './items.js';
export { findItem, listItems, pageStatement, type ItemRow, type Listing } from './items.store.js';
export { readJourney, type Journey, type Visit } from './journey.store.js';
export { LEAST_ANSWERS, type Recurrence, type ResolutionOutcome } from './outcome.js';
export { readOutcomes } from './outcome.store.js';
export { withoutUnseenRepeats } from './repeats.store.js';
export { itemOfDelivery, parkedSeen } from './seen.store.js';
export {
  readDeliveryLevels,
  readStageLevels,
  readStages,
  type Percentiles,
  type StageFigures,
  type StageFilter,
  type StageNow,
} from './stages.store.js';
export * from './insight/index.js';
export { violations, type CheckedItem, type CheckedVisit } from './verify.js';
export { verifyLedger, type Offender, type VerifyProgress } from './verify.store.js';
