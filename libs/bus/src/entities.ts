import { ClusterEventEntity } from './cluster-event.entity.js';
import { FeedCursorEntity } from './feed-cursor.entity.js';
import { FeedbackEntity } from './feedback.entity.js';
import { StaffEventEntity } from './staff-event.entity.js';
import { StageVisitEntity } from './stage-visit.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const BUS_ENTITIES = [FeedbackEntity, StageVisitEntity, FeedCursorEntity, ClusterEventEntity, StaffEventEntity];
