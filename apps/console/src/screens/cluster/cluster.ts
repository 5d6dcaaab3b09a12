import type { Got } from '../../api/client';

/** One cluster as the API has it. */
export type Cluster = Got<'/api/v1/clusters/{id}'>;
