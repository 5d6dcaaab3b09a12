export { MOST_ITEMS, type Solved } from './apply.js';
export { InboundSourceEntity } from './inbound-source.entity.js';
export type { InboundSource } from './inbound-source.store.js';
export { InboundSources, type InboundSourceToStore, type Tried } from './inbound-sources.adapter.js';
export { Inbound, type InboundMessage, type InboundResult, type ResolveSolved } from './inbound.adapter.js';
export type { Mapping as InboundMapping } from './mapping.js';
export { checkSender, stranger } from './sender-check.js';
export type { SenderCheck } from './sender-check.js';
