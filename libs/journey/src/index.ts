export { readItem, type Analysis, type ItemDetail } from './item.store.js';
export { SORTS, type ItemFilter, type Page, type Sort } from './items.js';
export { findItem, listItems, type ItemRow } from './items.store.js';
export { readJourney, type Journey, type Visit } from './journey.store.js';
export {
  readDeliveryLevels,
  readStageLevels,
  readStages,
  type Percentiles,
  type StageFigures,
  type StageFilter,
  type StageNow,
} from './stages.store.js';
export { violations, type CheckedItem, type CheckedVisit } from './verify.js';
export { verifyLedger, type Offender, type VerifyProgress } from './verify.store.js';
