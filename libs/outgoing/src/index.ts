export { AddressCheck, literalAddress } from './address-check.js';
export {
  OutgoingHttp,
  NotPublicError,
  type OutgoingAnswer,
  type OutgoingRequest,
  type Resolver,
  type WholeAnswer,
} from './outgoing-http.js';
export { newSecret, problemOfSecret, signatureHeaders, type Signed } from './signing.js';
export { problemOfTarget, targetOf } from './target.js';
