import type { Submission } from '@huiyin/collect';
import type { IntakeChannel } from '@huiyin/loop';
import { V7Generator } from 'uuidv7';
import { SOURCES } from './data/operator.js';
import { VALUES } from './data/phrases.js';
import type { Staff } from './found.js';
import { CITIES, UNIT_PREFIX } from './operator.js';
import type { Arrival } from './plan.js';
import type { Random } from './random.js';

/** Which of the sources hands in what comes by a channel. */
const SOURCE_OF: Readonly<Record<IntakeChannel, keyof typeof SOURCES>> = {
  hotline: 'hotline',
  shop: 'shop',
  app: 'app',
  web: 'web',
  sms: 'crm',
  email: 'crm',
  crm: 'crm',
  survey: 'crm',
  other: 'crm',
  board: 'community',
  social: 'community',
};

const HOUR_MS = 3_600_000;

/** Makes submissions of arrivals. */
export class Submissions {
  private readonly ids = new V7Generator();

  /**
   * @param run which demo on this database it is, 1 for the first
   * @param total how many items the run will have; the external ids tell it, so that a run that was cut short is recognised
   */
  constructor(
    private readonly staff: Staff,
    private readonly random: Random,
    private readonly run: number,
    private readonly total: number,
  ) {}

  /**
   * The submission of arrival number `number`, as it is handed in at `at` (milliseconds since 1970). Its id says so too:
   * lists that are sorted by id are then sorted by time.
   */
  of(arrival: Arrival, number: number, at: number): Submission {
    const random = this.random.fork(`submission ${number}`);
    const { text, subject, kind, channel, topic, customer } = arrival;
    const source = SOURCE_OF[channel];
    const unit = this.takenBy(arrival);
    const occurredAt = random.chance(0.3) ? new Date(at - random.skewed(12, 1) * HOUR_MS).toISOString() : undefined;
    const optional = {
      subject,
      kind,
      product: topic?.product ?? undefined,
      phase: topic?.phase ?? undefined,
      occurredAt,
      unitId: unit === null ? undefined : this.staff.unitIdOf(unit),
      customer: customer ? customerOf(customer) : { region: arrival.slots.city.zh },
    };
    const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
    return {
      id: this.ids.generateOrResetWithTs(Math.round(at)).toString(),
      text,
      channel,
      source: SOURCES[source].name,
      externalId: externalId(this.run, number, this.total),
      tags: customer?.tier === '钻石' ? ['VIP'] : [],
      attributes: attributesOf(random, topic?.product ?? null),
      acceptedBy: unit === null ? this.staff.keyOf(source) : random.pick(this.staff.actorsOf(unit)),
      ...given,
    };
  }

  private takenBy({ channel, slots }: Arrival): string | null {
    if (channel === 'hotline') return 'cy-hotline';
    const city = CITIES.find(({ code }) => code === slots.city.code);
    return channel === 'shop' && city ? `${UNIT_PREFIX}${city.code}-shop1` : null;
  }
}

function customerOf({
  name,
  phone,
  email,
  region,
  tier,
}: NonNullable<Arrival['customer']>): NonNullable<Submission['customer']> {
  return { name, phone, region, tier, ...(email === null ? {} : { email }) };
}

function attributesOf(random: Random, product: string | null): Record<string, unknown> {
  if (product === 'App')
    return { appVersion: random.pick(VALUES.version), system: random.pick(['Android', 'iOS', 'Android']) };
  return random.chance(0.5) ? { plan: random.pick(VALUES.plan) } : {};
}

/** `D1-0421/4000`: the first demo on this database, item 421 of 4,000. */
export function externalId(run: number, number: number, total: number): string {
  return `D${run}-${String(number).padStart(4, '0')}/${total}`;
}
