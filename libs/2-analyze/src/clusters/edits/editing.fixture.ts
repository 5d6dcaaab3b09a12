import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import type { ClusterStatus } from '../status.js';

/** Who edits in specs. */
export const ANNA = 'person:7';
export const BO = 'person:8';

/** Where an item is: `cluster`, or `cluster!` when it is pinned there. */
export type Places = Record<string, string>;

/** Clusters and items of a spec, by short names, on a Postgres of its own. */
export class EditingWorld {
  private readonly names = new Map<string, string>();

  readonly db: Database;

  constructor(url: string) {
    const limits = { statementTimeoutMs: 60_000, idleTransactionTimeoutMs: 60_000, applicationName: 'spec' };
    this.db = new Database({ url, poolSize: 6, ...limits }, new ShiftedClock());
  }

  /** Away with all clusters, edits and suggestions. */
  async clear(): Promise<void> {
    await this.db.query(
      'truncate cluster_edit_item, cluster_edit, cluster_suggestion, cluster_member, cluster cascade',
    );
  }

  /** Makes clusters of items, e.g. `{ A: ['a1', 'a2'], B: ['b1'] }`; a cluster is called as its short name says. */
  async clusters(wanted: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const [name, items] of Object.entries(wanted)) {
      const id = this.call(name);
      await this.db.query(
        `insert into cluster (id, name, category, language, size) values ($1, $2, 'network', 'zh', 0)`,
        [id, name],
      );
      await this.join(name, items);
    }
  }

  /** New voices join a cluster, as the machine lets them. */
  async join(cluster: string, items: readonly string[]): Promise<void> {
    const ids = items.map((item) => this.call(item));
    const texts = items.map((item) => `地铁里信号很弱，${item}站刷不开网页`);
    await this.db.transaction(async (tx) => {
      await tx.query(
        `insert into feedback (id, stage, category, language) select unnest($1::uuid[]), 'route', 'fees.bill', 'zh'`,
        [ids],
      );
      await tx.query(
        `insert into feedback_words (feedback_id, text, accepted_by) select *, 'key:1' from unnest($1::uuid[], $2::text[])`,
        [ids, texts],
      );
      await tx.query(
        `insert into cluster_member (feedback_id, cluster_id, score) select i, $2, 0.5 from unnest($1::uuid[]) as i`,
        [ids, this.id(cluster)],
      );
      await tx.query('update cluster set size = size + $2 where id = $1', [this.id(cluster), ids.length]);
    });
  }

  /** Gives an id a short name: that of a cluster that was split off, say. */
  call(name: string, id = uuidv7()): string {
    this.names.set(name, id);
    return id;
  }

  id(name: string): string {
    return this.names.get(name)!;
  }

  ids(names: readonly string[]): string[] {
    return names.map((name) => this.id(name));
  }

  /** The short name of an id. */
  name(id: string): string {
    for (const [name, of] of this.names) if (of === id) return name;
    return id;
  }

  /** Where every item is; `A!` is pinned in A. */
  async places(): Promise<Places> {
    const rows = await this.db.query<{ item: string; cluster: string; pinned: boolean }>(
      'select feedback_id as item, cluster_id as cluster, pinned from cluster_member order by feedback_id',
    );
    return Object.fromEntries(
      rows.map(({ item, cluster, pinned }) => [this.name(item), `${this.name(cluster)}${pinned ? '!' : ''}`]),
    );
  }

  /** Clusters as stored: by name, `living` or where they lead, and their size. */
  async standing(cluster: string): Promise<{
    name: string;
    namedBy: string;
    status: ClusterStatus;
    locked: boolean;
    settled: boolean;
    leadsTo: string | null;
    size: number;
    centroid: Buffer | null;
  }> {
    const [row] = await this.db.query<{ mergedInto: string | null } & Awaited<ReturnType<EditingWorld['standing']>>>(
      `select name, named_by as "namedBy", status, locked, settled, merged_into as "mergedInto", size, centroid from cluster where id = $1`,
      [this.id(cluster)],
    );
    const { mergedInto, ...rest } = row!;
    return { ...rest, leadsTo: mergedInto && this.name(mergedInto) };
  }

  /**
   * Clusters for which something does not hold that must at any time: items only in living clusters, the size is that of
   * the members, signposts lead to the end in one step.
   */
  unsound(): Promise<unknown[]> {
    return this.db.query(
      `select c.id, c.name, c.size, x.members, c.merged_into, e.merged_into as beyond from cluster c
       left join cluster e on e.id = c.merged_into
       cross join lateral (select count(*) as members from cluster_member m where m.cluster_id = c.id) x
       where c.size <> x.members or (c.merged_into is not null) <> (x.members = 0) or e.merged_into is not null`,
    );
  }
}
