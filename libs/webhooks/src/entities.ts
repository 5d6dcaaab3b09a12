import { WebhookAttemptEntity } from './webhook-attempt.entity.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { WebhookEntity } from './webhook.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const WEBHOOK_ENTITIES = [WebhookEntity, WebhookMessageEntity, WebhookAttemptEntity];
