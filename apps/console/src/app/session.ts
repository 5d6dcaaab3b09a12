import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Answer, Operation } from '@huiyin/client';
import { huiyin } from '../api/client';
import { isSignedOut } from '../api/problem';

/** Who sits here, and what they may do. */
export type Me = Answer<Operation<'get', '/api/v1/me'>>;

/** Null when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: Infinity,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await huiyin.get('/api/v1/me');
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
});

/** Who sits here. Only for what is shown after signing in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('Nobody is signed in; this is only for screens behind the sign-in.');
  return data;
}

/** Says whether the person holds a scope: `may('clusters:write')`. */
export function useMay(): (scope: string) => boolean {
  const { scopes } = useMe();
  return (scope) => may(scopes, scope);
}

/** `admin` stands for all of them. */
export function may(scopes: readonly string[], scope: string): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}
