import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from './calendar.js';
import { planArrivals } from './plan.js';
import { Random } from './random.js';
import { ticksFor } from './ticks.js';
import { TOPICS } from './topics.js';
import { Slots } from './slots.js';
import { CITIES, UNITS, rulesFrom } from './operator.js';

const to = Date.parse('2026-03-11T08:00:00Z');
const from = to - 120 * DAY_MS;
const planned = (seed: string, items = 4_000) => planArrivals(new Random(seed), { items, from, to });
const plan = planned('7');

describe('the planned feedback of a demo', () => {
  it('is the same for the same seed and another one for another', () => {
    const plain = (seed: string) =>
      planned(seed, 300).map(({ slots: _, topic, ...rest }) => ({ ...rest, topic: topic?.key }));
    expect(plain('7')).toEqual(plain('7'));
    expect(plain('8')).not.toEqual(plain('7'));
  });

  it('lies within the history, in order, with the hot issue in its last days and in one city', () => {
    expect(plan).toHaveLength(4_000);
    expect(plan.every(({ at }) => at >= from && at <= to)).toBe(true);
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).sort((a, b) => a - b));
    const hot = plan.filter(({ topic }) => topic?.course === 'sudden');
    expect(hot.length).toBeGreaterThan(100);
    expect(new Set(hot.map(({ slots }) => slots.city.code))).toEqual(new Set(['np-pn']));
    expect(hot.every(({ at }) => at > to - 3 * DAY_MS)).toBe(true);
  });

  it('is four fifths Chinese, and hardly anything is said twice in the same words', () => {
    const english = plan.filter(({ slots }) => slots.tongue === 'en');
    expect(english.length / plan.length).toBeGreaterThan(0.17);
    expect(english.length / plan.length).toBeLessThan(0.23);
    expect(english.filter(({ text, noise }) => !noise && /\p{Script=Han}/u.test(text.replace(/@\S+/, '')))).toEqual([]);
    expect(new Set(plan.map(({ text }) => text)).size).toBeGreaterThan(0.9 * plan.length);
  });

  it('leaves no slot and no choice open', () => {
    for (const { text, subject = '' } of plan) expect(`${text}${subject}`).not.toMatch(/[{}|]|undefined/);
    const city = CITIES[0]!;
    for (const { replies } of TOPICS)
      for (const tongue of ['zh', 'en'] as const)
        for (const { reply, summary } of replies[tongue])
          expect(new Slots(new Random('1'), city, tongue, to).fill(reply + summary)).not.toMatch(/[{}|]|undefined/);
  });

  it("has customers who come again, under numbers and addresses that are nobody's", () => {
    const phones = plan.flatMap(({ customer }) => customer?.phone ?? []);
    const counts = new Map<string, number>();
    for (const phone of phones) counts.set(phone, (counts.get(phone) ?? 0) + 1);
    expect([...counts.values()].filter((times) => times > 2).length).toBeGreaterThan(50);
    expect(phones.every((phone) => /^129\d{8}$/.test(phone))).toBe(true);
    expect(plan.every(({ customer }) => customer?.email?.endsWith('@example.com') ?? true)).toBe(true);
  });
});

describe('the moments at which the lanes run', () => {
  it('rise to the end, are never too close, and leave no long silence', () => {
    const ticks = ticksFor(plan.map(({ at }) => at), from, to); // prettier-ignore
    const gaps = ticks.map((tick, index) => tick - (ticks[index - 1] ?? from));
    expect(ticks.at(-1)).toBe(to);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6 * 60_000);
    expect(Math.max(...gaps)).toBeLessThan(15 * 3_600_000);
    expect(ticks.length).toBeLessThan(900);
  });
});

describe('the operator of a demo', () => {
  it('has provinces with at least ten cities, and rules that lead to its own units only', () => {
    expect(UNITS.filter(({ level }) => level === 'province')).toHaveLength(4);
    expect(UNITS.filter(({ level }) => level === 'city').length).toBeGreaterThanOrEqual(10);
    const codes = new Set(UNITS.map(({ code }) => code));
    expect(codes.size).toBe(UNITS.length);
    expect(rulesFrom(1).filter(({ unit }) => !codes.has(unit))).toEqual([]);
  });
});
