import type { IntakeChannel, Kind } from '@huiyin/loop';
import { bustle, DAY_MS, wallClock } from './calendar.js';
import { Customers, type DemoCustomer } from './customers.js';
import { NOISE, ONE_OFFS } from './data/oddments.js';
import { CITIES } from './operator.js';
import type { Random } from './random.js';
import { Slots, type Tongue } from './slots.js';
import type { Course, Topic } from './topic.js';
import { TOPICS } from './topics.js';
import { write, type Written } from './writer.js';

/** One piece of feedback that will come in. */
export interface Arrival extends Written {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `null` for what fits nowhere. */
  readonly topic: Topic | null;
  /** No feedback at all: it will be dismissed. */
  readonly noise: boolean;
  readonly channel: IntakeChannel;
  /** As far as whoever took it down said so. */
  readonly kind: Kind | undefined;
  readonly customer: DemoCustomer | null;
  readonly slots: Slots;
}

/** What to plan: `items` pieces between `from` and `to`, milliseconds since 1970. */
export interface Wanted {
  readonly items: number;
  readonly from: number;
  readonly to: number;
}

/** Share of all items that the outage of the last days makes up. */
const SUDDEN_SHARE = 0.032;
/** How many days before the end it begins. */
const SUDDEN_DAYS = 0.9;
const NOISE_SHARE = 0.012;
const ONE_OFF_SHARE = 0.04;
const ENGLISH_SHARE = 0.2;

/** 0 to 1: how often a matter comes up when `t` (0 to 1) of the history has passed. */
const COURSES: Readonly<Record<Course, (t: number, at: number) => number>> = {
  steady: () => 0.7,
  rising: (t) => 0.15 + 0.85 * t ** 1.5,
  falling: (t) => 1 - 0.7 * t,
  monthly: (_, at) => (wallClock(at).date <= 5 ? 1 : 0.28),
  opening: (t) => (t < 0.3 ? 0.08 : 0.95 - 0.35 * (t - 0.3)),
  release: (t) => (t < 0.58 ? 0.05 : Math.max(0.09, Math.exp(-(t - 0.58) * 22))),
  holiday: (t) => 0.3 + 0.7 * Math.exp(-(((t - 0.42) / 0.07) ** 2)),
  sudden: () => 1,
};

/** All pieces of feedback of the history, in the order in which they come in. The same seed and span give the same ones. */
export function planArrivals(random: Random, wanted: Wanted): Arrival[] {
  const occasions = occasionsOf(random.fork('when'), wanted).sort((a, b) => a.at - b.at);
  const author = new Author(random);
  return occasions.map((occasion) => author.compose(occasion));
}

interface Occasion {
  readonly at: number;
  readonly topic: Topic | null;
  readonly noise: boolean;
}

function occasionsOf(random: Random, { items, from, to }: Wanted): Occasion[] {
  const noise = Math.ceil(items * NOISE_SHARE);
  const oneOffs = Math.round(items * ONE_OFF_SHARE);
  const sudden = Math.round(items * SUDDEN_SHARE);
  const outage = TOPICS.find(({ course }) => course === 'sudden') ?? null;
  const found: Occasion[] = [
    ...times(noise, () => ({ at: momentOf(random, 'steady', from, to), topic: null, noise: true })),
    ...times(oneOffs, () => ({ at: momentOf(random, 'steady', from, to), topic: null, noise: false })),
    // More and more from the moment at which it begins.
    ...times(sudden, () => ({
      at: to - SUDDEN_DAYS * DAY_MS * (1 - random.next() ** 0.7),
      topic: outage,
      noise: false,
    })),
  ];
  const everyday = TOPICS.filter(({ weight }) => weight > 0);
  const weights = Object.fromEntries(everyday.map(({ key, weight }) => [key, weight]));
  const topicOf = new Map(everyday.map((topic) => [topic.key, topic]));
  while (found.length < items) {
    const topic = topicOf.get(random.weighted(weights)) ?? null;
    found.push({ at: momentOf(random, topic?.course ?? 'steady', from, to), topic, noise: false });
  }
  return found.slice(0, items);
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function momentOf(random: Random, course: Course, from: number, to: number): number {
  for (;;) {
    const at = from + random.next() * (to - from);
    const growth = 0.82 + (0.18 * (at - from)) / (to - from);
    const likely = COURSES[course]((at - from) / (to - from), at) * bustle(at) * growth;
    if (random.chance(likely)) return at;
  }
}

const CITY_WEIGHTS = Object.fromEntries(CITIES.map(({ code, weight }) => [code, weight]));
const CITY_OF = new Map(CITIES.map((city) => [city.code, city]));
const ANYWHERE = { hotline: 44, app: 26, web: 12, social: 10, board: 8 } as const;

/** Turns occasions into words. The same words come twice only where people really do write the same. */
class Author {
  private readonly customers: Customers;
  private readonly said = new Set<string>();

  constructor(private readonly random: Random) {
    this.customers = new Customers(random.fork('customers'));
  }

  compose({ at, topic, noise }: Occasion): Arrival {
    const { random } = this;
    const tongue: Tongue = random.chance(ENGLISH_SHARE) ? 'en' : 'zh';
    const places = topic?.cities.length ? pickFrom(CITY_WEIGHTS, topic.cities) : CITY_WEIGHTS;
    const city = CITY_OF.get(random.weighted(places)) ?? CITIES[0]!;
    const { customer, again } = this.customers.somebody(city.zh, tongue);
    const channel = random.weighted<IntakeChannel>(topic?.channels ?? ANYWHERE);
    const nameless = (channel === 'board' || channel === 'social') && random.chance(0.5);
    const about = {
      channel,
      complaint: topic?.kind === 'complaint' || topic?.kind === 'appeal',
      friendly: topic?.kind === 'praise' || topic?.kind === 'suggestion' || topic?.kind === 'enquiry',
    };
    const slots = () => new Slots(random, city, tongue, at);
    const { slots: used, written } = noise
      ? this.once(slots, (fresh) => ({ subject: undefined, text: fresh.fill(random.pick(NOISE)) }), 1)
      : this.once(
          slots,
          (fresh) =>
            topic ? write(topic[tongue], fresh, { ...about, again: again && random.chance(0.25) }) : oneOff(fresh),
          6,
        );
    // Whoever takes a call down says what it is; those who write themselves rarely do.
    const declared = topic !== null && random.chance(channel === 'hotline' || channel === 'shop' ? 0.8 : 0.25);
    const kind = declared ? topic?.kind : undefined;
    return { at, topic, noise, channel, kind, customer: nameless ? null : customer, slots: used, ...written };
  }

  private once(slots: () => Slots, make: (slots: Slots) => Written, tries: number): { slots: Slots; written: Written } {
    for (let attempt = 1; ; attempt++) {
      const fresh = slots();
      const written = make(fresh);
      if (attempt < tries && this.said.has(written.text)) continue;
      this.said.add(written.text);
      return { slots: fresh, written };
    }
  }
}

function oneOff(slots: Slots): Written {
  return { subject: undefined, text: slots.fill(slots.random.pick<string>(ONE_OFFS[slots.tongue])) };
}

function pickFrom(weights: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, weights[key] ?? 1]));
}
