import { BoardFollowerEntity, BoardMailEntity } from './board-follower.entity.js';
import { BoardPostEntity, BoardSettingEntity, BoardUpdateEntity, BoardVoteEntity } from './board-post.entity.js';
import { BoardSubmissionEntity } from './board-submission.entity.js';

/** The tables of this library, for the check that entities and migrations agree. */
export const BOARD_ENTITIES = [
  BoardSettingEntity,
  BoardPostEntity,
  BoardUpdateEntity,
  BoardVoteEntity,
  BoardFollowerEntity,
  BoardMailEntity,
  BoardSubmissionEntity,
];
