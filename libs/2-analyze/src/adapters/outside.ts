/** What an outside model is asked for: the vector of an item's words, or the wording of a cluster's name and summary. */
export const OUTSIDE_PURPOSES = ['vector', 'wording'] as const;
export type OutsidePurpose = (typeof OUTSIDE_PURPOSES)[number];

/** How a task stands. `failed` is for good: the built-in way serves in its place. */
export const OUTSIDE_STATES = ['pending', 'running', 'done', 'failed'] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];

/** Where a model is, as the operator set it up. */
export interface Endpoint {
  /** Up to and with `/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; '' for none. Never in a message, a log line or the database. */
  readonly key: string;
}

/** What is asked of outside models, and within which limits. */
export interface OutsideSettings {
  /** Null: off. */
  readonly vector: Endpoint | null;
  /** Null: off. */
  readonly wording: Endpoint | null;
  readonly timeoutMs: number;
  /** Most texts in one call for vectors. */
  readonly textsPerCall: number;
  /** Most characters of one text that leave. */
  readonly charsPerText: number;
  /** Longest answer that is read. */
  readonly answerBytes: number;
}

/** The settings of an operator that are about outside models. */
export interface OutsideConfig {
  readonly embeddingUrl: string;
  readonly embeddingModel: string;
  readonly embeddingKey: string;
  readonly chatUrl: string;
  readonly chatModel: string;
  readonly chatKey: string;
  readonly outsideTimeoutMs: number;
  readonly outsideTexts: number;
  readonly outsideChars: number;
  readonly outsideAnswerKb: number;
}

/** From the operator's settings to what the adapters work with; an endpoint without an address is off. */
export function outsideSettings(config: OutsideConfig): OutsideSettings {
  const endpoint = (url: string, model: string, key: string) => (url === '' ? null : { url, model, key });
  return {
    vector: endpoint(config.embeddingUrl, config.embeddingModel, config.embeddingKey),
    wording: endpoint(config.chatUrl, config.chatModel, config.chatKey),
    timeoutMs: config.outsideTimeoutMs,
    textsPerCall: config.outsideTexts,
    charsPerText: config.outsideChars,
    answerBytes: config.outsideAnswerKb * 1_024,
  };
}

/**
 * Who has to change something before a call can succeed: `input` (this text is not taken), `answer` (the model answered
 * late, wrongly or not at all), `endpoint` (the server is away, busy, or set up wrongly: no text's fault).
 */
export type Fault = 'input' | 'answer' | 'endpoint';

/** A call that gave nothing. The message holds neither key nor texts nor a word of the answer. */
export class OutsideError extends Error {
  constructor(
    readonly fault: Fault,
    message: string,
    /** What the server asked for with Retry-After, seconds. */
    readonly afterSeconds = 0,
  ) {
    super(message);
    this.name = 'OutsideError';
  }
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Before the second, third, … try, seconds: a little more than a day in all. */
const PAUSES = [5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 20 * HOUR];
/** Tries after which a task has failed for good. */
export const MAX_OUTSIDE_TRIES = PAUSES.length + 1;
/** Tries after which a text goes alone, since it may be the one for which the whole call fails; refused alone, it has failed. */
export const TRIES_IN_COMPANY = 2;
const JITTER = 0.2;
const LONGEST_WISH = HOUR;

/** What becomes of a task after a try; `tried` 0 where the try is not held against it. */
export interface OutsideEnding {
  readonly state: 'pending' | 'failed';
  readonly error: string;
  readonly seconds: number;
  readonly tried: 0 | 1;
}

/**
 * What becomes of a task whose call gave nothing.
 * @param tries so far, this one included
 * @param random 0 ≤ r < 1
 */
export function outsideEnding(error: OutsideError, tries: number, random: number): OutsideEnding {
  const { fault, message, afterSeconds } = error;
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
  const jittered = pause * (1 - JITTER + 2 * JITTER * random);
  const seconds = Math.max(jittered, Math.min(afterSeconds, LONGEST_WISH));
  switch (fault) {
    case 'input':
      if (tries <= TRIES_IN_COMPANY) return { state: 'pending', error: message, seconds, tried: 1 };
      return { state: 'failed', error: message, seconds: 0, tried: 1 };
    case 'endpoint':
      return { state: 'pending', error: message, seconds: Math.min(seconds, LONGEST_WISH), tried: 0 };
    case 'answer':
      if (tries < MAX_OUTSIDE_TRIES) return { state: 'pending', error: message, seconds, tried: 1 };
      return { state: 'failed', error: `${message} (given up after ${tries} tries)`, seconds: 0, tried: 1 };
  }
}
