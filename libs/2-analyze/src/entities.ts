import { ClusterWordingEntity } from './adapters/cluster-wording.entity.js';
import { EmbeddingEntity } from './adapters/embedding.entity.js';
import { OutsideTaskEntity } from './adapters/outside-task.entity.js';
import { AnalysisEntity } from './analysis.entity.js';
import { BurstEntity } from './clusters/bursts/burst.entity.js';
import { ClusterMemberEntity } from './clusters/cluster-member.entity.js';
import { ClusterSpaceEntity } from './clusters/cluster-space.entity.js';
import { ClusterEntity } from './clusters/cluster.entity.js';
import { ClusterEditItemEntity } from './clusters/edits/cluster-edit-item.entity.js';
import { ClusterEditEntity } from './clusters/edits/cluster-edit.entity.js';
import { ClusterSuggestionEntity } from './clusters/edits/cluster-suggestion.entity.js';
import { ClusterDayEntity } from './clusters/reading/cluster-day.entity.js';
import { ClusterStaleEntity } from './clusters/reading/cluster-stale.entity.js';
import { GatheringEntity } from './clusters/gathering.entity.js';
import { UnclusteredEntity } from './clusters/unclustered.entity.js';
import { DictionaryWordEntity } from './dictionary/dictionary-word.entity.js';
import { CorrectionEntity } from './models/correction.entity.js';
import { ModelEntity } from './models/model.entity.js';
import { FingerprintEntity } from './similar/fingerprint.entity.js';
import { RepeatEntity } from './similar/repeat.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const ANALYZE_ENTITIES = [
  AnalysisEntity,
  ClusterEntity,
  ClusterMemberEntity,
  UnclusteredEntity,
  GatheringEntity,
  ClusterSpaceEntity,
  ClusterEditEntity,
  ClusterEditItemEntity,
  ClusterSuggestionEntity,
  ClusterStaleEntity,
  ClusterDayEntity,
  BurstEntity,
  DictionaryWordEntity,
  CorrectionEntity,
  ModelEntity,
  OutsideTaskEntity,
  EmbeddingEntity,
  ClusterWordingEntity,
  FingerprintEntity,
  RepeatEntity,
];
