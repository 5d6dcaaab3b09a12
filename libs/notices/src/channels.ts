import type { Database, Sql } from '@huiyin/database';
import { CodedError, type FieldError } from '@huiyin/loop';
import { recordAudit, sightOf, type Principal } from '@huiyin/org';
import { problemOfTarget, type OutgoingHttp } from '@huiyin/outgoing';
import { uuidv7 } from 'uuidv7';
import type { NoticeEvent } from './catalogue.js';
import * as store from './channels.store.js';
import type { NoticeKind, NoticeLanguage } from './notice.js';
import type { NoticePost } from './post.js';
import type { NoticeVerdict } from './robots.js';
import { beginAttempt, endAttempt, lockClaiming, roomAt } from './sending.store.js';
import { shownTarget, type NoticeTargets } from './targets.js';
import { testMessage } from './wording.js';

/** Who manages channels: what they may know of and hand on. */
type Manager = Pick<Principal, 'actor' | 'units'>;

/** What a person sets. Robots have a `url`, mail has an `address`. */
export interface NoticeChannelSettings {
  readonly name?: string;
  readonly url?: string;
  readonly address?: string;
  /** DingTalk's sign secret (加签). */
  readonly secret?: string;
  readonly events?: readonly NoticeEvent[];
  readonly unitId?: number | null;
  readonly language?: NoticeLanguage;
}

/** A channel to be made. */
export interface NewNoticeChannel extends NoticeChannelSettings {
  readonly name: string;
  readonly kind: NoticeKind;
  readonly events: readonly NoticeEvent[];
}

/** What channels work with. */
export interface NoticeChannelParts {
  readonly db: Database;
  readonly http: OutgoingHttp;
  readonly post: NoticePost;
  readonly targets: NoticeTargets;
  readonly leaseSeconds: number;
}

const ADDRESS = /^[^\s@<>,;"\\()]{1,64}@[^\s@<>,;"\\()]{1,190}$/;

/** Where staff are told of what. Whoever has units knows of the channels made within them, and of no others. */
export class NoticeChannels {
  constructor(private readonly parts: NoticeChannelParts) {}

  /**
   * Makes a channel. It is told of what happens from now on.
   * @throws {CodedError} `validation-failed`
   */
  async create(wanted: NewNoticeChannel, who: Manager): Promise<store.NoticeChannelView> {
    const { name, kind, events, unitId = null, language = 'zh', secret } = wanted;
    const { everything } = sightOf(who);
    const id = uuidv7();
    await this.refuseBad(kind, wanted, true);
    const row = { id, name, kind, events, unitId, language, createdBy: who.actor };
    const stored = this.stored(id, kind, (wanted.url ?? wanted.address) as string);
    const sealed = secret === undefined ? null : this.parts.targets.seal(id, 'secret', secret);
    const boundIds = everything ? [] : who.units.map((unit) => unit.id);
    await this.parts.db.transaction(async (tx) => {
      await store.insertChannel(tx, { ...row, ...stored, secret: sealed, boundIds });
      await audit(tx, who, id, { made: true, kind, events });
    });
    return this.get(id, who);
  }

  list(who: Manager): Promise<store.NoticeChannelView[]> {
    return store.selectChannels(this.parts.db, pathsOf(who));
  }

  /** @throws {CodedError} `not-found` */
  async get(id: string, who: Manager): Promise<store.NoticeChannelView> {
    const [channel] = await store.selectChannels(this.parts.db, pathsOf(who), id);
    if (channel) return channel;
    throw new CodedError('not-found', 'There is no notice channel of that id. GET /api/v1/notice-channels lists them.');
  }

  /**
   * Changes a channel. Switched on, it goes on with what waits for it.
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async change(
    id: string,
    patch: NoticeChannelSettings & { readonly active?: boolean },
    who: Manager,
  ): Promise<store.NoticeChannelView> {
    const { kind } = await this.get(id, who);
    await this.refuseBad(kind, patch, false);
    const { url, address, secret, ...rest } = patch;
    const given = url ?? address;
    const target = given === undefined ? {} : { target: this.stored(id, kind, given) };
    const sealed = secret === undefined ? {} : { secret: this.parts.targets.seal(id, 'secret', secret) };
    await this.parts.db.transaction(async (tx) => {
      await store.updateChannel(tx, id, { ...rest, ...target, ...sealed });
      await audit(tx, who, id, { changed: Object.entries(patch).flatMap(([key, value]) => (value === undefined ? [] : [key])) }); // prettier-ignore
    });
    return this.get(id, who);
  }

  /** @throws {CodedError} `not-found` */
  async remove(id: string, who: Manager): Promise<void> {
    await this.get(id, who);
    await this.parts.db.transaction(async (tx) => {
      await tx.query('delete from notice_channel where id = $1', [id]);
      await audit(tx, who, id, { removed: true });
    });
  }

  /** @throws {CodedError} `not-found` */
  async attempts(
    id: string,
    who: Manager,
    page: { before: number | null; limit: number },
  ): Promise<store.NoticeAttemptView[]> {
    await this.get(id, who);
    return store.selectNoticeAttempts(this.parts.db, id, page.before, page.limit);
  }

  /**
   * Sends a message that says nothing now, whether the channel is on or off, and waits for the answer. It counts for the robot's
   * limit and for nothing else.
   * @throws {CodedError} `not-found`, `too-many-requests`
   */
  async test(id: string, who: Manager): Promise<NoticeVerdict & { durationMs: number }> {
    await this.get(id, who);
    const { db, targets, post, leaseSeconds } = this.parts;
    const { channel, begun } = await db.transaction(async (tx) => {
      await lockClaiming(tx, true);
      const found = await store.selectForSending(tx, id);
      if (!found) throw new CodedError('not-found', 'The channel has just been removed.');
      if ((await roomAt(tx, found)) <= 0)
        throw new CodedError('too-many-requests', 'The robot has had all the messages it takes in a minute. Try again in a minute.'); // prettier-ignore
      return { channel: found, begun: await beginAttempt(tx, found, leaseSeconds, true) };
    });
    const { kind, name, language } = channel;
    const began = performance.now();
    const to = { kind, wallSeconds: begun.wallSeconds, ...targets.open(channel) };
    const result = await post.send(to, testMessage(name, language));
    const durationMs = Math.round(performance.now() - began);
    await db.transaction((tx) => endAttempt(tx, { attemptId: begun.attemptId, ...result, durationMs }));
    return { ...result, durationMs };
  }

  private stored(id: string, kind: NoticeKind, given: string): store.StoredTarget {
    const target = kind === 'email' ? given.toLowerCase() : new URL(given).href;
    const { targets } = this.parts;
    return { target: targets.seal(id, 'target', target), targetKey: targets.keyOf(target), targetShown: shownTarget(kind, target) }; // prettier-ignore
  }

  private async refuseBad(kind: NoticeKind, settings: NoticeChannelSettings, fresh: boolean): Promise<void> {
    const { url, address, secret } = settings;
    const errors: FieldError[] = [];
    const say = (field: string, message: string | null) => void (message === null || errors.push({ field, message }));
    const [field, other] = kind === 'email' ? (['address', 'url'] as const) : (['url', 'address'] as const);
    if (settings[other] !== undefined) say(other, `A channel of the kind ${kind} has \`${field}\` instead.`);
    if (fresh && settings[field] === undefined) say(field, `A channel of the kind ${kind} needs it.`);
    if (kind !== 'email' && url !== undefined) say('url', await this.problemOfUrl(url));
    if (kind === 'email' && address !== undefined && !ADDRESS.test(address)) say('address', 'Use one e-mail address.');
    if (kind === 'email' && fresh && this.parts.post.mail.url === '') say('kind', 'No mail server is set; an operator sets SMTP_URL.'); // prettier-ignore
    if (secret !== undefined && kind !== 'dingtalk') say('secret', 'Only DingTalk robots have a sign secret.');
    const [first] = errors;
    if (first) throw new CodedError('validation-failed', `${first.field}: ${first.message}`, errors);
  }

  private async problemOfUrl(url: string): Promise<string | null> {
    const problem = problemOfTarget(url);
    if (problem !== null || (await this.parts.http.mayReach(new URL(url)))) return problem;
    return 'The address is not public. If that is meant, an operator adds its network to HUIYIN_WEBHOOK_ALLOW.';
  }
}

function pathsOf(who: Manager): readonly string[] | null {
  const { everything, unitPaths } = sightOf(who);
  return everything ? null : unitPaths;
}

function audit(tx: Sql, { actor }: Manager, id: string, details: Record<string, unknown>): Promise<void> {
  return recordAudit(tx, { actor, action: 'notices.changed', subject: `notice-channel:${id}`, details });
}
