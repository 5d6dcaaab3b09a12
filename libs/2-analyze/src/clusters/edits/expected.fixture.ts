/** An edit as the model knows it. */
export interface Step {
  readonly id: number;
  /** Items that went from a cluster to another. */
  readonly moved: readonly { item: string; from: string; to: string }[];
  readonly values: { readonly cluster: string; readonly name?: string; readonly status?: string } | undefined;
  readonly touched: readonly string[];
  undone: boolean;
}

/** What clusters must look like: what happened, without what was undone. */
export class Expected {
  readonly steps: Step[] = [];
  /** Where items came in, in the order of `steps`: how many there were then. */
  readonly arrivals: { item: string; cluster: string; after: number }[] = [];

  /** Where every item is now. */
  places(): Map<string, string> {
    const at = new Map<string, string>();
    for (let n = 0; n <= this.steps.length; n++) {
      for (const { item, cluster, after } of this.arrivals) if (after === n) at.set(item, cluster);
      const step = this.steps[n];
      if (!step || step.undone) continue;
      for (const { item, from, to } of step.moved) if (at.get(item) === from) at.set(item, to);
    }
    return at;
  }

  /** Clusters with items, and the items of each. */
  living(): Map<string, string[]> {
    const living = new Map<string, string[]>();
    for (const [item, cluster] of this.places()) living.set(cluster, [...(living.get(cluster) ?? []), item]);
    return living;
  }

  value(cluster: string, of: 'name' | 'status', first: string): string {
    return this.steps.reduce((value, { undone, values }) => {
      return undone || values?.cluster !== cluster ? value : (values[of] ?? value);
    }, first);
  }

  settled(cluster: string): boolean {
    return this.steps.some(({ undone, touched }) => !undone && touched.includes(cluster));
  }
}
