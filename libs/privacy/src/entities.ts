import { CustomerKeyEntity } from './customer-key.entity.js';
import { MasterKeyEntity } from './master-key.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const PRIVACY_ENTITIES = [MasterKeyEntity, CustomerKeyEntity];
