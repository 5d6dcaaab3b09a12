import { CustomerIdentityEntity } from './customer-identity.entity.js';
import { CustomerEntity } from './customer.entity.js';
import { FeedbackWordsEntity } from './feedback-words.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { ImportJobEntity } from './imports/import-job.entity.js';
import { ImportChunkEntity, ImportMappingEntity, ImportRejectEntity } from './imports/import-pieces.entity.js';
import { InboundSourceEntity } from './inbound/inbound-source.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const COLLECT_ENTITIES = [
  FeedbackWordsEntity,
  CustomerEntity,
  CustomerIdentityEntity,
  IdempotencyKeyEntity,
  ImportJobEntity,
  ImportChunkEntity,
  ImportRejectEntity,
  ImportMappingEntity,
  InboundSourceEntity,
];
