import { KINDS } from '@huiyin/loop';
import { describe, expect, it } from '@jest/globals';
import { chooseUnit, DEFAULT_LIMIT_MINUTES, limitInCycle, type RoutingFacts, type RoutingRule } from './route.js';

const ROOT = 1;
const [GUANGDONG, NETWORK, SHOP] = [2, 3, 4];

const FACTS: RoutingFacts = {
  kind: 'complaint',
  category: 'network.coverage.indoor',
  region: '广东',
  product: '5G',
  words: '地铁里 WiFi 信号弱',
  cycle: 1,
  unitId: null,
  handedBackBy: [],
  handedTo: null,
};

/** A rule for everything, unless it says otherwise. */
function rule(id: number, unitId: number, conditions: Partial<RoutingRule> = {}): RoutingRule {
  const everything = { kinds: [], category: null, region: null, product: null, keyword: null };
  return { id, name: `rule ${id}`, ...everything, unitId, limitMinutes: 600, ...conditions };
}

describe('choosing the unit', () => {
  it.each<[string, Partial<RoutingRule>, boolean]>([
    ['nothing', {}, true],
    ['the kind', { kinds: ['fault', 'complaint'] }, true],
    ['another kind', { kinds: ['fault'] }, false],
    ['the category', { category: 'network.coverage.indoor' }, true],
    ['what the category is under', { category: 'network' }, true],
    ['half of the name of what it is under', { category: 'net' }, false],
    ['what is under the category', { category: 'network.coverage.indoor.lift' }, false],
    ['the region', { region: '广东' }, true],
    ['another region', { region: '北京' }, false],
    ['the product', { product: '5G' }, true],
    ['another product', { product: '4G' }, false],
    ['a word, in capitals or not', { keyword: 'wifi' }, true],
    ['another word', { keyword: '宽带' }, false],
    ['all of it', { kinds: ['complaint'], category: 'network', region: '广东', product: '5G', keyword: '信号' }, true],
    ['all of it but one', { kinds: ['complaint'], category: 'network', region: '广东', product: '4G' }, false],
  ])('goes by a rule that asks for %s: %j fits %j', (_what, conditions, fits) => {
    expect(chooseUnit([rule(9, NETWORK, conditions)], FACTS, ROOT).unitId).toBe(fits ? NETWORK : ROOT);
  });

  it('goes by the first rule that fits, and says which one', () => {
    const rules = [rule(7, SHOP, { region: '北京' }), rule(8, GUANGDONG, { region: '广东' }), rule(9, NETWORK)];
    expect(chooseUnit(rules, FACTS, ROOT)).toEqual({
      unitId: GUANGDONG,
      ruleId: 8,
      limitMinutes: 600,
      reason: 'rule: rule 8',
    });
  });

  it('passes by every unit that has handed the item back', () => {
    const rules = [rule(8, GUANGDONG), rule(9, GUANGDONG), rule(10, NETWORK)];
    expect(chooseUnit(rules, { ...FACTS, handedBackBy: [GUANGDONG] }, ROOT).unitId).toBe(NETWORK);
    const nobodyLeft = { ...FACTS, unitId: SHOP, handedBackBy: [GUANGDONG, NETWORK, SHOP] };
    expect(chooseUnit(rules, nobodyLeft, ROOT)).toMatchObject({ unitId: ROOT, ruleId: null });
  });

  it('follows a hand-back that names a unit before all rules', () => {
    expect(chooseUnit([rule(8, GUANGDONG)], { ...FACTS, handedBackBy: [SHOP], handedTo: SHOP }, ROOT)).toMatchObject({
      unitId: SHOP,
      ruleId: null,
      reason: 'handed over',
    });
  });

  it('falls back on the unit that took it down, and then on the root: nothing is ever unrouted', () => {
    expect(chooseUnit([], { ...FACTS, unitId: SHOP }, ROOT)).toMatchObject({ unitId: SHOP });
    expect(chooseUnit([], FACTS, ROOT)).toMatchObject({ unitId: ROOT, limitMinutes: DEFAULT_LIMIT_MINUTES.complaint });
    expect(chooseUnit([], { ...FACTS, handedBackBy: [ROOT] }, ROOT).unitId).toBe(ROOT);
  });
});

describe('the time limit', () => {
  it('is there for every kind, two days for a fault', () => {
    for (const kind of KINDS) expect(DEFAULT_LIMIT_MINUTES[kind]).toBeGreaterThan(0);
    expect(DEFAULT_LIMIT_MINUTES.fault).toBe(48 * 60);
  });

  it('is halved with every further trip, and never less than an hour', () => {
    expect([1, 2, 3, 4].map((cycle) => limitInCycle(2_880, cycle))).toEqual([2_880, 1_440, 720, 360]);
    expect([2, 50, 1_000].map((cycle) => limitInCycle(90, cycle))).toEqual([60, 60, 60]);
    expect(limitInCycle(2_881, 2)).toBe(1_441);
  });
});
