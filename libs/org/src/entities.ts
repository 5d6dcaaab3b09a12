import { ApiKeyEntity } from './api-key.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { PersonLoginEntity } from './person-login.entity.js';
import { PersonUnitEntity } from './person-unit.entity.js';
import { PersonEntity } from './person.entity.js';
import { RateWindowEntity } from './rate-window.entity.js';
import { SessionEntity } from './session.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { SignInFlowEntity } from './sign-in-flow.entity.js';
import { UnitEntity } from './unit.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const ORG_ENTITIES = [
  UnitEntity,
  PersonEntity,
  PersonUnitEntity,
  PersonLoginEntity,
  SessionEntity,
  ApiKeyEntity,
  SignInAttemptEntity,
  SignInFlowEntity,
  RateWindowEntity,
  AuditEntryEntity,
];
