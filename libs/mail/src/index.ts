export { MAIL_ENTITIES } from './entities.js';
export { mailboxOf, MAIL_PROVIDERS } from './mail.module.js';
export { Mailbox } from './mailbox.js';
export { MESSAGE_DECISIONS, Messages, type MessageDecision, type MessageView, type OpenMessage } from './messages.js';
export { readMail, type InMail } from './read-mail.js';
export { MailTaking } from './taking.js';
export { forgetMails, type Noted } from './taking.store.js';
