import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import { ClusterFigures } from './cluster-figures.adapter.js';

/** One voice as a test wants it; what is left out is ordinary. */
export interface Voice {
  readonly clusterId?: string | null;
  readonly region?: string | null;
  readonly category?: string;
  readonly kind?: string;
  readonly sentiment?: string;
  readonly urgency?: number;
  readonly customerId?: string | null;
  readonly text?: string;
  readonly state?: 'waiting' | 'closed';
  /** How long ago it was received, and how long ago it happened. */
  readonly hoursAgo?: number;
  readonly occurredHoursAgo?: number | null;
  readonly score?: number;
  readonly keywords?: readonly string[];
}

const ORDINARY = {
  clusterId: null,
  region: null,
  category: 'network.coverage.indoor',
  kind: 'fault',
  sentiment: 'neutral',
  urgency: 0,
  customerId: null,
  text: '信号不好',
  state: 'waiting',
  hoursAgo: 0.2,
  occurredHoursAgo: null,
  score: 0.5,
  keywords: [],
} as const satisfies Voice;

/** Clusters and their members as the machine would have left them, with a clock that can be moved. */
export class ClusterWorld {
  readonly clock = new ShiftedClock();
  readonly db: Database;
  readonly troubles: unknown[] = [];

  constructor(url: string) {
    const limits = { statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000, applicationName: 'spec' };
    this.db = new Database({ url, poolSize: 6, ...limits }, this.clock);
  }

  /** Counts and looks as a worker of its own would. */
  runner(): ClusterFigures {
    return new ClusterFigures(this.db, (error) => this.troubles.push(error));
  }

  /** An empty cluster. */
  async cluster(
    changes: { name?: string; cohesion?: number; status?: string; mergedInto?: string } = {},
  ): Promise<string> {
    const id = uuidv7();
    await this.db.query(
      `insert into cluster (id, name, category, language, size, cohesion, status, merged_into) values ($1, $2, 'network', 'zh', 0, $3, $4, $5)`,
      [id, changes.name ?? '信号不好', changes.cohesion ?? 0.5, changes.status ?? 'open', changes.mergedInto ?? null],
    );
    return id;
  }

  /** Voices that have been analysed and put into their clusters; answers with their ids. */
  async voices(voices: readonly Voice[]): Promise<string[]> {
    const rows = voices.map((voice) => ({ id: uuidv7(), ...ORDINARY, ...voice }));
    const from = `from jsonb_to_recordset($1) as v(id uuid, "clusterId" uuid, region text, category text, kind text, sentiment text,
      urgency int, "customerId" uuid, text text, state text, "hoursAgo" float, "occurredHoursAgo" float, score real, keywords text[])`;
    await this.db.transaction(async (tx) => {
      for (const sql of [
        `insert into customer (id) select distinct "customerId" ${from} where "customerId" is not null on conflict do nothing`,
        `insert into feedback (id, stage, state, waiting_for, due_at, closed_at, close_reason, kind, category, sentiment, urgency, language, region, customer_id)
         select id, 'resolve', state, case when state = 'waiting' then 'team' end, null, case when state = 'closed' then loop_now() end, 'done',
           kind, category, sentiment, urgency, 'zh', region, "customerId" ${from}`,
        `insert into feedback_words (feedback_id, received_at, occurred_at, text, accepted_by)
         select id, loop_now() - "hoursAgo" * interval '1 hour', loop_now() - "occurredHoursAgo" * interval '1 hour', text, 'key:1' ${from}`,
        `insert into analysis (feedback_id, cycle, analysable, language, kind, kind_source, category, category_score, sentiment, sentiment_score,
           urgency, keywords, because, search, model)
         select id, 1, true, 'zh', kind, 'rules', category, 1, sentiment, 0, urgency, keywords, '{}', array_to_tsvector(keywords), 'spec' ${from}`,
        `insert into cluster_member (feedback_id, cluster_id, score) select id, "clusterId", score ${from} where "clusterId" is not null`,
        `update cluster c set size = (select count(*) from cluster_member m where m.cluster_id = c.id)
         where id in (select "clusterId" ${from})`,
      ])
        await tx.query(sql, [JSON.stringify(rows)]);
    });
    return rows.map(({ id }) => id);
  }

  /** Moves every member of one cluster to another. */
  async merge(from: string, into: string): Promise<void> {
    await this.db.query('update cluster_member set cluster_id = $2 where cluster_id = $1', [from, into]);
    await this.db.query('update cluster set merged_into = $2, size = 0 where id = $1', [from, into]);
    await this.db.query('update cluster c set size = (select count(*) from cluster_member m where m.cluster_id = c.id) where id = $1', [into]); // prettier-ignore
  }

  /** The open bursts, e.g. `cluster 滨江 1h 30` and `network.coverage 滨江 1h 30`. */
  async open(): Promise<string[]> {
    const rows = await this.db.query<{ text: string }>(
      `select concat_ws(' ', coalesce(category, 'cluster'), coalesce(region, 'everywhere'), window_hours || 'h', seen) as text
       from burst where ended_at is null order by id`,
    );
    return rows.map(({ text }) => text);
  }

  /** The names of the events about clusters, in order. */
  async events(): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>('select name from cluster_event order by event_id');
    return rows.map(({ name }) => name);
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}

/** So many times the same. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
