export type { ListenOptions, LoopEvent } from './events.js';
export { Huiyin } from './huiyin.js';
export { HuiyinError, type Problem } from './problem.js';
export type { Pushed } from './push.js';
export type { components, operations, paths } from './schema.js';
export type { ClientOptions } from './transport.js';
export type {
  Answer,
  BatchResult,
  Common,
  Item,
  Operation,
  Options,
  OptionsParameter,
  PathsWith,
  Piece,
  Receipt,
  RowResult,
} from './types.js';
export { type GivenHeaders, verifyWebhook, WebhookError, type WebhookEvent } from './webhook.js';
