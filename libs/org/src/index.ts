export { ApiKeys, type MadeApiKey, type NewApiKey } from './api-keys.js';
export type { ApiKey } from './api-keys.store.js';
export { bootstrap, type FirstCredentials } from './bootstrap.js';
export { ORG_ENTITIES } from './entities.js';
export { OrgModule } from './org.module.js';
export { PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';
export { People } from './people.js';
export { LANGUAGES, type Language, type NewPerson, type Person, type PersonPatch } from './person.js';
export { may, mayGrant, type Principal } from './principal.js';
export { isScope, SCOPE_NAMES, SCOPES, type Scope } from './scopes.js';
export { Sessions, type NewSession } from './sessions.js';
export { SignIn, TooManyTries, type SignInTry } from './sign-in.js';
export { UnitDirectory } from './unit-directory.js';
export {
  asTree,
  ROOT_CODE,
  UNIT_LEVELS,
  type NewUnit,
  type Unit,
  type UnitLevel,
  type UnitNode,
  type UnitPatch,
} from './unit.js';
export { Units } from './units.js';
