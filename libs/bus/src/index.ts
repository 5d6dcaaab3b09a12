export type { BatchResult } from './batch.js';
export { BusModule } from './bus.module.js';
export { Conductor, type Finish, type Standing } from './conductor.js';
export { BUS_ENTITIES } from './entities.js';
export { parseCursor } from './feed-cursor.js';
export { beyondHead, feedTrouble } from './feed-beyond.js';
export { Feed, readEvents, tellOfClusters } from './feed.js';
export { gateIsOpen, withGateClosed } from './gate.js';
export { Lane } from './lane.js';
export { MAX_ATTEMPTS } from './staying.js';
export { Poller } from './poller.js';
export {
  readStaffEvents,
  STAFF_EVENTS,
  tellStaff,
  type StaffEvent,
  type StaffEventName,
  type StaffEventToTell,
} from './staff-events.js';
export * from './stage-handler.js';
export { Worker, type WorkerEvents } from './worker.js';
