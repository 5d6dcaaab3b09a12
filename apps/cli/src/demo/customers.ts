import { NAMES } from './data/operator.js';
import type { Random } from './random.js';
import type { Tongue } from './slots.js';

/** Somebody who is a customer of the demo's operator. */
export interface DemoCustomer {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly region: string;
  readonly tier: string;
  readonly tongue: Tongue;
}

/** Share of the feedback that comes from somebody who has been heard before. */
const COMES_BACK = 0.3;
/** Those who came lately are the likeliest to come again. */
const REMEMBERED = 400;

/** The customers of the demo: they live in one city, speak one language, and some come back. */
export class Customers {
  private readonly byPlace = new Map<string, DemoCustomer[]>();

  constructor(private readonly random: Random) {}

  /** Somebody in the region who writes in `tongue`; `again` when they have been heard before. */
  somebody(region: string, tongue: Tongue): { customer: DemoCustomer; again: boolean } {
    const place = `${region} ${tongue}`;
    const known = this.byPlace.get(place) ?? [];
    this.byPlace.set(place, known);
    if (known.length > 3 && this.random.chance(COMES_BACK)) {
      // Squared, so that a few regulars come again and again.
      const recent = known.slice(-REMEMBERED);
      const index = Math.floor(this.random.next() ** 2 * recent.length);
      return { customer: recent[index] as DemoCustomer, again: true };
    }
    const customer = this.newcomer(region, tongue);
    known.push(customer);
    return { customer, again: false };
  }

  private newcomer(region: string, tongue: Tongue): DemoCustomer {
    const { random } = this;
    // Numbers with 129 are given to nobody, and example.com belongs to nobody: no message can ever reach a stranger.
    const phone = `129${String(random.whole(0, 99_999_999)).padStart(8, '0')}`;
    const tier = random.weighted({ 普通: 60, 银卡: 24, 金卡: 12, 钻石: 4 });
    if (tongue === 'en') {
      const [first, last] = [random.pick(NAMES.enFirst), random.pick(NAMES.enLast)];
      const email = random.chance(0.7) ? `${first}.${last}@example.com`.toLowerCase() : null;
      return { name: `${first} ${last}`, phone, email, region, tier, tongue };
    }
    const given = Array.from({ length: random.chance(0.72) ? 2 : 1 }, () => random.pick(NAMES.zhGiven)).join('');
    const email = random.chance(0.25) ? `user${phone.slice(-7)}@example.com` : null;
    return { name: `${random.pick(NAMES.zhFamily)}${given}`, phone, email, region, tier, tongue };
  }
}
