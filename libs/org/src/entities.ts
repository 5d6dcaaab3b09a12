import { ApiKeyEntity } from './api-key.entity.js';
import { PersonEntity } from './person.entity.js';
import { SessionEntity } from './session.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { UnitEntity } from './unit.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const ORG_ENTITIES = [UnitEntity, PersonEntity, SessionEntity, ApiKeyEntity, SignInAttemptEntity];
