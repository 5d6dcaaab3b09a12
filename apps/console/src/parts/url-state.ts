import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a screen is narrowed to, kept in the address, so that a link shows the same. */
export function useUrlState<K extends string>(keys: readonly K[]) {
  const [params, setParams] = useSearchParams();
  const known = keys.join(' ');
  const values = useMemo(() => {
    const found: Partial<Record<K, string>> = {};
    for (const key of known.split(' ') as K[]) {
      const value = params.get(key);
      if (value) found[key] = value;
    }
    return found;
  }, [params, known]);
  const change = useCallback(
    (changed: Partial<Record<K, string | undefined>>) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries<string | undefined>(changed)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [values, change] as const;
}

/** The address of another screen that is narrowed to these values: `linkTo('/feedback', { stage: 'route' })`. */
export function linkTo(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
