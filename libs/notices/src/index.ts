export { NOTICE_EVENT_NAMES, NOTICE_EVENTS, type NoticeEvent } from './catalogue.js';
export { NoticeChannels, type NewNoticeChannel, type NoticeChannelSettings } from './channels.js';
export type { NoticeAttemptView, NoticeChannelView } from './channels.store.js';
export { NOTICE_ENTITIES } from './entities.js';
export { NOTICE_CONSUMERS } from './fan-out.js';
export {
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  NOTICE_OFF_REASONS,
  type NoticeKind,
  type NoticeLanguage,
  type NoticeOff,
} from './notice.js';
export { noticeLane, NoticesModule, type NoticeLane } from './notices.module.js';
export { NoticePost } from './post.js';
export type { NoticeVerdict } from './robots.js';
export { NoticeTargets } from './targets.js';
