// prettier-ignore
export { analyzeText, readWords, understand, warmUp, ANALYSIS_VERSION, type Analysis, type Understanding, type Words } from './analyze.js';
export { categoryNode, OTHER, TAXONOMY, type CategoryNode } from './data/taxonomy.js';
export { queryTokens, searchTokens } from './text/search.js';
export type { Language } from './text/language.js';
export type { Sentiment } from './sentiment.js';
export type { UrgencyLevel } from './urgency.js';
export type { UrgencyReason } from './data/urgency-cues.js';
export { AnalyzeHandler } from './analyze.handler.js';
export { AnalyzeModule } from './analyze.module.js';
export {
  addWords,
  listWords,
  LONGEST_WORD,
  MOST_WORDS,
  removeWords,
  type StoredWord,
} from './dictionary/dictionary.store.js';
export { WORD_KINDS, type DictionaryEntry, type WordKind } from './dictionary/dictionary.js';
export { inThread, runInThread, ThreadLost, threadUrl, type ThreadOptions } from './threads/thread.js';
export { Schooling } from './threads/schooling.store.js';
export { TextMind, type Knowledge } from './threads/text-mind.js';
export { ThreadedMind, type MindPlan } from './threads/threaded-mind.js';
export { fingerprint, type Print } from './similar/print.js';
export { isSame, warmUpSimilar } from './similar/similar.js';
export { priorityOfRepeat } from './similar/repeats.js';
export { linkRepeats, type FreshItem, type Repeat } from './similar/repeats.store.js';
export { findSimilar, type SimilarCluster, type SimilarItem, type SimilarQuery } from './similar/similar.store.js';
export { FIELDS, judge, type Field, type LinearModel, type Models } from './models/linear-model.js';
export {
  correct,
  listCorrections,
  loadCorrections,
  type Corrected,
  type CorrectionView,
} from './models/corrections.store.js';
export { listModels, loadModelsInUse, modelsVersion, useModel, type ModelView } from './models/models.store.js';
export { figuresOf, type Figures } from './models/measure.js';
export { fit, type Example } from './models/fit.js';
export { gramsOf, type Grams } from './models/grams.js';
export { pack, unpack } from './models/pack.js';
export { groupOf, isHeldOut } from './models/split.js';
export type { Trial } from './models/train.js';
export { trainAndStore } from './models/training.store.js';
export { OutsideLane, outsideLane } from './adapters/outside-lane.adapter.js';
export { readEmbeddings } from './adapters/outside-results.store.js';
export { OutsideTasks } from './adapters/outside-tasks.adapter.js';
export { readOutsideLevels, type OutsideLevel } from './adapters/outside-tasks.store.js';
export { ANALYZE_ENTITIES } from './entities.js';
export { readBurstCurve, type BurstCurve } from './clusters/bursts/curve.store.js';
export { listBursts, type BurstQuery, type BurstView } from './clusters/bursts/burst-list.store.js';
export { ClusterFigures } from './clusters/reading/cluster-figures.adapter.js';
export {
  CLUSTER_SORTS,
  listClusters,
  type ClusterPage,
  type ClusterQuery,
  type ClusterSort,
  type ClusterView,
} from './clusters/reading/cluster-list.store.js';
export { livingCluster } from './clusters/edits/standing.store.js';
export { readCluster, type ClusterDetail } from './clusters/reading/cluster.store.js';
export { clustersSeen, findCluster } from './clusters/reading/seen-clusters.store.js';
export type { Counted, MemberFigures } from './clusters/reading/figures.store.js';
export { type ImpactParts } from './clusters/reading/impact.js';
export { type Quote } from './clusters/reading/quotes.js';
export {
  CURVE_WEEKS,
  readTrend,
  readTrends,
  TREND_STEPS,
  type TrendPart,
  type Trends,
  type TrendStep,
} from './clusters/reading/trend.store.js';
export { CLUSTER_STATUSES, type ClusterStatus } from './clusters/status.js';
export {
  EDIT_KINDS,
  MOST_ITEMS,
  type ChangedValues,
  type ClusterChange,
  type ClusterStanding,
  type EditKind,
} from './clusters/edits/edit.js';
export { attachItem, type Attached, type SameAs } from './clusters/edits/attach.store.js';
export { listEdits, readEdit, type EditFilter, type EditView } from './clusters/edits/edit-list.store.js';
export {
  changeCluster,
  mergeClusters,
  moveItems,
  splitCluster,
  type Edited,
  type Split,
} from './clusters/edits/edits.store.js';
export { recordRegrouping, type Regrouped, type RegroupingRecord } from './clusters/edits/regroup.store.js';
export { listSuggestions, type SuggestionSide, type SuggestionView } from './clusters/edits/suggestion-list.store.js';
export {
  acceptSuggestion,
  refuseSuggestion,
  storeSuggestions,
  SUGGESTION_KINDS,
  type NewSuggestion,
  type Refused,
  type SuggestionKind,
} from './clusters/edits/suggestions.store.js';
export { undoEdit } from './clusters/edits/undo.store.js';
export { features, type Features } from './clusters/features.js';
export { inheritIds } from './clusters/identity.js';
export { nextMilestone } from './clusters/milestones.js';
export type { Group } from './clusters/group.js';
export { runPass, type PassOutput } from './clusters/pass.js';
export { Seating, type Seat } from './clusters/placing.js';
export { project, unpackSpace, type Space, type SpaceStatistics } from './clusters/space.js';
export { packVector, unpackVector } from './clusters/vectors.js';
export { ClusterRunner } from './clusters/cluster-runner.adapter.js';
