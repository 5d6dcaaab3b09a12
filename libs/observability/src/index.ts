export { LoopMetrics, type PoolLevel, type StageLevel } from './metrics.js';
export { ObservabilityModule, useLog, type LogOptions } from './observability.module.js';
export { givenRequestId, REQUEST_ID_HEADER } from './request-id.js';
export { RequestLog } from './request-log.js';
