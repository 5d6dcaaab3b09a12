import { EVENTS, isVisit, KINDS, type Kind, type LoopEvent } from '@huiyin/loop';

/** Why a webhook is off: a person wanted it · its target said 410 · its target has failed for days. */
export type OffReason = 'person' | 'gone' | 'failing';

export const MESSAGE_STATES = ['pending', 'sending', 'sent', 'failed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Which events a webhook is told of. */
export interface EventFilter {
  /** Names of events, or patterns: `feedback.*`, `cluster.*`, `*`. */
  readonly events: readonly string[];
  /** Paths of units (`/1/5/`): only events of items in these subtrees. Null for everywhere. */
  readonly unitPaths: readonly string[] | null;
  /** Only events of items of these kinds; empty for all. */
  readonly kinds: readonly string[];
}

/** What the filter asks of the item that an event is about. */
export interface EventSubject {
  readonly kind: Kind | null;
  /** Path of the unit that held it during the visit, and of the one that holds it now. */
  readonly unitPaths: readonly string[];
  readonly source: string | null;
  readonly externalId: string | null;
}

const GROUPS = [...new Set(Object.keys(EVENTS).map((name) => `${name.slice(0, name.indexOf('.'))}.*`))];

/** Everything that may stand in `events`. */
export const EVENT_PATTERNS: readonly string[] = ['*', ...GROUPS, ...Object.keys(EVENTS)];

/** The kinds that may stand in `kinds`. */
export const WEBHOOK_KINDS: readonly string[] = KINDS;

/**
 * True when a webhook is told of an event. Events about clusters belong to no unit and have no kind: who asks for some units
 * or kinds is not told of them.
 * @param subject of an event about an item; null for one about a cluster
 */
export function wants(filter: EventFilter, event: LoopEvent, subject: EventSubject | null): boolean {
  if (!filter.events.some((pattern) => fits(pattern, event.name))) return false;
  if (filter.kinds.length > 0 && !(subject?.kind && filter.kinds.includes(subject.kind))) return false;
  return filter.unitPaths === null || lies(subject, filter.unitPaths);
}

/** True when a pattern stands for the name of an event. */
export function fits(pattern: string, name: string): boolean {
  return pattern === '*' || pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)));
}

function lies(subject: EventSubject | null, subtrees: readonly string[]): boolean {
  return subject?.unitPaths.some((path) => subtrees.some((subtree) => path.startsWith(subtree))) ?? false;
}

/**
 * What is posted of an event, as text: the same bytes at every try. Of people it says only what they are: `person`, `key`,
 * `customer`, `system`.
 */
export function bodyOf(event: LoopEvent, subject: EventSubject | null): string {
  if (!isVisit(event)) {
    const { name, toldAt, burst, clusterId, cursor } = event;
    return JSON.stringify({ type: name, timestamp: toldAt, data: { cursor, clusterId, burst } });
  }
  const { name, cursor, feedbackId, reference, seq, cycle, stage, outcome, next, unit, leftAt } = event;
  const { enteredAt, startedAt } = event;
  const { source = null, externalId = null, kind = null } = subject ?? {};
  const actor = event.actor.split(':')[0];
  const item = { cursor, feedbackId, reference, source, externalId, kind };
  const visit = { seq, cycle, stage, outcome, next, unit, enteredAt, startedAt, leftAt, actor };
  return JSON.stringify({ type: name, timestamp: leftAt, data: { ...item, ...visit } });
}

/** The number of an event in the feed, from its cursor. */
export function eventIdOf(cursor: string): number {
  return Number(cursor.slice(cursor.indexOf('-') + 1));
}

/** The `webhook-id` of an event for one webhook: the same at every try and when it is told again. */
export function messageId(webhookId: string, eventId: number): string {
  return `evt_${eventId}_${webhookId.replaceAll('-', '')}`;
}
