import type { Sql } from '@huiyin/database';
import { Hours } from './history.js';
import { keyOf, type Subject } from './recent.js';
import { readAllHours, readCategoryHours, readClusterHours, type HourRow } from './voices.store.js';

/** History is read again after so many hours; before something is called a burst, always. */
const KEPT_HOURS = 1 / 6;

interface Kept {
  readonly at: number;
  readonly counts: Map<number, number>;
  /** Made of them when it is asked for. */
  hours?: Hours;
}

const NONE = new Hours(new Map());

/** What was, by subject; read in few statements and kept for ten minutes, since only the last day changes quickly. */
export class Past {
  private kept = new Map<string, Kept>();
  private all: { readonly at: number; readonly hours: Hours } | undefined;
  private sql!: Sql;
  private now = 0;

  /** Turns to the present. @param now hours since 1970 */
  turn(sql: Sql, now: number): void {
    this.sql = sql;
    this.now = now;
    const isGood = ({ at }: { readonly at: number }) => at <= now && now - at < KEPT_HOURS;
    this.kept = new Map([...this.kept].filter(([, kept]) => isGood(kept)));
    if (this.all && !isGood(this.all)) this.all = undefined;
  }

  /** All voices, and since when there are any (hours since 1970). */
  async everything(): Promise<{ hours: Hours; since: number }> {
    this.all ??= { at: this.now, hours: new Hours(await readAllHours(this.sql)) };
    return { hours: this.all.hours, since: Math.min(this.now, this.all.hours.first) };
  }

  /** Reads what is not known yet of these subjects; `anew` also what was read at an earlier turn. */
  async learn(subjects: readonly Subject[], anew = false): Promise<void> {
    const isKnown = (kept?: Kept) => kept !== undefined && (!anew || kept.at === this.now);
    const wanted = subjects.filter((subject) => !isKnown(this.kept.get(keyOf(subject))));
    const clusters = [...new Set(wanted.flatMap(({ clusterId }) => clusterId ?? []))];
    const pairs = wanted.flatMap(({ category, region }): [string, string][] =>
      category !== null && region !== null ? [[category, region]] : [],
    );
    const fresh = new Map(
      wanted.map((subject): [string, Kept] => [keyOf(subject), { at: this.now, counts: new Map() }]),
    );
    for (const [key, kept] of fresh) this.kept.set(key, kept);
    for (const row of await readClusterHours(this.sql, clusters)) {
      note(fresh, { clusterId: row.name, category: null, region: null }, row);
      if (row.region !== null) note(fresh, { clusterId: row.name, category: null, region: row.region }, row);
    }
    for (const row of await readCategoryHours(this.sql, pairs))
      note(fresh, { clusterId: null, category: row.name, region: row.region }, row);
  }

  /** Of a subject that was learnt. */
  of(subject: Subject): Hours {
    const kept = this.kept.get(keyOf(subject));
    if (!kept) return NONE;
    return (kept.hours ??= new Hours(kept.counts));
  }
}

/** Only into what was asked for just now: another region of a cluster may have been read before. */
function note(fresh: ReadonlyMap<string, Kept>, subject: Subject, { hour, voices }: HourRow): void {
  const counts = fresh.get(keyOf(subject))?.counts;
  counts?.set(hour, (counts.get(hour) ?? 0) + voices);
}
