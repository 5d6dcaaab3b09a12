import { putInto, type RowCondition, type Sql } from '@huiyin/database';
import type { PostWords, WordsByLanguage } from './board.js';
import { STATUS_NOW, SUBJECT_JOINS } from './reading.store.js';

/** A post as staff see it. */
export interface PostView extends WordsByLanguage {
  readonly id: string;
  readonly slug: string;
  readonly clusterId: string | null;
  readonly feedbackId: string | null;
  /** Name of the cluster, or reference of the item. */
  readonly subject: string | null;
  /** False once it has been withdrawn. */
  readonly public: boolean;
  /** How the cluster or item stands; a `dismissed` cluster is not shown although it is public. */
  readonly status: string;
  readonly publicWords: string | null;
  /** Customers who said it, as last counted. */
  readonly people: number;
  readonly votes: number;
  /** People who are told by mail. */
  readonly followers: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly changedAt: string;
}

const COLUMNS = `p.id, p.slug, p.cluster_id as "clusterId", p.feedback_id as "feedbackId",
  coalesce(l.name, reference(w.number, w.received_at)) as subject, p.public, ${STATUS_NOW} as status, l.public_words as "publicWords",
  p.zh, p.en, coalesce((p.figures->>'people')::int, 1) as people,
  (select count(*) from board_vote v where v.post_id = p.id) as votes,
  (select count(*) from board_follower b where b.post_id = p.id and b.confirmed_at is not null) as followers,
  p.published_at as "publishedAt", p.published_by as "publishedBy", p.changed_at as "changedAt"`;

/** What a list of posts is narrowed to. */
export interface PostQuery {
  readonly id?: string;
  readonly cluster?: string;
  readonly feedback?: string;
  readonly public?: boolean;
  readonly limit: number;
}

/** A post is seen by who sees the item, or an item of the cluster. */
export function seesPost(seen: RowCondition, values: unknown[]): string {
  const item = seen(putInto(values), 'sf');
  if (item === 'true') return 'true';
  return `exists (select from feedback sf where (sf.id = p.feedback_id
    or sf.id in (select sm.feedback_id from cluster_member sm where sm.cluster_id = l.id)) and ${item})`;
}

/** Posts, the latest first. */
export function selectPosts(sql: Sql, query: PostQuery, seen: RowCondition): Promise<PostView[]> {
  const values: unknown[] = [query.id ?? null, query.cluster ?? null, query.feedback ?? null, query.public ?? null, query.limit]; // prettier-ignore
  return sql.query<PostView>(
    `select ${COLUMNS} from board_post p ${SUBJECT_JOINS}
     where ($1::uuid is null or p.id = $1) and ($2::uuid is null or l.id = $2) and ($3::uuid is null or p.feedback_id = $3)
       and ($4::boolean is null or p.public = $4) and ${seesPost(seen, values)}
     order by p.published_at desc, p.id limit $5`,
    values,
  );
}

/** True when somebody sees an item of the cluster. */
export async function seesCluster(sql: Sql, clusterId: string, seen: RowCondition): Promise<boolean> {
  const values: unknown[] = [clusterId];
  const item = seen(putInto(values), 'f');
  if (item === 'true') return true;
  const rows = await sql.query(
    `select from cluster_member m join feedback f on f.id = m.feedback_id where m.cluster_id = $1 and ${item} limit 1`,
    values,
  );
  return rows.length > 0;
}

/** True when somebody sees the item; false also when there is none. */
export async function seesItem(sql: Sql, feedbackId: string, seen: RowCondition): Promise<boolean> {
  const values: unknown[] = [feedbackId];
  const rows = await sql.query(`select from feedback f where f.id = $1 and ${seen(putInto(values), 'f')}`, values);
  return rows.length > 0;
}

/** What is stored of a new post. */
export interface NewPostRow extends WordsByLanguage {
  readonly id: string;
  readonly slug: string;
  readonly clusterId: string | null;
  readonly feedbackId: string | null;
  readonly publishedBy: string;
}

/**
 * Makes something public. How it stands now has been known before, so nobody is told of it.
 * @returns false when there is a public post of the same already
 */
export async function insertPost(tx: Sql, row: NewPostRow): Promise<boolean> {
  const { id, slug, clusterId, feedbackId, zh, en, publishedBy } = row;
  const made = await tx.query(
    `insert into board_post (id, slug, cluster_id, feedback_id, zh, en, published_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id`,
    [id, slug, clusterId, feedbackId, json(zh), json(en), publishedBy],
  );
  if (made.length === 0) return false;
  await tx.query(
    `update board_post t set status = x.status, told_status = x.status
     from (select p.id, ${STATUS_NOW} as status from board_post p ${SUBJECT_JOINS} where p.id = $1) x where t.id = x.id`,
    [id],
  );
  await tx.query('insert into board_update (post_id, status) select id, status from board_post where id = $1', [id]);
  return true;
}

/** What may change of a post; what is left out stays. */
export interface PostChange {
  readonly zh?: PostWords | null;
  readonly en?: PostWords | null;
  readonly public?: boolean;
}

/** Changes a post. @returns false when it would be the second public one of the same */
export async function updatePost(tx: Sql, id: string, { zh, en, public: shown }: PostChange): Promise<boolean> {
  if (shown === true) {
    const [other] = await tx.query(
      `select from board_post p join board_post o on (o.cluster_id = p.cluster_id or o.feedback_id = p.feedback_id)
       where p.id = $1 and o.id <> p.id and o.public`,
      [id],
    );
    if (other) return false;
  }
  await tx.query(
    `update board_post set zh = case when $2 then $3::jsonb else zh end, en = case when $4 then $5::jsonb else en end,
       public = coalesce($6, public), changed_at = loop_now() where id = $1`,
    [id, zh !== undefined, json(zh), en !== undefined, json(en), shown ?? null],
  );
  return true;
}

/** Removes a post with its votes and followers. */
export async function deletePost(tx: Sql, id: string): Promise<void> {
  await tx.query('delete from board_post where id = $1', [id]);
}

function json(words: PostWords | null | undefined): string | null {
  return words ? JSON.stringify(words) : null;
}
