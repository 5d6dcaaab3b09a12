/** Fewer answers than this say nothing about the others, and something about single customers: they are not made into figures. */
export const LEAST_ANSWERS = 5;

/** Shorter than a week nobody can tell how many come in a week. */
const LEAST_WEEKS = 1;

/** How often the same was raised in a time before or after a resolution. */
export interface Recurrence {
  /** Length of the time, four weeks at most. */
  readonly weeks: number;
  readonly voices: number;
  /** Null while the time is shorter than a week. */
  readonly perWeek: number | null;
}

/** What came of a resolution that was given to a whole cluster. */
export interface ResolutionOutcome {
  readonly id: string;
  readonly action: string;
  /** What the customers read; personal data masked. */
  readonly reply: string;
  /** `person:7`, `key:…`. */
  readonly actor: string;
  /** ISO 8601 UTC with microseconds. */
  readonly decidedAt: string;
  /** Items that it was for. */
  readonly items: number;
  /** Items whose customer was told: a message went out. */
  readonly told: number;
  /** Items whose customer was asked whether it helped. */
  readonly asked: number;
  readonly answered: number;
  /** Answers “solved”, and “not solved”; null when there are fewer than {@link LEAST_ANSWERS} answers. */
  readonly solved: number | null;
  readonly notSolved: number | null;
  /** Answers with a score, and its mean, 1 to 10; null for fewer than {@link LEAST_ANSWERS}. */
  readonly scored: number;
  readonly meanScore: number | null;
  readonly before: Recurrence;
  readonly after: Recurrence;
}

/** As it is counted. Weeks are not rounded. */
export interface CountedOutcome extends Omit<
  ResolutionOutcome,
  'solved' | 'notSolved' | 'meanScore' | 'before' | 'after'
> {
  readonly solved: number;
  readonly meanScore: number | null;
  readonly weeksBefore: number;
  readonly voicesBefore: number;
  readonly weeksAfter: number;
  readonly voicesAfter: number;
}

/** Leaves out figures of too few, and makes the times comparable. */
export function outcomeOf(counted: CountedOutcome): ResolutionOutcome {
  const { weeksBefore, voicesBefore, weeksAfter, voicesAfter, solved, meanScore, ...rest } = counted;
  const enough = rest.answered >= LEAST_ANSWERS;
  return {
    ...rest,
    solved: enough ? solved : null,
    notSolved: enough ? rest.answered - solved : null,
    meanScore: rest.scored >= LEAST_ANSWERS && meanScore !== null ? Math.round(meanScore * 10) / 10 : null,
    before: recurrence(weeksBefore, voicesBefore),
    after: recurrence(weeksAfter, voicesAfter),
  };
}

function recurrence(weeks: number, voices: number): Recurrence {
  const perWeek = weeks < LEAST_WEEKS ? null : Math.round((voices / weeks) * 10) / 10;
  return { weeks: Math.round(weeks * 10) / 10, voices, perWeek };
}
