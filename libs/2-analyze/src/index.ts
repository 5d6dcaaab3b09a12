// prettier-ignore
export { analyzeText, understand, warmUp, ANALYSIS_VERSION, type Analysis, type Understanding, type Words } from './analyze.js';
export { topCategory } from './category.js';
export { Clustering, type Assignment, type ClusterItem } from './clusters/clustering.js';
export { categoryNode, OTHER, TAXONOMY, type CategoryNode } from './data/taxonomy.js';
export { learnWords } from './text/segment.js';
export { queryTokens, searchTokens } from './text/search.js';
export type { Language } from './text/language.js';
export type { Sentiment } from './sentiment.js';
export type { UrgencyLevel } from './urgency.js';
export type { UrgencyReason } from './data/urgency-cues.js';
export { AnalyzeHandler } from './analyze.handler.js';
export { AnalyzeModule } from './analyze.module.js';
export { ANALYZE_ENTITIES } from './entities.js';
export {
  CLUSTER_SORTS,
  CLUSTER_STATUSES,
  listClusters,
  readCluster,
  readTrend,
  type ClusterSort,
  type ClusterStatus,
  type ClusterView,
  type TrendDay,
} from './clusters/cluster-views.store.js';
