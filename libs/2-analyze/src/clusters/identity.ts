/** By item: the cluster it is in now, null for none yet; and the group that a pass put it into. */
export interface Succession {
  readonly before: readonly (string | null)[];
  readonly labels: Int32Array;
  /** By item: the settled cluster that a person put it into, null for none. */
  readonly settled: readonly (string | null)[];
  /** Makes the id of a cluster that grew out of none. */
  readonly newId: () => string;
}

/**
 * The id of each group: a cluster that grew out of an old one is the old one. A group with settled items is their
 * cluster; the others inherit the id that most of their items come from, the largest share first, and no id twice. A
 * settled cluster's id is never given away. Answers with the cluster by group.
 */
export function inheritIds({ before, labels, settled, newId }: Succession): string[] {
  const groups = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const ids = new Array<string | undefined>(groups);
  const taken = new Set<string>();
  settled.forEach((cluster, i) => {
    if (cluster === null) return;
    ids[labels[i]!] = cluster;
    taken.add(cluster);
  });
  for (const { label, id } of shares(before, labels)) {
    if (ids[label] !== undefined || taken.has(id)) continue;
    ids[label] = id;
    taken.add(id);
  }
  return Array.from(ids, (id) => id ?? newId());
}

/** How many items of each group come from each old cluster, most first. */
function shares(before: readonly (string | null)[], labels: Int32Array): { label: number; id: string }[] {
  const counts = new Map<string, { label: number; id: string; count: number }>();
  before.forEach((id, i) => {
    if (id === null) return;
    const key = `${labels[i]!} ${id}`;
    const share = counts.get(key) ?? { label: labels[i]!, id, count: 0 };
    share.count++;
    counts.set(key, share);
  });
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1) || a.label - b.label);
}
