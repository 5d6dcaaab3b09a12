import { URGENCY_CUES, type UrgencyReason } from './data/urgency-cues.js';
import { Lexicon } from './text/lexicon.js';
import type { Reading } from './text/segment.js';

/** How soon somebody should look: 0 in its turn, 1 before others, 2 today, 3 now (danger to life). */
export type UrgencyLevel = 0 | 1 | 2 | 3;

/** The level with its reasons and the words that led to it; `score`, 0 to 1, orders items within a level. */
export interface Urgency {
  readonly level: UrgencyLevel;
  readonly score: number;
  readonly reasons: readonly UrgencyReason[];
  readonly because: readonly string[];
}

/** This many different reasons of level 1 (an old person, for weeks, without a line) make a level 2. */
const REASONS_FOR_TODAY = 3;

/** What one cue of a level says by itself; several add up as independent signs do, 1 − Π(1 − strength). */
const STRENGTH = { 1: 0.25, 2: 0.55, 3: 0.85 } as const;

/** A time by which something must be done. Every repetition is bounded, so a match costs the same whatever the text. */
const DEADLINES =
  /(?:\d{1,3}|[一二两三四五六七八九十半]{1,3}) ?个?(?:小时|钟头|天|日|工作日|星期|周)(?:之|以)?内|\d{1,2}月\d{1,2}[日号](?:之|以)?前|(?:今晚|明天|后天|本周|下周.?|周[一二三四五六日]|月底)(?:之|以)前|within (?:the next )?(?:\d{1,3}|one|two|three|a few) (?:hour|day|business day|working day|week)s?|(?:by|before) (?:the end of (?:the |this )?(?:day|week|month)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon)/gu;

let lexicon: Lexicon<{ reason: UrgencyReason; level: 1 | 2 | 3 }> | undefined;

/** Danger, outage, vulnerable people, regulator, media or law mentioned, deadlines, repeated contact; from cue words. */
export function urgency(reading: Reading): Urgency {
  const reasons = new Set<UrgencyReason>();
  const words = new Map<string, 1 | 2 | 3>();
  let level: UrgencyLevel = 0;
  for (const { reason, level: each, word } of signs(reading)) {
    reasons.add(reason);
    words.set(word, each);
    if (each > level) level = each;
  }
  if (level === 1 && reasons.size >= REASONS_FOR_TODAY) level = 2;
  const doubt = [...words.values()].reduce<number>((product, each) => product * (1 - STRENGTH[each]), 1);
  const because = [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return { level, score: Math.round((1 - doubt) * 100) / 100, reasons: [...reasons], because: because.slice(0, 6) };
}

interface Sign {
  readonly reason: UrgencyReason;
  readonly level: 1 | 2 | 3;
  readonly word: string;
}

function signs(reading: Reading): Sign[] {
  lexicon ??= new Lexicon(URGENCY_CUES);
  const found = lexicon.find(reading).map(({ word, value }): Sign => ({ ...value, word }));
  for (const [word] of reading.text.matchAll(DEADLINES)) found.push({ reason: 'deadline', level: 1, word });
  return found;
}

/** Priority of an item in its lanes, 1 soonest to 5: what is urgent goes first, and nothing goes back. */
export function priorityFor(level: UrgencyLevel, current: number): number {
  const wanted = { 0: 5, 1: 4, 2: 2, 3: 1 } as const;
  return Math.min(wanted[level], current);
}
