/** What the impact of a cluster is made from. Shares are 0 to 1. */
export interface ImpactFigures {
  readonly size: number;
  /** Different customers; see `MemberFigures.customers`. */
  readonly customers: number;
  /** Share of items with negative sentiment. */
  readonly negative: number;
  /** Mean urgency of the items, 0 (in its turn) to 1 (danger to life). */
  readonly urgency: number;
  /** See `growthOf`. */
  readonly growth: number;
  /** Share of items that are not closed. */
  readonly open: number;
  /** Mean similarity of two members, −1 to 1; null when the machine has not measured it. */
  readonly cohesion: number | null;
  /** Days since the last voice. */
  readonly daysSilent: number;
}

/** The factors whose product is the score; each can only raise it when what it stands for rises. */
export interface ImpactParts {
  /** 10 · ln(1 + customers): twice as many customers are more, not twice as much. */
  readonly reach: number;
  /** (1 + negative + urgency + rising) / 4, where rising is 0 for steady or falling and nears 1 for a multiple. */
  readonly gravity: number;
  /** (1 + 3 · open) / 4: what is done with counts a quarter. */
  readonly unsettled: number;
  /** Cohesion squared, as far as the number of members vouches for it. */
  readonly agreement: number;
  /** 30 / (30 + days without a voice): half after a month, a tenth after nine. */
  readonly recency: number;
}

/** An impact score with what it was made from. */
export interface Impact {
  readonly score: number;
  readonly parts: ImpactParts;
}

/** One voice agrees with nobody: a cluster is taken for this cohesive until its members show otherwise … */
const COHESION_BEFOREHAND = 0.3;
/** … which counts as much as so many of them. */
const VOICES_BEFOREHAND = 2;
/** It sinks slowly later on, so that old feedback that is handed in at once still has an order. */
const HALF_AFTER_DAYS = 30;
/** Items a week that are added to both sides, so that one item after none is no growth to speak of. */
const STEADY_ITEMS = 5;

/**
 * Growth: items of the last seven days against the mean of the four weeks before, both with five more so that small
 * numbers do not jump. 1 is steady, 2 is twice as many; 0 items after none is 1, 3 after none 1.6, 30 after none 7.
 * @param week items of the last seven days
 * @param weeksBefore items of the 28 days before those
 */
export function growthOf(week: number, weeksBefore: number): number {
  return (week + STEADY_ITEMS) / (weeksBefore / 4 + STEADY_ITEMS);
}

/**
 * Impact: which cluster to look at first. The product of reach, gravity, unsettled, agreement and recency (see
 * `ImpactParts`), without a unit and without an upper bound: 30 angry people who say the same reach about 6, a loose
 * pile of 2,000 mixed complaints (cohesion 0.12) stays below 1. On record in docs/impact.md.
 */
export function impactOf(figures: ImpactFigures): Impact {
  const { size, customers, negative, urgency, growth, open, cohesion, daysSilent } = figures;
  const rising = growth > 1 ? 1 - 1 / growth : 0;
  const others = cohesion === null ? 0 : Math.max(0, size - 1);
  const sum = COHESION_BEFOREHAND * VOICES_BEFOREHAND + Math.max(0, cohesion ?? 0) * others;
  const parts: ImpactParts = {
    reach: 10 * Math.log(1 + customers),
    gravity: (1 + negative + urgency + rising) / 4,
    unsettled: (1 + 3 * open) / 4,
    agreement: (sum / (others + VOICES_BEFOREHAND)) ** 2,
    recency: HALF_AFTER_DAYS / (HALF_AFTER_DAYS + Math.max(0, daysSilent)),
  };
  const score = parts.reach * parts.gravity * parts.unsettled * parts.agreement * parts.recency;
  return { score: round(score), parts: mapped(parts) };
}

function mapped({ reach, gravity, unsettled, agreement, recency }: ImpactParts): ImpactParts {
  return {
    reach: round(reach),
    gravity: round(gravity),
    unsettled: round(unsettled),
    agreement: round(agreement),
    recency: round(recency),
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
