export type { Accepted, CustomerDetails, Receipt, Submission } from './collect.js';
export { CollectHandler } from './collect.handler.js';
export { CollectModule } from './collect.module.js';
export { COLLECT_ENTITIES } from './entities.js';
export { Intake } from './intake.adapter.js';
export { checkPiece, CUSTOMER_RULES, invalid, PIECE_RULES, type Piece } from './piece.js';
export { acceptPieces, prepare, type Door, type UnitLookup } from './pieces.js';
export { oneOf, OPTIONAL_TIME, optionalOneOf, optionalText, text, type Rule, type Rules } from './rules.js';
export { illFormed, parseJson, readBatchJson, readJson, readText } from './well-formed.js';
