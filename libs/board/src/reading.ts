import type { Database } from '@huiyin/database';
import { BOARD_LANGUAGES, isSlug, NO_FIGURES, type BoardStatus } from './board.js';
import { readPosts, readUpdates, type PostRow, type PostUpdate, type PublicPost } from './reading.store.js';
import { fitOf } from './search.js';
import { readSetting, type BoardSetting } from './setting.store.js';

/** What a visitor narrows the board to. */
export interface BoardQuery {
  readonly q?: string;
  readonly status?: BoardStatus;
  readonly category?: string;
  readonly sort: 'most' | 'new';
}

/** The board as a visitor sees it. */
export class BoardReading {
  constructor(private readonly db: Database) {}

  /** What it is called, and whether it is there at all. */
  setting(): Promise<BoardSetting> {
    return readSetting(this.db);
  }

  /** Public posts that fit, the best fit or the order asked for first; and the categories that there are at all. */
  async list({ q, status, category, sort }: BoardQuery): Promise<{ posts: PublicPost[]; categories: string[] }> {
    const all = await readPosts(this.db);
    const categories = [...new Set(all.flatMap((post) => post.category ?? []))].sort();
    const narrowed = all.filter(
      (post) => (!status || post.status === status) && (!category || post.category === category),
    );
    const ordered = q ? bestFits(q, narrowed) : inOrder(narrowed, sort);
    return { posts: ordered, categories };
  }

  /** One of them with what was told of it, the earliest first; undefined when there is none at this address. */
  async one(slug: string): Promise<{ post: PublicPost; updates: PostUpdate[] } | undefined> {
    if (!isSlug(slug)) return undefined;
    const [post] = await readPosts(this.db, slug);
    return post && { post, updates: (await readUpdates(this.db, slug, 50)).reverse() };
  }

  /** What happened last, the latest first, for the feed. */
  async latest(limit: number): Promise<{ posts: PublicPost[]; updates: PostUpdate[] }> {
    const posts = await readPosts(this.db);
    return { posts, updates: await readUpdates(this.db, null, limit) };
  }
}

/** Everybody who asked for it, as far as is known. */
export function askedBy({ figures, votes }: Pick<PublicPost, 'figures' | 'votes'>): number {
  return (figures.people ?? NO_FIGURES.people) + votes;
}

const byTime = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

function inOrder(posts: readonly PostRow[], sort: BoardQuery['sort']): PostRow[] {
  if (sort === 'new') return [...posts].sort((a, b) => byTime(a.publishedAt, b.publishedAt));
  return [...posts].sort((a, b) => askedBy(b) - askedBy(a) || byTime(a.publishedAt, b.publishedAt));
}

function bestFits(q: string, posts: readonly PostRow[]): PostRow[] {
  const fits = posts.map((post) => {
    const words = BOARD_LANGUAGES.flatMap((language) => post[language] ?? []);
    const fit = Math.max(...words.map(({ title, text, answer }) => fitOf(q, title, `${text}\n${answer ?? ''}`)));
    return { post, fit };
  });
  return fits
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || askedBy(b.post) - askedBy(a.post))
    .map(({ post }) => post);
}
