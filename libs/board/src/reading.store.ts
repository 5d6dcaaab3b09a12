import type { Sql } from '@huiyin/database';
import type { BoardStatus, PostFigures, WordsByLanguage } from './board.js';

/** A suggestion as anybody may see it. Every field is public. */
export interface PublicPost extends WordsByLanguage {
  readonly slug: string;
  /** First level of a category. */
  readonly category: string | null;
  readonly status: BoardStatus;
  /** Since when it stands so. */
  readonly since: string;
  /** What the product team says to everybody, of the whole cluster. */
  readonly publicWords: string | null;
  /** When the first customer said it. */
  readonly heardAt: string;
  readonly publishedAt: string;
  readonly figures: Partial<PostFigures>;
  readonly votes: number;
}

/** For use within this library: the post with what it is about. */
export interface PostRow extends PublicPost {
  readonly id: string;
  readonly clusterId: string | null;
  readonly feedbackId: string | null;
}

/** An item's resolution counts once its customer has been told. */
const ITEM_STATUS = `case when not (f.stage = 'recollect' or f.state = 'closed') or r.action is null then 'open'
  when r.action = 'planned' then 'planned' when r.action = 'declined' then 'declined' else 'done' end`;

/** How it stands now, by its cluster or its item. */
export const STATUS_NOW = `case when l.id is not null then l.status else ${ITEM_STATUS} end`;

/** Of post `p`: the living cluster `l`, or the item `f` with its words `w` and resolution `r`. */
export const SUBJECT_JOINS = `left join cluster c on c.id = p.cluster_id left join cluster l on l.id = coalesce(c.merged_into, c.id)
  left join feedback f on f.id = p.feedback_id left join feedback_words w on w.feedback_id = f.id
  left join item_resolution ir on ir.feedback_id = f.id and ir.cycle = f.cycle left join resolution r on r.id = ir.resolution_id`;

/** When a person said so of the cluster last, or the item was resolved. */
const SINCE = `coalesce((select max(e.made_at) from cluster_edit e
    where e.cluster_id = l.id and e.kind = 'change' and e.undone_at is null and e.after->>'status' = l.status),
  r.decided_at, p.published_at)`;

/** A vote by somebody who is counted in the cluster already does not count again. */
const VOTES = `(select count(*) from board_vote v where v.post_id = p.id
  and not exists (select from cluster_member m where m.feedback_id = v.feedback_id and m.cluster_id = l.id))`;

const COLUMNS = `p.id, p.slug, p.cluster_id as "clusterId", p.feedback_id as "feedbackId", p.zh, p.en,
  coalesce(l.category, split_part(f.category, '.', 1)) as category, ${STATUS_NOW} as status, ${SINCE} as since,
  l.public_words as "publicWords", coalesce(l.first_seen_at, w.received_at) as "heardAt", p.published_at as "publishedAt",
  p.figures, ${VOTES} as votes`;

/** More is not shown on one board; the latest are. */
const MOST_POSTS = 2_000;

/** Everything that is public now; nothing while the board is closed. A dismissed cluster is nothing to show. */
export function readPosts(sql: Sql, slug: string | null = null): Promise<PostRow[]> {
  return sql.query<PostRow>(
    `select ${COLUMNS} from board_post p ${SUBJECT_JOINS}
     where p.public and coalesce(l.status, '') <> 'dismissed' and ($1::text is null or p.slug = $1)
       and (select open from board_setting) order by p.published_at desc, p.id limit ${MOST_POSTS}`,
    [slug],
  );
}

/** Something that was told of a post. */
export interface PostUpdate {
  readonly id: number;
  readonly slug: string;
  readonly status: BoardStatus;
  readonly at: string;
}

/** What was told last of public posts, the latest first; with `slug` only of that one. */
export function readUpdates(sql: Sql, slug: string | null, limit: number): Promise<PostUpdate[]> {
  return sql.query<PostUpdate>(
    `select u.id, p.slug, u.status, u.at from board_update u join board_post p on p.id = u.post_id
     where p.public and ($1::text is null or p.slug = $1) order by u.id desc limit $2`,
    [slug, limit],
  );
}

/** How something stands that is not public yet, as it would be shown. Nobody has voted for it, and it is counted once it is. */
export async function readStanding(
  sql: Sql,
  clusterId: string | null,
  feedbackId: string | null,
): Promise<Omit<PublicPost, 'zh' | 'en'>> {
  const [row] = await sql.query<Omit<PublicPost, 'zh' | 'en'>>(
    `select '' as slug, coalesce(l.category, split_part(f.category, '.', 1)) as category,
       case when l.status = 'dismissed' then 'open' else ${STATUS_NOW} end as status, ${SINCE} as since, l.public_words as "publicWords",
       coalesce(l.first_seen_at, w.received_at) as "heardAt", p.published_at as "publishedAt",
       json_build_object('people', coalesce(nullif(l.figures->>'customers', '')::int, l.size, 1)) as figures, 0 as votes
     from (select $1::uuid as cluster_id, $2::uuid as feedback_id, loop_now() as published_at) p ${SUBJECT_JOINS}`,
    [clusterId, feedbackId],
  );
  if (!row) throw new Error('One row always answers');
  return row;
}
