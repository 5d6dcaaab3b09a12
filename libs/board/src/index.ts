export { boardLane, BOARD_PROVIDERS, type BoardLane } from './board.module.js';
export {
  BOARD_LANGUAGES,
  BOARD_STATUSES,
  FEWEST,
  wordsIn,
  type BoardLanguage,
  type BoardStatus,
  type PostFigures,
  type PostWords,
  type WordsByLanguage,
} from './board.js';
export { BOARD_ENTITIES } from './entities.js';
export { BoardPosts, cleanWords, type Editor, type NewPost } from './posts.js';
export type { PostChange, PostView } from './posts.store.js';
export { askedBy, BoardReading, type BoardQuery } from './reading.js';
export type { PostUpdate, PublicPost } from './reading.store.js';
export { BoardRefusal, type Refused } from './refusal.js';
export type { BoardSetting } from './setting.store.js';
export { BoardSubmissions } from './submissions.js';
export { SUBMISSION_STATES, type SubmissionState, type SubmissionView } from './submissions.store.js';
export { BoardSubmitting, type OwnSuggestion } from './submitting.js';
export { BoardVisitors, type Visitor } from './visitors.js';
export type { Follower } from './visitors.store.js';
export { STATUS_WORDS } from './wording.js';
