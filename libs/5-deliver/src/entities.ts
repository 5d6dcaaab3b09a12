import { DeliveryEntity } from './delivery.entity.js';
import { SourceEntity } from './source.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const DELIVER_ENTITIES = [DeliveryEntity, SourceEntity];
