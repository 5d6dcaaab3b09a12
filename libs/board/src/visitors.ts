import type { Database } from '@huiyin/database';
import type { Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { isSlug, type BoardLanguage } from './board.js';
import { BoardRefusal } from './refusal.js';
import type { BoardTokens } from './tokens.js';
import * as store from './visitors.store.js';

/** Votes without an e-mail address that count from one network within a day: for one post, and for all. */
const VOTES = { post: 3, all: 60 };
/** Requests to follow from one network within an hour. */
const FOLLOWS = 20;
/** Questions whether somebody wants to be told that one mailbox is sent within a day. */
const QUESTIONS = 3;

const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]{2,}$/;

/** Who is before the browser, as far as it matters. */
export interface Visitor {
  /** Value of the cookie by which a browser is known again; null before the first vote. */
  readonly cookie: string | null;
  /** The network that they come from, see `addressSubject`. */
  readonly network: string;
  readonly language: BoardLanguage;
}

/** What visitors of the board do besides reading: vote and follow. Nothing of them is ever shown to anybody. */
export class BoardVisitors {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
    readonly tokens: BoardTokens,
  ) {}

  /** True when this browser has voted for the post. */
  async hasVoted(slug: string, cookie: string | null): Promise<boolean> {
    if (cookie === null || !isSlug(slug)) return false;
    const postId = await store.publicPostId(this.db, slug);
    return postId !== undefined && store.hasVoted(this.db, postId, this.tokens.browser(cookie));
  }

  /**
   * "Me too", once for each browser. A network has so many a day; whoever comes after that is counted by e-mail.
   * @throws {BoardRefusal} `unknown`, `confirm-by-mail`
   */
  async vote(slug: string, cookie: string, { network }: Visitor): Promise<void> {
    const postId = await this.postId(slug);
    const address = this.tokens.network(network);
    await this.db.transaction(async (tx) => {
      await store.lockNetwork(tx, address);
      const voter = this.tokens.browser(cookie);
      if (await store.hasVoted(tx, postId, voter)) return;
      const so = await store.votesOfNetwork(tx, postId, address);
      if (so.post >= VOTES.post || so.all >= VOTES.all) throw new BoardRefusal('confirm-by-mail');
      await store.insertVote(tx, { postId, voter, address });
    });
  }

  /** Takes the vote of a browser back. @throws {BoardRefusal} `unknown` */
  async takeBack(slug: string, cookie: string): Promise<void> {
    const postId = await this.postId(slug);
    await this.db.transaction((tx) => store.deleteVote(tx, postId, this.tokens.browser(cookie)));
  }

  /**
   * Asks the holder of a mailbox whether they want to be told. Nobody learns from what is answered whether they are already.
   * @param votes true to be counted too, once confirmed
   * @throws {BoardRefusal} `unknown`, `bad-email`, `too-many`
   */
  async follow(slug: string, email: string, visitor: Visitor, votes: boolean): Promise<void> {
    const address = email.trim();
    if (address.length > LONGEST_EMAIL || !EMAIL.test(address)) throw new BoardRefusal('bad-email');
    const postId = await this.postId(slug);
    const [network, mailbox] = [this.tokens.network(visitor.network), this.tokens.mailbox(address)];
    const id = uuidv7();
    const sealed = this.vault.seal(address, { table: 'board_follower', column: 'email', row: id });
    const voter = visitor.cookie === null ? null : this.tokens.browser(visitor.cookie);
    await this.db.transaction(async (tx) => {
      await store.lockNetwork(tx, network);
      await store.lockNetwork(tx, mailbox);
      const so = await store.asksSoFar(tx, network, mailbox);
      if (so.network >= FOLLOWS) throw new BoardRefusal('too-many');
      const one = { id, postId, mailbox, email: sealed, language: visitor.language, votes, voter, address: network };
      const waiting = await store.upsertFollower(tx, one);
      if (waiting !== null && so.mailbox < QUESTIONS) await store.insertQuestion(tx, uuidv7(), waiting);
    });
  }

  /** What a link in a mail is about, without changing anything: mail scanners open every link. */
  async follower(purpose: 'confirm' | 'leave', token: string): Promise<store.Follower | undefined> {
    const id = this.tokens.read(purpose, token);
    return id === null ? undefined : store.findFollower(this.db, id);
  }

  /** The holder of the mailbox has said yes: they are told from now on, and counted if they wanted to be. */
  async confirm(token: string): Promise<store.Follower | undefined> {
    const follower = await this.follower('confirm', token);
    if (!follower || follower.confirmedAt !== null) return follower;
    await this.db.transaction(async (tx) => {
      await store.confirmFollower(tx, follower.id);
      const { postId, voter, mailbox, votes } = follower;
      if (!votes || (voter !== null && (await store.hasVoted(tx, postId, voter)))) return;
      await store.insertVote(tx, { postId, voter: mailbox, address: null });
    });
    return follower;
  }

  /** The holder of the mailbox wants to hear no more of this post. Again: nothing changes. */
  async leave(token: string): Promise<boolean> {
    const id = this.tokens.read('leave', token);
    if (id === null) return false;
    await this.db.transaction((tx) => store.deleteFollower(tx, id));
    return true;
  }

  private async postId(slug: string): Promise<string> {
    const id = isSlug(slug) ? await store.publicPostId(this.db, slug) : undefined;
    if (id === undefined) throw new BoardRefusal('unknown');
    return id;
  }
}
