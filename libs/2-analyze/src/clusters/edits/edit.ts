import { CodedError } from '@huiyin/loop';
import { redact } from '@huiyin/privacy';
import type { ClusterStatus } from '../status.js';

/** What may be done to clusters; `regroup` is what the machine did in a pass. */
export const EDIT_KINDS = ['merge', 'split', 'move', 'change', 'regroup'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Who stands behind what the machine did. */
export const MACHINE = 'system';

/** Most items that are split off or moved at once. */
export const MOST_ITEMS = 5_000;

/** What a person sets on a cluster; what is left out stays. */
export interface ClusterChange {
  readonly name?: string;
  /** A lock keeps the machine out; people go on editing. */
  readonly locked?: boolean;
  readonly status?: ClusterStatus;
  /** What everybody may read of how it stands; null takes the words back. Personal data in it is masked. */
  readonly publicWords?: string | null;
}

/** A cluster as an edit finds and leaves it. */
export interface ClusterStanding {
  readonly id: string;
  readonly name: string;
  readonly namedBy: 'machine' | 'model' | 'person';
  readonly status: ClusterStatus;
  readonly locked: boolean;
  /** What everybody may read of how it stands; null while nothing was said. */
  readonly publicWords: string | null;
  /** True once a person has decided something about it. */
  readonly settled: boolean;
  /** Where its items went, when it is no more than a signpost. */
  readonly mergedInto: string | null;
  readonly size: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** The values of a cluster that a change may touch, as `cluster_edit.before` and `after` keep them. */
export type ChangedValues = Partial<Pick<ClusterStanding, 'name' | 'namedBy' | 'status' | 'locked' | 'publicWords'>>;

function refuse(field: string, message: string): never {
  throw new CodedError('validation-failed', `${field}: ${message}.`, [{ field, message }]);
}

/**
 * The values that a change is about, as they are and as they will be: also those that are so already, for then a person
 * has said it. A name that a person gives is the person's also when the machine had found the same.
 * @throws {CodedError} `validation-failed` when nothing is given or a name is empty
 */
export function decided(
  cluster: ClusterStanding,
  change: ClusterChange,
): { before: ChangedValues; after: ChangedValues } {
  const given = (['name', 'locked', 'status', 'publicWords'] as const).filter((field) => change[field] !== undefined);
  if (given.length === 0) refuse('name', 'give at least one of name, locked, status and publicWords');
  for (const field of given)
    if (change[field] === null && field !== 'publicWords') refuse(field, 'must not be null; leave it out to keep it');
  const name = change.name?.trim();
  if (name === '') refuse('name', 'must not be empty');
  const after: ChangedValues = {
    ...(name === undefined ? {} : { name, namedBy: 'person' as const }),
    ...(change.locked === undefined ? {} : { locked: change.locked }),
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(change.publicWords === undefined ? {} : { publicWords: publicWordsOf(change.publicWords) }),
  };
  const keys = Object.keys(after) as (keyof ChangedValues)[];
  return { before: Object.fromEntries(keys.map((key) => [key, cluster[key]])), after };
}

function publicWordsOf(words: string | null): string | null {
  return redact(words?.trim() ?? '').text || null;
}

/**
 * The items of a request without repetition.
 * @throws {CodedError} `validation-failed` when there are none or too many
 */
export function distinctItems(feedbackIds: readonly string[]): string[] {
  const ids = [...new Set(feedbackIds.map((id) => id.toLowerCase()))];
  if (ids.length === 0 || ids.length > MOST_ITEMS)
    refuse('feedbackIds', `must have 1 to ${MOST_ITEMS.toLocaleString('en')} items, not ${ids.length}`);
  return ids;
}

/** @throws {CodedError} `validation-failed` when a cluster is merged into itself or items are moved to where they are */
export function refuseSame(id: string, other: string, field: 'into' | 'to'): void {
  if (id.toLowerCase() === other.toLowerCase()) refuse(field, 'must be another cluster');
}

/** How many entries of a request are named one by one. */
const NAMED = 20;

/** Names the items that are not in the cluster, by their place in the request. */
export function notMembers(strangers: ReadonlySet<string>, feedbackIds: readonly string[]): CodedError {
  const fields = feedbackIds.flatMap((id, index) =>
    strangers.has(id.toLowerCase()) ? [{ field: `feedbackIds[${index}]`, message: 'is not in this cluster' }] : [],
  );
  const some = [...strangers].slice(0, 5).join(', ');
  return new CodedError(
    'not-a-member',
    `${strangers.size} of the items are not in this cluster: ${some}${strangers.size > 5 ? ', …' : ''}. Read the cluster again; somebody may have moved them.`,
    fields.slice(0, NAMED),
  );
}
