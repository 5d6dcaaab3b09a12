import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { CLUSTER_EVENTS, edges } from '@huiyin/loop';

/** At most this often a list is asked for anew, however fast the loop turns. */
const PAUSE_MS = 1_500;

/** Lists that a move of an item may change. */
const MOVED = ['/api/v1/loop/stages', '/api/v1/feedback', '/api/v1/clusters/{id}/feedback'];
/** What belongs to one item. */
const OF_ITEM = ['/api/v1/feedback/{idOrReference}', '/api/v1/feedback/{idOrReference}/journey'];
const BURST = ['/api/v1/bursts'];

let open = false;
const listeners = new Set<() => void>();

/** True while the connection over which the loop tells of itself stands. */
export function useLive(): boolean {
  return useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => open,
  );
}

/** Listens to the loop and has everything on the screen asked for anew that an event may have changed. */
export function useListening(allowed: boolean): void {
  const client = useQueryClient();
  useEffect(() => (allowed ? listen(client) : undefined), [client, allowed]);
}

function listen(client: QueryClient): () => void {
  const source = new EventSource('/api/v1/loop/events');
  const stale = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    const paths = [...stale];
    stale.clear();
    void client.invalidateQueries({ predicate: ({ queryKey }) => paths.includes(String(queryKey[0])) });
  };
  const changed = (paths: readonly string[]) => (): void => {
    for (const path of paths) stale.add(path);
    timer ??= setTimeout(flush, PAUSE_MS);
  };

  source.addEventListener('open', () => say(true));
  source.addEventListener('error', () => say(false));
  for (const { outcome } of edges()) source.addEventListener(`feedback.${outcome}`, changed([...MOVED, ...OF_ITEM]));
  for (const name of Object.keys(CLUSTER_EVENTS)) source.addEventListener(name, changed(BURST));
  return () => {
    clearTimeout(timer);
    source.close();
    say(false);
  };
}

function say(stands: boolean): void {
  if (open === stands) return;
  open = stands;
  for (const told of listeners) told();
}
