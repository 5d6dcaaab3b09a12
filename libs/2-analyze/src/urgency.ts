import { URGENCY_CUES, type UrgencyReason } from './data/urgency-cues.js';
import { Lexicon } from './text/lexicon.js';
import type { Reading } from './text/segment.js';

/** How soon somebody should look: 0 in its turn, 1 before others, 2 today, 3 now (danger to life). */
export type UrgencyLevel = 0 | 1 | 2 | 3;

/** The level with its reasons and the words that led to it. */
export interface Urgency {
  readonly level: UrgencyLevel;
  readonly reasons: readonly UrgencyReason[];
  readonly because: readonly string[];
}

/** This many different reasons of level 1 (an old person, for weeks, without a line) make a level 2. */
const REASONS_FOR_TODAY = 3;

let lexicon: Lexicon<{ reason: UrgencyReason; level: 1 | 2 | 3 }> | undefined;

/** Danger, outage, vulnerable people, regulator, media or law mentioned, deadlines, repeated contact; from cue words. */
export function urgency(reading: Reading): Urgency {
  lexicon ??= new Lexicon(URGENCY_CUES);
  const reasons = new Set<UrgencyReason>();
  const words = new Map<string, number>();
  let level: UrgencyLevel = 0;
  for (const { word, value } of lexicon.find(reading)) {
    reasons.add(value.reason);
    words.set(word, value.level);
    if (value.level > level) level = value.level;
  }
  if (level === 1 && reasons.size >= REASONS_FOR_TODAY) level = 2;
  const because = [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return { level, reasons: [...reasons], because: because.slice(0, 6) };
}

/** Priority of an item in its lanes, 1 soonest to 5: what is urgent goes first, and nothing goes back. */
export function priorityFor(level: UrgencyLevel, current: number): number {
  const wanted = { 0: 5, 1: 4, 2: 2, 3: 1 } as const;
  return Math.min(wanted[level], current);
}
