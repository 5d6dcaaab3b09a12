import { CustomerMessageEntity } from './customer-message.entity.js';
import { InboundMailEntity } from './inbound-mail.entity.js';
import { MailboxCursorEntity } from './mailbox-cursor.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const MAIL_ENTITIES = [CustomerMessageEntity, InboundMailEntity, MailboxCursorEntity];
