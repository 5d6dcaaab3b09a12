export { BusModule } from './bus.module.js';
export { Conductor, type Finish, type Standing } from './conductor.js';
export { Feed, parseCursor } from './feed.js';
export { gateIsOpen, withGateClosed } from './gate.js';
export { Lane, type BatchResult } from './lane.js';
export { MAX_ATTEMPTS } from './ledger.js';
export { Poller } from './poller.js';
export * from './stage-handler.js';
export { Worker, type WorkerEvents } from './worker.js';
