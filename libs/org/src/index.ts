export { AUDIT_ACTION_NAMES, AUDIT_ACTIONS, type AuditAction } from './audit/actions.js';
export {
  chainAudit,
  listAudit,
  verifyAudit,
  type AuditFilter,
  type AuditVerdict,
  type AuditView,
} from './audit/audit.store.js';
export { joinAudit, recordAudit, type AuditRecord } from './audit/audit.js';
export { ApiKeys, ROTATION_HOURS, type MadeApiKey, type NewApiKey } from './api-keys.js';
export type { ApiKey } from './api-keys.store.js';
export { namesOfActors } from './actors.store.js';
export { enforceBinding } from './binding.js';
export { bootstrap, type FirstCredentials } from './bootstrap.js';
export { ORG_ENTITIES } from './entities.js';
export type { Login } from './logins.store.js';
export { knownTo, PATHS, whatMakersSee, type MadeBy } from './makers.store.js';
export { FLOW_SECONDS, OidcSignIn, type LinkBy } from './oidc-sign-in.js';
export { OrgModule } from './org.module.js';
export { PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';
export { importPeople, type ImportedPerson, type PersonRowText } from './people-import.js';
export { People } from './people.js';
export { LANGUAGES, type Language, type NewPerson, type Person, type PersonPatch } from './person.js';
export { may, mayGrant, type Principal, type UnitRef } from './principal.js';
export { isRole, ROLE_NAMES, ROLES, scopesOf, type Role, type RoleDescription } from './roles.js';
export { isScope, SCOPE_NAMES, SCOPES, type Scope } from './scopes.js';
export { deleteOldMinutes, leaseRequests, type Lease } from './rates.store.js';
export { addressSubject } from './sign-in-subjects.js';
export { Sessions, type NewSession, type SessionOrigin } from './sessions.js';
export type { SessionView } from './sessions.store.js';
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
export {
  seenBy,
  seesUnit,
  SEES_ALL,
  sightOf,
  unitsSeen,
  visibleItems,
  waysToSee,
  type Sight,
  type WayToSee,
} from './visibility.js';
export { itemsSeen, refuseUnseen, withUnitIds } from './visibility.store.js';
