import { tellOfClusters } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import type { BurstPayload, ClusterEventName } from '@huiyin/loop';
import { findBurst, lasts, look, WINDOWS, type Look, type Present, type Seen } from './burst.js';
import { Past } from './past.store.js';
import { keyOf, Recent, type Subject } from './recent.js';
import { readRecent } from './voices.store.js';

interface OpenBurst extends BurstPayload {
  /** When it ended, hours since 1970; null while it lasts. */
  readonly endedHour: number | null;
}

interface Found {
  readonly subject: Subject;
  readonly best: Look;
}

type Told = { readonly name: ClusterEventName; readonly burst: BurstPayload };

const COLUMNS = `id as "burstId", cluster_id as "clusterId", category, region, window_hours as "windowHours", seen, expected, score,
  started_at as "startedAt", ended_at as "endedAt"`;

/** Less than the fewest voices that can be a burst are not looked at. */
const LEAST_SEEN = 8;

/**
 * Finds hot issues. The method is on record in docs/impact.md. It keeps what it has read of the past, so there is one for
 * a process; who calls `check` sees to it that nobody else does at the same time.
 */
export class Bursts {
  private readonly past = new Past();

  /** Looks once; begins, goes on with and ends bursts and tells of it in the same transaction. Answers how many began or ended. */
  async check(tx: Sql): Promise<number> {
    const known = await readKnown(tx);
    const recent = new Recent(await readRecent(tx));
    const subjects = recent.subjects(LEAST_SEEN);
    if (subjects.length === 0 && known.every(({ endedHour }) => endedHour !== null)) return 0;
    const [clock] = await tx.query<{ now: number }>('select extract(epoch from loop_now())::float / 3600 as now');
    const now = clock?.now ?? 0;
    this.past.turn(tx, now);
    const { hours, since } = await this.past.everything();
    const present: Present = { now, since, tests: recent.size, all: { seen: recent.all, hours } };
    const open = known.filter(({ endedHour }) => endedHour === null);
    await this.past.learn([...subjects, ...open]);
    // All reading comes before the first writing: a transaction that has written holds up the feed.
    const found = await new Search(this.past, recent, present, known).run(subjects);
    const told = await this.goOn(tx, open, recent, present);
    for (const each of found) told.push(...(await begin(tx, each)));
    await tellOfClusters(tx, told);
    return told.length;
  }

  /** Notes of each open burst that it lasts, with the strongest that was seen in its window, or that it is over. */
  private async goOn(tx: Sql, open: readonly OpenBurst[], recent: Recent, present: Present): Promise<Told[]> {
    const told: Told[] = [];
    for (const burst of open) {
      const looks = look(recent.seen(burst), this.past.of(burst), present);
      const same = looks.find(({ window }) => window === burst.windowHours);
      const { seen, expected, score } = same && same.score > burst.score ? same : burst;
      const set = lasts(looks, burst.windowHours) ? 'last_seen_at = loop_now()' : 'ended_at = loop_now()';
      const [row] = await tx.query<BurstPayload>(
        `update burst set ${set}, seen = $2, expected = $3, score = $4 where id = $1 returning ${COLUMNS}`,
        [burst.burstId, seen, expected, score],
      );
      if (row && row.endedAt !== null) told.push({ name: 'cluster.burst-ended', burst: row });
    }
    return told;
  }
}

/** What lasts, and what ended within the last day. A burst of a cluster that was merged is one of what it was merged into. */
async function readKnown(tx: Sql): Promise<OpenBurst[]> {
  await tx.query(
    `update burst b set cluster_id = c.merged_into from cluster c where c.id = b.cluster_id and c.merged_into is not null and b.ended_at is null
       and not exists (select from burst o where o.cluster_id = c.merged_into and o.region is not distinct from b.region and o.ended_at is null)
       and not exists (select from burst o join cluster k on k.id = o.cluster_id where k.merged_into = c.merged_into and o.region is not distinct from b.region
         and o.ended_at is null and o.id < b.id)`,
  );
  return tx.query<OpenBurst>(
    `select ${COLUMNS}, extract(epoch from ended_at)::float / 3600 as "endedHour" from burst
     where ended_at is null or ended_at > loop_now() - interval '24 hours' order by id`,
  );
}

async function begin(tx: Sql, { subject, best }: Found): Promise<Told[]> {
  const rows = await tx.query<BurstPayload>(
    `insert into burst (cluster_id, category, region, window_hours, seen, expected, score) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning ${COLUMNS}`,
    [subject.clusterId, subject.category, subject.region, best.window, best.seen, best.expected, best.score],
  );
  return rows.map((burst) => ({ name: 'cluster.burst', burst }));
}

/** One search for what begins to burst: clusters, then clusters in a region, then categories in a region. */
class Search {
  private readonly bursting: Set<string>;
  private readonly endedAt: ReadonlyMap<string, number>;
  private readonly found: Found[] = [];

  constructor(
    private readonly past: Past,
    private readonly recent: Recent,
    private readonly present: Present,
    known: readonly OpenBurst[],
  ) {
    this.bursting = new Set(known.filter(({ endedHour }) => endedHour === null).map(keyOf));
    this.endedAt = new Map(
      known.flatMap((burst) => (burst.endedHour === null ? [] : [[keyOf(burst), burst.endedHour]])),
    );
  }

  /** Each issue is found once: as a cluster, in one region where it is one of that region, else by its category. */
  async run(subjects: readonly Subject[]): Promise<Found[]> {
    for (const subject of subjects) {
      if (this.isBursting(subject)) continue;
      const { clusterId, category, region } = subject;
      if (category !== null) await this.tryCategory(subject);
      else if (region === null) await this.tryCluster(subject, clusterId as string);
      else if (!this.wasTold({ ...subject, region: null })) await this.try(subject, this.recent.seen(subject));
    }
    return this.found;
  }

  private async tryCluster(subject: Subject, clusterId: string): Promise<void> {
    const best = await this.judge(subject, this.recent.elsewhere(clusterId, this.wasTold));
    if (!best) return;
    const region = this.recent.mainRegion(clusterId, WINDOWS.indexOf(best.window) as 0 | 1 | 2);
    const place = { clusterId, category: null, region };
    // Where the region does not burst by itself (it always had that much), the cluster does.
    if (region !== null && (this.isBursting(place) || (await this.try(place, this.recent.seen(place))))) return;
    this.note({ subject, best });
  }

  /** First by all its voices, which are no fewer than those that are left when what is explained is taken away. */
  private async tryCategory(subject: Subject): Promise<void> {
    if (await this.judge(subject, this.recent.seen(subject)))
      await this.try(subject, this.recent.unexplained(subject, this.wasTold));
  }

  private async try(subject: Subject, seen: Seen): Promise<boolean> {
    const best = await this.judge(subject, seen);
    if (best) this.note({ subject, best });
    return best !== undefined;
  }

  /** By what is known of the past, and if that says that it bursts, again by what the past is now: items may have moved. */
  private async judge(subject: Subject, seen: Seen): Promise<Look | undefined> {
    if (seen[2] < LEAST_SEEN) return undefined;
    const find = () =>
      findBurst(look(seen, this.past.of(subject), this.present), this.present, this.endedAt.get(keyOf(subject)));
    if (!find()) return undefined;
    await this.past.learn([subject], true);
    return find();
  }

  private note(found: Found): void {
    this.bursting.add(keyOf(found.subject));
    this.found.push(found);
  }

  private readonly isBursting = (subject: Subject): boolean => this.bursting.has(keyOf(subject));

  /** It bursts, or did within the last day: its voices are no news under another name. */
  private readonly wasTold = (subject: Subject): boolean =>
    this.isBursting(subject) || this.endedAt.has(keyOf(subject));
}
