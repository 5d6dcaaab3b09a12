export { PRIVACY_ENTITIES } from './entities.js';
export { PrivacyModule } from './privacy.module.js';
export { findKeyring, keyringFile, saveKeyring, type KeySettings } from './keyring-file.js';
export { makeKeyring, readKeyring, withNewMaster, withoutOldMasters, writeKeyring, type Keyring } from './keyring.js';
export { openVault } from './open-vault.js';
export { SealError, type Place } from './sealing.js';
export { DataKey, Vault } from './vault.js';
export { identityNumber, luhn } from './redact/check-digits.js';
export { maskEmail, maskName, maskNumber, maskPhone } from './redact/masks.js';
export { FINDING_KINDS, type FindingKind } from './redact/patterns.js';
export { redact, redactDeep, type Finding, type Redacted } from './redact/redact.js';
export { insertKeys, keysById, keysOfItems, keysOfOwners, type NewKey } from './data-keys.store.js';
export { namesOf, namesOfItem } from './names.store.js';
export { blindIdentity, identities, identityKey, keyOwner, type Identity, type Names } from './identity.js';
export {
  maskTexts,
  openOriginals,
  originalsAt,
  originalsOf,
  type MaskedTexts,
  type SealedRow,
  type Texts,
} from './originals.js';
export { type Erased } from './rights/erase.store.js';
export { type FoundCustomer, type PersonQuery } from './rights/person.store.js';
export { revealItems, type RevealedItem } from './rights/reveal.store.js';
export { Rights, type PersonFile, type PutOnRecord, type RightsParts } from './rights/rights.js';
export { countOld, forgetOldMasters, reseal } from './upkeep/reseal.store.js';
export { expire, type Expired, type Retention } from './upkeep/retention.store.js';
export { sealOldParts } from './upkeep/old-parts.store.js';
export { maskPersonalData } from './outside/mask.js';
export { withoutMasks } from './outside/mask-rule.js';
