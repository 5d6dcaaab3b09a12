import { changeCluster } from '@huiyin/analyze';
import { BoardPosts, type Editor } from '@huiyin/board';
import type { Database } from '@huiyin/database';
import { BOARD_POSTS, type DemoPost } from './data/board-posts.js';

/**
 * Makes some clusters public, as a product person would: how each stands, and the words for everybody. A post whose matter has no
 * cluster in this demo, or is public already, is left out.
 */
export async function fillBoard(db: Database, actor: Editor['actor']): Promise<void> {
  const posts = new BoardPosts(db);
  for (const post of BOARD_POSTS) {
    const clusterId = await clusterOf(db, post);
    if (clusterId === undefined) continue;
    await changeCluster(db, clusterId, { status: post.status }, actor);
    await posts.publish({ clusterId, zh: post.zh, en: post.en }, { actor, units: [] });
  }
}

/** The largest cluster of this name that is not public. */
async function clusterOf(db: Database, { named }: DemoPost): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(
    `select c.id from cluster c where position($1 in c.name) > 0 and c.merged_into is null and c.size > 0
       and not exists (select from board_post p where p.cluster_id = c.id) order by c.size desc, c.id limit 1`,
    [named],
  );
  return row?.id;
}
