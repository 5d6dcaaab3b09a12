import { useQueryClient } from '@tanstack/react-query';
import { ask, huiyin } from '../../api/client';
import { useClusterEdits } from '../../parts/cluster-edits';
import type { Cluster } from './cluster';

/** What a person may set on a cluster. */
export type Values = Partial<Pick<Cluster, 'name' | 'locked' | 'status' | 'publicWords'>>;

/** Sets values of a cluster: shown at once, taken back when the API refuses, undone by one click. */
export function useChanging(id: string) {
  const client = useQueryClient();
  const edits = useClusterEdits();
  const { queryKey } = ask('/api/v1/clusters/{id}', { path: { id } });
  const set = (values: Values, said: string) =>
    edits.change({
      said,
      ahead: () => {
        const before = client.getQueryData(queryKey);
        client.setQueryData(queryKey, (cluster) => cluster && { ...cluster, ...values });
        return () => client.setQueryData(queryKey, before);
      },
      // What is null is told as null: the words are taken back.
      make: () => huiyin.patch('/api/v1/clusters/{id}', { path: { id }, body: values as { name?: string } }),
    });
  return { ...edits, set };
}
