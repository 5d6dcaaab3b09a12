import { Poller } from '@huiyin/bus';
import { Intake } from '@huiyin/collect';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import type { MailTokens } from '@huiyin/deliver';
import { Vault } from '@huiyin/privacy';
import * as news from './news.store.js';
import { PostOffice } from './post-office.js';
import { BoardPosts } from './posts.js';
import { BoardReading } from './reading.js';
import { BoardSender } from './sender.js';
import { BoardSubmissions } from './submissions.js';
import { BoardSubmitting } from './submitting.js';
import { BoardTokens } from './tokens.js';
import { BoardVisitors } from './visitors.js';

/** The board over HTTP, for the module in which the stages are put together: suggestions go in by the intake. */
export const BOARD_PROVIDERS = [
  {
    provide: BoardTokens,
    useFactory: (vault: Vault, { publicUrl }: Config) => new BoardTokens(vault, publicUrl),
    inject: [Vault, CONFIG],
  },
  { provide: BoardReading, useFactory: (db: Database) => new BoardReading(db), inject: [Database] },
  {
    provide: BoardVisitors,
    useFactory: (db: Database, vault: Vault, tokens: BoardTokens) => new BoardVisitors(db, vault, tokens),
    inject: [Database, Vault, BoardTokens],
  },
  {
    provide: BoardSubmitting,
    useFactory: (db: Database, intake: Intake, vault: Vault, tokens: BoardTokens) =>
      new BoardSubmitting({ db, intake, vault, tokens }),
    inject: [Database, Intake, Vault, BoardTokens],
  },
  { provide: BoardPosts, useFactory: (db: Database) => new BoardPosts(db), inject: [Database] },
  {
    provide: BoardSubmissions,
    useFactory: (db: Database, posts: BoardPosts) => new BoardSubmissions(db, posts),
    inject: [Database, BoardPosts],
  },
];

/** The part of a worker that looks after the board; it does nothing before `start`. */
export interface BoardLane {
  start(): void;
  stop(): Promise<void>;
  /** Notices, counts, tells and sends everything that is due; for tests. Answers how much there was. */
  drain(): Promise<number>;
}

/** What a lane is made of. */
export interface BoardLaneParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly mailTokens: MailTokens;
}

/** Posts change seldom: they are looked at so often, milliseconds. */
const LOOK_EVERY_MS = 5_000;
const TIDY_EVERY_MS = 3_600_000;

/** Puts the part of a worker together that notices how posts stand, counts them, and tells followers. */
export function boardLane(config: Config, parts: BoardLaneParts, trouble: (error: unknown) => void): BoardLane {
  const { publicUrl, smtpUrl: url, mailFrom: from, deliveryLeaseSeconds: leaseSeconds } = config;
  const office = new PostOffice({ url, from });
  const tokens = new BoardTokens(parts.vault, publicUrl);
  const sender = new BoardSender({ ...parts, tokens, office, publicUrl }, { leaseSeconds, trouble });
  const look = () =>
    parts.db.transaction(async (tx) => {
      if (!(await news.lockLooking(tx))) return 0;
      return (await news.noteChanges(tx)) + (await news.tellChanges(tx)) + (await news.countFigures(tx));
    });
  const looking = new Poller(every(LOOK_EVERY_MS, look), trouble);
  const tidying = new Poller(
    every(TIDY_EVERY_MS, () => news.forgetOld(parts.db).then(() => 0)),
    trouble,
  );
  return {
    start: () => [looking, tidying, sender].forEach((part) => part.start()),
    stop: async () => {
      await Promise.all([looking, tidying, sender].map((part) => part.stop()));
      office.close();
    },
    drain: async () => {
      for (let total = 0; ;) {
        const taken = (await look()) + (await sender.drain());
        if (taken === 0) return total;
        total += taken;
      }
    },
  };
}

/** Does `work` no oftener than every so many milliseconds, unless there was something to do. */
function every(ms: number, work: () => Promise<number>): () => Promise<number> {
  let next = 0;
  return async () => {
    if (performance.now() < next) return 0;
    const done = await work();
    if (done === 0) next = performance.now() + ms;
    return done;
  };
}
