import type { Sql } from '@huiyin/database';

/** What the customer answers. `score` is 1 (worst) to 10 (best). */
export interface SurveyAnswer {
  readonly solved: boolean;
  readonly score?: number;
  readonly comment?: string;
}

/** A survey as its page shows it. */
export interface SurveyQuestion {
  readonly feedbackId: string;
  readonly reference: string;
  readonly language: string;
  /** What was done, as the customer was told. */
  readonly reply: string | null;
  readonly state: 'open' | 'answered' | 'expired';
}

/** A question to send. */
export interface SurveyMessage {
  readonly feedbackId: string;
  readonly cycle: number;
  readonly language: string;
}

/** The road on which the question reaches the customer. Bound to the outbox of the delivery stage where the stages are put together. */
export abstract class SurveyPost {
  /** Hands the questions over in the transaction `tx`; they are sent after it has been committed. */
  abstract post(tx: Sql, messages: readonly SurveyMessage[]): Promise<void>;
}
