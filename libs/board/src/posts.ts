import { livingCluster } from '@huiyin/analyze';
import type { Database, RowCondition } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { recordAudit, seenBy, sightOf, type Principal } from '@huiyin/org';
import { redact } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { newSlug, type PostWords, type WordsByLanguage } from './board.js';
import * as store from './posts.store.js';
import { readStanding, type PublicPost } from './reading.store.js';
import { changeSetting, readSetting, type BoardSetting } from './setting.store.js';
import { markSubmission } from './submissions.store.js';

/** What is made public: a cluster or a single item, in the words of staff. */
export interface NewPost extends WordsByLanguage {
  readonly clusterId?: string;
  readonly feedbackId?: string;
}

/** Who works on the board. */
export type Editor = Pick<Principal, 'actor' | 'units'>;

const MOST = 200;

/** The board as staff work on it. What somebody may not see of the items, they cannot make public either. */
export class BoardPosts {
  constructor(private readonly db: Database) {}

  setting(): Promise<BoardSetting> {
    return readSetting(this.db);
  }

  async changeSetting(change: Partial<BoardSetting>, { actor }: Editor): Promise<BoardSetting> {
    await this.db.transaction(async (tx) => {
      await changeSetting(tx, change);
      await recordAudit(tx, { actor, action: 'board.changed', subject: 'board', details: { changed: Object.keys(change) } }); // prettier-ignore
    });
    return readSetting(this.db);
  }

  /** Posts, the latest 200. */
  list(query: Omit<store.PostQuery, 'limit'>, who: Editor): Promise<store.PostView[]> {
    return store.selectPosts(this.db, { ...query, limit: MOST }, seen(who));
  }

  /** @throws {CodedError} `not-found` */
  async get(id: string, who: Editor): Promise<store.PostView> {
    const [post] = await this.list({ id }, who);
    if (!post) throw new CodedError('not-found', 'There is no post of that id. GET /api/v1/board/posts lists them.');
    return post;
  }

  /** Refuses what is not there or not seen. @throws {CodedError} `not-found`, `cluster-merged`, `validation-failed` */
  async refuseUnseen({ clusterId, feedbackId }: NewPost, who: Editor): Promise<void> {
    if ((clusterId === undefined) === (feedbackId === undefined))
      throw new CodedError('validation-failed', 'Name a cluster or an item, and not both.', [
        { field: 'clusterId', message: 'give clusterId or feedbackId' },
      ]);
    const known =
      clusterId === undefined
        ? await store.seesItem(this.db, feedbackId ?? '', seen(who))
        : await store.seesCluster(this.db, (await livingCluster(this.db, clusterId, 'clusterId')).id, seen(who));
    if (!known) throw new CodedError('not-found', 'There is no such cluster or item. Check the id.');
  }

  /** A post as it would be; nothing is stored. */
  async wouldBe(post: NewPost): Promise<PublicPost> {
    const standing = await readStanding(this.db, post.clusterId ?? null, post.feedbackId ?? null);
    return { ...standing, zh: post.zh, en: post.en };
  }

  /**
   * Makes a cluster or an item public. Personal data in the words is masked.
   * @throws {CodedError} `not-found`, `cluster-merged`, `already-exists`, `validation-failed`
   */
  async publish(post: NewPost, who: Editor): Promise<store.PostView> {
    await this.refuseUnseen(post, who);
    const words = cleanWords(post);
    if (!words.zh && !words.en) throw noWords();
    const [id, slug] = [uuidv7(), newSlug()];
    const { clusterId = null, feedbackId = null } = post;
    await this.db.transaction(async (tx) => {
      const row = { id, slug, clusterId, feedbackId, publishedBy: who.actor };
      if (!(await store.insertPost(tx, { ...row, zh: words.zh ?? null, en: words.en ?? null }))) throw twice();
      if (feedbackId !== null) await markSubmission(tx, { feedbackId, state: 'published', postId: id, actor: who.actor }); // prettier-ignore
      const subject = clusterId === null ? { feedback: feedbackId } : { cluster: clusterId };
      await this.record(tx, who, id, { published: true, ...subject });
    });
    return this.get(id, who);
  }

  /** Changes the words, withdraws, or makes public again. @throws {CodedError} `not-found`, `already-exists`, `validation-failed` */
  async change(id: string, change: store.PostChange, who: Editor): Promise<store.PostView> {
    const before = await this.get(id, who);
    const words = cleanWords(change);
    const after = { zh: before.zh, en: before.en, ...words };
    if (!after.zh && !after.en) throw noWords();
    await this.db.transaction(async (tx) => {
      if (!(await store.updatePost(tx, id, { ...change, ...words }))) throw twice();
      const shown = change.public === undefined ? {} : { public: change.public };
      await this.record(tx, who, id, { changed: Object.keys(change), ...shown });
    });
    return this.get(id, who);
  }

  /** Removes a post with its votes and followers for good. @throws {CodedError} `not-found` */
  async remove(id: string, who: Editor): Promise<void> {
    await this.get(id, who);
    await this.db.transaction(async (tx) => {
      await store.deletePost(tx, id);
      await this.record(tx, who, id, { removed: true });
    });
  }

  private record(tx: Parameters<typeof recordAudit>[0], { actor }: Editor, id: string, details: object): Promise<void> {
    return recordAudit(tx, { actor, action: 'board.changed', subject: `board-post:${id}`, details: { ...details } });
  }
}

/** What somebody sees of the items. */
export function seen(who: Editor): RowCondition {
  return seenBy(sightOf(who));
}

/** Telephone numbers and the like that were copied along with a customer's words do not become public. */
export function cleanWords<T extends Partial<WordsByLanguage>>(given: T): Partial<WordsByLanguage> {
  const clean = (words: PostWords | null): PostWords | null =>
    words && {
      title: redact(words.title.trim()).text,
      text: redact(words.text.trim()).text,
      answer: words.answer?.trim() ? redact(words.answer.trim()).text : null,
    };
  return {
    ...(given.zh === undefined ? {} : { zh: clean(given.zh) }),
    ...(given.en === undefined ? {} : { en: clean(given.en) }),
  };
}

function noWords(): CodedError {
  return new CodedError('validation-failed', 'Write a title and a text in one language at least.', [
    { field: 'zh', message: 'give zh or en' },
  ]);
}

function twice(): CodedError {
  return new CodedError('already-exists', 'It is public already. Change that post, or withdraw it first.');
}
