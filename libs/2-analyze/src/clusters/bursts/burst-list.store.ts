import type { Sql } from '@huiyin/database';

/** A hot issue as people see it. */
export interface BurstView {
  readonly id: number;
  readonly active: boolean;
  /** Null when it is a category. */
  readonly cluster: { readonly id: string; readonly name: string; readonly category: string } | null;
  /** The first two levels, e.g. `network.coverage`; null when it is a cluster. */
  readonly category: string | null;
  /** Null for everywhere. */
  readonly region: string | null;
  /** Length of the time in which it showed: 1, 6 or 24 hours. */
  readonly windowHours: number;
  /** Voices in such a time, at its height. */
  readonly seen: number;
  /** As many as its own history let expect. */
  readonly expected: number;
  /** See `scoreOf`. */
  readonly score: number;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly endedAt: string | null;
}

/** What a list of hot issues is narrowed to. */
export interface BurstQuery {
  /** Only those that last (true), or only those that are over (false). */
  readonly active?: boolean | undefined;
  readonly region?: string | undefined;
  /** A category or everything under it; a cluster is found by the first level of its own. */
  readonly category?: string | undefined;
}

const MOST = 200;

/** Hot issues of now, and those that ended within the last seven days: those of now first, the surest first. At most 200. */
export function listBursts(sql: Sql, { active, region, category }: BurstQuery): Promise<BurstView[]> {
  return sql.query<BurstView>(
    `select b.id, b.ended_at is null as active, case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'category', c.category) end as cluster,
       b.category, b.region, b.window_hours as "windowHours", b.seen, b.expected, b.score, b.started_at as "startedAt",
       b.last_seen_at as "lastSeenAt", b.ended_at as "endedAt"
     from burst b left join cluster c on c.id = b.cluster_id
     where (b.ended_at is null or b.ended_at > loop_now() - interval '7 days')
       and ($1::boolean is null or (b.ended_at is null) = $1) and ($2::text is null or b.region = $2)
       and ($3::text is null or b.category = $3 or starts_with(b.category, $3 || '.') or c.category = split_part($3, '.', 1))
     order by b.ended_at desc nulls first, b.score desc, b.id limit ${MOST}`,
    [active ?? null, region ?? null, category ?? null],
  );
}
