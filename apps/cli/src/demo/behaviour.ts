import type { Kind } from '@huiyin/loop';
import type { SurveyAnswer } from '@huiyin/recollect';
import type { Resolution } from '@huiyin/resolve';
import { afterWorking, isWorking, wallClock } from './calendar.js';
import { COMMENTS, DISMISSALS, HAND_BACKS } from './data/oddments.js';
import { mannerOf, neighbourOf } from './operator.js';
import type { Arrival } from './plan.js';
import type { Random } from './random.js';

/** A stay in resolve that has just begun. */
export interface Visit {
  readonly unit: string;
  readonly kind: Kind;
  readonly region: string | null;
  readonly cycle: number;
  readonly urgency: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How far the history has come, 0 to 1. */
  readonly progress: number;
  /** How often the item has been handed back so far. */
  readonly handedBack: number;
}

/** What a unit will do with an item, and when. */
export interface Intent {
  /** When somebody takes it in hand; `null` when nobody says so. */
  readonly takenAt: number | null;
  readonly doneAt: number;
  readonly does:
    | { readonly what: 'resolve' }
    | { readonly what: 'hand-back'; readonly reason: string; readonly to: string | null }
    | { readonly what: 'dismiss'; readonly reason: string };
}

/** Some kinds of feedback take longer than others, compared with a complaint. */
const EFFORT: Readonly<Record<Kind, number>> = {
  complaint: 1,
  fault: 0.85,
  appeal: 1.4,
  enquiry: 0.5,
  suggestion: 1.6,
  praise: 0.6,
};

const DISMISSED = 0.008;
/** Share of items that slip out of sight, and how much longer they take. */
const FORGOTTEN = { share: 0.02, times: 6 };
const MOST_HAND_BACKS = 2;
const SAYS_TAKEN = 0.75;

/** How a unit deals with an item that has come to it. */
export function intentFor(random: Random, visit: Visit, arrival: Arrival): Intent {
  const manner = mannerOf(visit.unit);
  // What drowns in work got there lately: the slowing begins half-way.
  const slowing = 1 + (manner.slowing - 1) * Math.max(0, 2 * visit.progress - 1);
  const haste = visit.cycle > 1 || visit.urgency >= 2 ? 0.6 : 1;
  const sight = random.chance(FORGOTTEN.share) ? FORGOTTEN.times : 1;
  const hours = random.skewed(manner.medianHours * EFFORT[visit.kind] * slowing * haste * sight, 0.85);
  const does = decisionFor(random, visit, arrival);
  // Whether something is theirs, people see soon.
  const effort = does.what === 'resolve' ? hours : Math.min(hours * 0.3, 9);
  const share = random.between(0.2, 0.85);
  return {
    takenAt: random.chance(SAYS_TAKEN) ? afterWorking(manner.hours, visit.at, effort * share) : null,
    doneAt: afterWorking(manner.hours, visit.at, effort),
    does,
  };
}

function decisionFor(random: Random, visit: Visit, { noise }: Arrival): Intent['does'] {
  if (noise && random.chance(0.92)) return { what: 'dismiss', reason: random.pick(DISMISSALS.noise) };
  if (random.chance(DISMISSED)) return { what: 'dismiss', reason: random.pick(DISMISSALS.other) };
  const { handsBack } = mannerOf(visit.unit);
  if (visit.handedBack < MOST_HAND_BACKS && random.chance(handsBack)) {
    const to = random.chance(0.55) ? neighbourOf(visit.unit, visit.region) : null;
    return { what: 'hand-back', reason: random.pick(HAND_BACKS), to: to === visit.unit ? null : to };
  }
  return { what: 'resolve' };
}

/** True when people of the unit are at work. */
export function isAtWork(unit: string, at: number): boolean {
  return isWorking(mannerOf(unit).hours, at);
}

const PLAIN = {
  zh: {
    action: 'answered',
    summary: '已联系客户说明并处理',
    reply: '您好，您反映的情况我们已核实并转相关同事处理，处理结果已与您电话说明。感谢您告诉我们。',
  },
  en: {
    action: 'answered',
    summary: 'looked into and explained',
    reply:
      'Thank you for telling us. We have looked into it and passed it on to the colleagues in charge, who will see to it.',
  },
} as const satisfies Record<'zh' | 'en', Resolution>;

const AGAIN = {
  zh: (reply: string): string => `很抱歉上次没有解决好。${reply}`,
  en: (reply: string): string => `We are sorry that it was not settled the first time. ${reply}`,
} as const;

/** What the unit writes to the customer. */
export function resolutionFor(random: Random, { topic, slots }: Arrival, cycle: number): Resolution {
  const choices: readonly Resolution[] = topic?.replies[slots.tongue] ?? [PLAIN[slots.tongue]];
  // Who comes again is not put off a second time.
  const kind = cycle > 1 ? choices.filter(({ action }) => action !== 'declined') : choices;
  const resolution = filled(random.pick(kind), slots);
  return cycle > 1 ? { ...resolution, reply: AGAIN[slots.tongue](resolution.reply) } : resolution;
}

/** Of one customer only: a place, an amount. */
const PARTICULAR = /\{(station|estate|village|shop|money|bigmoney|plan|member|fitter|date|month|monthName)\}/;

/** What is written to everybody who said what `arrival` says: nothing that is true for one of them only. */
export function resolutionForAll(random: Random, { topic, slots }: Arrival): Resolution {
  const choices: readonly Resolution[] = topic?.replies[slots.tongue] ?? [];
  const general = choices.filter(({ reply }) => !PARTICULAR.test(reply));
  return filled(general.length > 0 ? random.pick(general) : PLAIN[slots.tongue], slots);
}

function filled({ action, summary, reply }: Resolution, slots: Arrival['slots']): Resolution {
  return { action, summary: slots.fill(summary), reply: slots.fill(reply, ['yesterday', 'weeks', 'n']) };
}

/** The customer's answer, and when it comes. */
export interface CustomersAnswer extends SurveyAnswer {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const ANSWERS = 0.47;
const HOUR_MS = 3_600_000;

/** What the customer answers to the question that reached them `at`; `null` when they stay silent. */
export function answerFor(
  random: Random,
  { topic, slots }: Arrival,
  cycle: number,
  at: number,
): CustomersAnswer | null {
  if (!random.chance(topic?.kind === 'praise' ? 0.3 : ANSWERS)) return null;
  const helped = topic?.helped ?? 0.8;
  const solved = random.chance(cycle > 1 ? Math.min(0.9, helped + 0.06) : helped);
  const words: readonly string[] = COMMENTS[solved ? 'solved' : 'unsolved'][slots.tongue];
  const comment = random.chance(solved ? 0.35 : 0.7) ? { comment: random.pick(words) } : {};
  return { at: awake(at + random.skewed(9, 1.2) * HOUR_MS), solved, score: scoreFor(random, solved), ...comment };
}

function scoreFor(random: Random, solved: boolean): number {
  const scores = solved ? { 10: 58, 9: 18, 8: 14, 7: 6, 6: 4 } : { 1: 26, 2: 16, 3: 20, 4: 14, 5: 16, 6: 8 };
  return Number(random.weighted(scores));
}

/** Nobody answers surveys at night. */
function awake(at: number): number {
  const { hour } = wallClock(at);
  return hour < 7.5 ? at + (7.5 - hour * 0.75) * HOUR_MS : at;
}
