import { DeliveryEntity } from './delivery.entity.js';
import { MailBarEntity } from './mail-bar.entity.js';
import { SourceEntity } from './source.entity.js';
import { MessageTemplateEntity } from './templates/message-template.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const DELIVER_ENTITIES = [DeliveryEntity, SourceEntity, MessageTemplateEntity, MailBarEntity];
