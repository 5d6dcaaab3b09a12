import type { Sql } from '@huiyin/database';
import { isVisit, type LoopEvent } from '@huiyin/loop';
import { itemsSeen, may, sightOf, type Principal } from '@huiyin/org';
import { bufferTime, concatMap, filter, mergeMap, type Observable } from 'rxjs';

/** Events are held against what the listener may know in lots: one question to the database for each, milliseconds. */
const LOT_MS = 100;

/** Who listens, asked anew; null when the session or key has ended, or may not listen any more. */
export type Listener = () => Promise<Principal | null>;

/**
 * What somebody may hear of the events: moves of items that they see, and clusters if they may read those over HTTP. A
 * listener who is nobody any more is told nothing.
 */
export function heard(events: Observable<LoopEvent>, listener: Listener, sql: Sql): Observable<LoopEvent> {
  return events.pipe(
    bufferTime(LOT_MS),
    filter((lot) => lot.length > 0),
    concatMap(async (lot) => {
      const who = await listener();
      return who && mayKnow(lot, who, sql);
    }),
    mergeMap((lot) => lot ?? []),
  );
}

async function mayKnow(lot: readonly LoopEvent[], who: Principal, sql: Sql): Promise<LoopEvent[]> {
  const sight = sightOf(who);
  const clusters = may(who, 'clusters:read');
  const ids = sight.everything ? [] : [...new Set(lot.filter(isVisit).map(({ feedbackId }) => feedbackId))];
  const seen = await itemsSeen(sql, sight, ids);
  return lot.filter((event) => (isVisit(event) ? sight.everything || seen.has(event.feedbackId) : clusters));
}
