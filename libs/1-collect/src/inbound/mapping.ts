/** A value that a mapping takes or gives. */
export type Scalar = string | number | boolean;

/** How a field is found: a path, or more than that. */
export interface Finding {
  /** Where it is; of several the first that holds something, or, with `join`, all that do. */
  readonly path?: string | readonly string[];
  /** Stands between what several paths hold. */
  readonly join?: string;
  /** Always this. */
  readonly const?: Scalar | readonly Scalar[];
  /** Theirs → ours. What is not in it becomes `default`, or is refused. */
  readonly map?: Readonly<Record<string, Scalar>>;
  /** When there is nothing. */
  readonly default?: Scalar;
  /** For times: the zone of those that have none (`+08:00`), `epoch-seconds` or `epoch-milliseconds`. */
  readonly time?: string;
}

/** A path alone, or a finding. */
export type Rule = string | Finding;

/** True for an item where the value at `path` is one of `in`. */
export interface Condition {
  readonly path: string;
  readonly in: readonly Scalar[];
}

/** From the sender's JSON to pieces of feedback. Stored with the source. */
export interface Mapping {
  /** Path of the list of items; without it the body is one item. */
  readonly items?: string;
  /** Items for which it is false are passed over. */
  readonly when?: Condition;
  /** Our field (`text`, `customer.phone`, `attributes.level` …) → where it is found. */
  readonly fields: Readonly<Record<string, Rule>>;
  /** Items that tell that an earlier one is solved: found by `externalId`, and resolved here. */
  readonly resolve?: {
    readonly when: Condition;
    /** fixed, answered, compensated, planned or declined; `answered` when left out. */
    readonly action?: Rule;
    readonly summary: Rule;
    /** What the customer reads. */
    readonly reply: Rule;
  };
}
