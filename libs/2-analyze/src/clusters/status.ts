/** What was decided about a cluster; a dismissed one is noise: left out of lists, its items go their own way. */
export const CLUSTER_STATUSES = ['open', 'planned', 'in-progress', 'done', 'declined', 'dismissed'] as const;
export type ClusterStatus = (typeof CLUSTER_STATUSES)[number];
