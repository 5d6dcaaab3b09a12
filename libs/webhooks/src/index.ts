export { WEBHOOK_ENTITIES } from './entities.js';
export type { TryResult } from './one-try.js';
export { WebhookSecrets } from './secrets.js';
export { EVENT_PATTERNS, WEBHOOK_KINDS, type OffReason } from './webhook.js';
export { Webhooks, type Manager, type NewWebhook, type WebhookPatch } from './webhooks.js';
export { webhookLane, WebhooksModule, type WebhookLane } from './webhooks.module.js';
export type { AttemptView, WebhookChange, WebhookView } from './webhooks.store.js';
