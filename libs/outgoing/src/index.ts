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
export { FAILING_FROM, pauseAfter, restAfter } from './schedule.js';
export { Sending, writePatiently, type SendingRoom, type SendingWork } from './sending.js';
