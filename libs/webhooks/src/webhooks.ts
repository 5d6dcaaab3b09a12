import { parseCursor, type Feed } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { CodedError, type FieldError } from '@huiyin/loop';
import { recordAudit, sightOf, type Principal } from '@huiyin/org';
import { newSecret, problemOfSecret, problemOfTarget, type OutgoingHttp } from '@huiyin/outgoing';
import { uuidv7 } from 'uuidv7';
import { tryOnce, type TryResult } from './one-try.js';
import type { WebhookSecrets } from './secrets.js';
import { insertAttempt } from './sending.store.js';
import { EVENT_PATTERNS } from './webhook.js';
import * as store from './webhooks.store.js';

/** Who manages webhooks: what they may know of and hand on. */
export type Manager = Pick<Principal, 'actor' | 'units'>;

/** A webhook to be made. */
export interface NewWebhook {
  readonly url: string;
  readonly events: readonly string[];
  readonly unitIds?: readonly number[];
  readonly kinds?: readonly string[];
  readonly description?: string;
  /** `whsec_…`; made when it is left out. */
  readonly secret?: string;
}

/** What is to change, and a moment or a cursor to tell again from. */
export type WebhookPatch = store.WebhookChange;

const HOURS_OF_OLD_SECRET = 24;

/** The subscriptions: who is told of what. Whoever has units knows of those made within them, and of no others. */
export class Webhooks {
  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
    private readonly http: OutgoingHttp,
    private readonly secrets: WebhookSecrets,
  ) {}

  /**
   * Makes a webhook. It is told of what happens from now on.
   * @returns it, with its secret, which is shown this once
   * @throws {CodedError} `validation-failed`
   */
  async create(wanted: NewWebhook, who: Manager): Promise<store.WebhookView & { secret: string }> {
    await this.refuseBad(wanted);
    const id = uuidv7();
    const secret = wanted.secret ?? newSecret();
    const { events, unitIds = [], kinds = [], description = '' } = wanted;
    const boundIds = sightOf(who).everything ? [] : who.units.map((unit) => unit.id);
    const row = { id, events, unitIds, kinds, description, boundIds, createdBy: who.actor };
    await this.db.transaction(async (tx) => {
      await store.insertWebhook(tx, { ...row, url: new URL(wanted.url).href, secret: this.secrets.seal(id, secret) });
      await audit(tx, who, id, { made: true, events });
    });
    return { ...(await this.get(id, who)), secret };
  }

  list(who: Manager): Promise<store.WebhookView[]> {
    return store.selectWebhooks(this.db, pathsOf(who));
  }

  /** @throws {CodedError} `not-found` */
  async get(id: string, who: Manager): Promise<store.WebhookView> {
    const [webhook] = await store.selectWebhooks(this.db, pathsOf(who), id);
    if (!webhook) throw new CodedError('not-found', 'There is no webhook of that id. GET /api/v1/webhooks lists them.');
    return webhook;
  }

  /**
   * Changes a webhook. Switched on, it goes on with what waits for it; what happened while it was off can be replayed.
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async change(id: string, patch: WebhookPatch, who: Manager): Promise<store.WebhookView> {
    await this.get(id, who);
    await this.refuseBad(patch);
    const url = patch.url === undefined ? {} : { url: new URL(patch.url).href };
    await this.db.transaction(async (tx) => {
      await store.updateWebhook(tx, id, { ...patch, ...url });
      await audit(tx, who, id, { changed: Object.keys(patch).filter((key) => patch[key as keyof WebhookPatch] !== undefined) }); // prettier-ignore
    });
    return this.get(id, who);
  }

  /** @throws {CodedError} `not-found` */
  async remove(id: string, who: Manager): Promise<void> {
    await this.get(id, who);
    await this.db.transaction(async (tx) => {
      await tx.query('delete from webhook where id = $1', [id]);
      await audit(tx, who, id, { removed: true });
    });
  }

  /**
   * Puts a new secret in place; messages are signed with both for so many hours.
   * @returns the new secret, which is shown this once
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async rotate(id: string, who: Manager, given?: string, oldHours = HOURS_OF_OLD_SECRET): Promise<string> {
    await this.get(id, who);
    await this.refuseBad(given === undefined ? {} : { secret: given });
    const secret = given ?? newSecret();
    await this.db.transaction(async (tx) => {
      const stored = await store.lockSecrets(tx, id);
      if (!stored) return;
      const sealed = { secret: this.secrets.seal(id, secret), old: this.secrets.sealOld(id, stored.secret) };
      await store.replaceSecret(tx, id, sealed, oldHours);
      await audit(tx, who, id, { secretReplaced: true, oldHours });
    });
    return secret;
  }

  /**
   * Tells again what happened from a moment (ISO 8601) or a cursor of the feed on, under the same ids.
   * @throws {CodedError} `not-found`, `bad-cursor`, `webhook-off`
   */
  async replay(id: string, from: { readonly time?: string; readonly cursor?: string }, who: Manager): Promise<void> {
    const { active } = await this.get(id, who);
    if (!active) throw new CodedError('webhook-off', 'Switch it on first: PATCH it with {"active": true}.');
    if (from.cursor !== undefined) parseCursor(from.cursor);
    const to = await this.feed.head();
    const begin = from.cursor ?? (await store.cursorBefore(this.db, from.time ?? ''));
    await this.db.transaction(async (tx) => {
      if (begin !== null) await store.askReplay(tx, id, begin, to);
      await audit(tx, who, id, { replay: from });
    });
  }

  /** @throws {CodedError} `not-found` */
  async attempts(
    id: string,
    who: Manager,
    page: { before: number | null; limit: number },
  ): Promise<store.AttemptView[]> {
    await this.get(id, who);
    return store.selectAttempts(this.db, id, page.before, page.limit);
  }

  /**
   * Sends an event `webhook.test` now, whether the webhook is on or off, and waits for the answer, 10 seconds at most.
   * @throws {CodedError} `not-found`
   */
  async test(id: string, who: Manager): Promise<TryResult & { messageId: string }> {
    const { url } = await this.get(id, who);
    const sealed = await this.db.transaction((tx) => store.lockSecrets(tx, id));
    const [clock] = await this.db.query<{ now: string; wallSeconds: number }>(
      'select loop_now() as now, extract(epoch from clock_timestamp())::float8 as "wallSeconds"',
    );
    if (!sealed || !clock) throw new CodedError('not-found', 'The webhook has just been removed.');
    const messageId = `test_${uuidv7().replaceAll('-', '')}`;
    const body = JSON.stringify({ type: 'webhook.test', timestamp: clock.now, data: { webhookId: id } });
    const secrets = this.secrets.open({ webhookId: id, ...sealed });
    const { wallSeconds, now: at } = clock;
    const result = await tryOnce(this.http, { url, id: messageId, body, secrets, wallSeconds });
    await insertAttempt(this.db, { webhookId: id, messageId, event: 'webhook.test', at, ...result });
    return { ...result, messageId };
  }

  private async refuseBad({ url, events, secret }: Partial<NewWebhook>): Promise<void> {
    const errors: FieldError[] = [];
    const say = (field: string, message: string | null) => void (message === null || errors.push({ field, message }));
    if (secret !== undefined) say('secret', problemOfSecret(secret));
    for (const [index, name] of (events ?? []).entries())
      if (!EVENT_PATTERNS.includes(name)) say(`events[${index}]`, `Use one of ${EVENT_PATTERNS.join(', ')}.`);
    if (url !== undefined) say('url', await this.problemOfUrl(url));
    const [first] = errors;
    if (first) throw new CodedError('validation-failed', `${first.field}: ${first.message}`, errors);
  }

  private async problemOfUrl(url: string): Promise<string | null> {
    const problem = problemOfTarget(url);
    if (problem !== null || (await this.http.mayReach(new URL(url)))) return problem;
    return 'The address is not public. If that is meant, an operator adds its network to HUIYIN_WEBHOOK_ALLOW.';
  }
}

function pathsOf(who: Manager): readonly string[] | null {
  const { everything, unitPaths } = sightOf(who);
  return everything ? null : unitPaths;
}

function audit(tx: Sql, { actor }: Manager, id: string, details: Record<string, unknown>): Promise<void> {
  return recordAudit(tx, { actor, action: 'webhook.changed', subject: `webhook:${id}`, details });
}
