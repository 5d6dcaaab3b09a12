import { Huiyin, type Answer, type Operation, type OptionsParameter, type PathsWith } from '@huiyin/client';
import { queryOptions } from '@tanstack/react-query';

/** The API, asked with the cookie of the session. TanStack Query decides what is tried again. */
export const huiyin = new Huiyin({ url: window.location.origin, retries: 0 });

/** What a GET answers with when all goes well. */
export type Got<P extends PathsWith<'get'>> = Answer<Operation<'get', P>>;

/**
 * A GET as a query, typed from the OpenAPI document: `useQuery(ask('/api/v1/clusters/{id}', { path: { id } }))`.
 * Its key is the path and the options, so that `queryClient.invalidateQueries({ queryKey: ['/api/v1/clusters'] })` hits every list of clusters.
 */
export function ask<P extends PathsWith<'get'>>(path: P, ...[options]: OptionsParameter<Operation<'get', P>>) {
  return queryOptions({
    queryKey: [path, options] as const,
    queryFn: ({ signal }) => {
      const asked = { ...(options as object | undefined), signal };
      return huiyin.get(path, ...([asked] as unknown as OptionsParameter<Operation<'get', P>>));
    },
  });
}
