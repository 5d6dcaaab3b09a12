import { NoticeAttemptEntity } from './notice-attempt.entity.js';
import { NoticeChannelEntity } from './notice-channel.entity.js';
import { NoticeEntity } from './notice.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const NOTICE_ENTITIES = [NoticeChannelEntity, NoticeEntity, NoticeAttemptEntity];
