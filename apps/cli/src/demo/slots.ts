import { DAY_MS, wallClock } from './calendar.js';
import { NAMES, type City } from './data/operator.js';
import { MONTHS, VALUES } from './data/phrases.js';
import type { Random } from './random.js';

/** The two languages of the demo's customers. */
export type Tongue = 'zh' | 'en';

type Fill = (slots: Slots) => string;

const from = (list: readonly string[]): Fill => {
  return ({ random }) => random.pick(list);
};
const whole = (min: number, max: number): Fill => {
  return ({ random }) => String(random.whole(min, max));
};
const byTongue = (zh: readonly string[], en: readonly string[]): Fill => {
  return ({ random, tongue }) => random.pick(tongue === 'zh' ? zh : en);
};
const ofCity = (zh: (city: City) => readonly string[]): Fill => {
  return ({ random, tongue, city }) => random.pick(tongue === 'zh' ? zh(city) : city.places);
};

function daysBefore(at: number, days: number): { month: number; date: number } {
  return wallClock(at - days * DAY_MS);
}

const MONTH: Fill = ({ at, random }) => String(daysBefore(at, random.whole(35, 120)).month);

/** Slot → how its value is found. */
const FILLS: Readonly<Record<string, Fill>> = {
  n: whole(2, 6),
  times: whole(2, 7),
  days: whole(3, 28),
  hour: whole(8, 9),
  floor: whole(2, 28),
  wait: whole(15, 90),
  bigmoney: whole(120, 1800),
  slow: whole(2, 38),
  fast: whole(180, 940),
  gb: whole(10, 80),
  line: whole(1, 5),
  year: whole(3, 18),
  staff: whole(1001, 8999),
  money: from(VALUES.money),
  low: from(VALUES.low),
  high: from(VALUES.high),
  mbps: from(VALUES.mbps),
  plan: from(VALUES.plan),
  planEn: from(VALUES.planEn),
  member: from(VALUES.member),
  memberEn: from(VALUES.memberEn),
  country: from(VALUES.country),
  countryEn: from(VALUES.countryEn),
  version: from(VALUES.version),
  weeks: byTongue(VALUES.weeks, VALUES.weeksEn),
  estateHot: from(VALUES.estateHot),
  fitter: from(NAMES.zhFamily),
  zhGiven: from(NAMES.zhGiven),
  station: ofCity(({ stations }) => stations),
  estate: ofCity(({ estates }) => estates),
  road: ofCity(({ roads }) => roads),
  village: ofCity(({ villages }) => villages),
  place: ofCity(({ places }) => places),
  city: ({ city, tongue }) => city[tongue],
  shop: ({ random, city, tongue }) => random.pick(city.shops)[tongue],
  month: MONTH,
  monthName: (slots) => MONTHS[Number(MONTH(slots)) - 1] ?? 'March',
  yesterday: byTongue(['昨天', '昨天', '前天'], ['yesterday', 'yesterday', 'the day before yesterday']),
  date: ({ at, random, tongue }) => {
    const { month, date } = daysBefore(at, random.whole(2, 12));
    return tongue === 'zh' ? `${month}月${date}号` : `${date} ${MONTHS[month - 1]}`;
  },
};

/** The values of one piece of feedback: the same slot keeps its value, so that an answer speaks of the same station. */
export class Slots {
  private readonly values = new Map<string, string>();

  /** @param at when it is written, milliseconds since 1970 */
  constructor(
    readonly random: Random,
    readonly city: City,
    readonly tongue: Tongue,
    readonly at: number,
  ) {}

  /** Chooses between `[this|that]` and fills the `{slots}` of a template; `again` names those that are to get another value than before. */
  fill(template: string, again: readonly string[] = []): string {
    for (const name of again) this.values.delete(name);
    let last = '';
    const chosen = template.replace(/\[([^\]]*)\]/g, (_, choices: string) => this.random.pick(choices.split('|')));
    return chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
      const known = this.values.get(name) ?? this.value(name);
      // "from {station} to {station}" means two of them.
      const value = name === 'station' && known === last ? this.value(name) : known;
      last = value;
      return value;
    });
  }

  private value(name: string): string {
    const fill = FILLS[name];
    if (!fill) throw new RangeError(`A template has an unknown slot {${name}}.`);
    const value = fill(this);
    this.values.set(name, value);
    return value;
  }
}
