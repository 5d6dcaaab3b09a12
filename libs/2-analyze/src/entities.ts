import { AnalysisEntity } from './analysis.entity.js';
import { ClusterMemberEntity } from './clusters/cluster-member.entity.js';
import { ClusterTermEntity } from './clusters/cluster-term.entity.js';
import { ClusterEntity } from './clusters/cluster.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const ANALYZE_ENTITIES = [AnalysisEntity, ClusterEntity, ClusterTermEntity, ClusterMemberEntity];
