import { describe, expect, it } from '@jest/globals';
import type { RoutingFacts, RoutingRule } from './route.js';
import { tryRules, type TrialItem } from './trial.js';

const [ROOT, GUANGDONG, NETWORK] = [1, 2, 3];

function item(id: string, words: string, unitId: number | null = null): TrialItem {
  const known = { kind: 'complaint', category: 'network', region: null, product: null } as const;
  const facts: RoutingFacts = { ...known, words, unitId, cycle: 1, handedBackBy: [], handedTo: null };
  return { id, reference: `HY-2026-${id}`, text: words, facts };
}

function rule(id: number, unitId: number, conditions: Partial<RoutingRule> = {}): RoutingRule {
  const everything = { kinds: [], category: null, region: null, product: null, keyword: null };
  return { id, name: `rule ${id}`, ...everything, unitId, limitMinutes: 600, ...conditions };
}

const ITEMS = [item('1', '没有信号'), item('2', '信号弱'), item('3', '宽带慢', GUANGDONG)];

describe('trying rules', () => {
  it('counts by unit what the rules in force did and what the proposed ones would do', () => {
    const proposed = [rule(0, NETWORK, { keyword: '信号' })];
    const trial = tryRules(ITEMS, { inForce: [], proposed, rootUnitId: ROOT }, 10);
    expect(trial).toMatchObject({ items: 3, moved: 2, otherLimit: 2 });
    expect([...trial.units]).toEqual([
      [ROOT, { before: 2, after: 0 }],
      [NETWORK, { before: 0, after: 2 }],
      [GUANGDONG, { before: 1, after: 1 }],
    ]);
    expect([...trial.hits]).toEqual([[0, 2]]);
    expect(trial.examples[0]).toMatchObject({ id: '1', from: ROOT, to: NETWORK, ruleId: 0 });
  });

  it('moves nothing when the rules are those in force, and gives no more examples than asked for', () => {
    const inForce = [rule(7, NETWORK)];
    expect(tryRules(ITEMS, { inForce, proposed: inForce, rootUnitId: ROOT }, 10)).toMatchObject({
      moved: 0,
      otherLimit: 0,
    });
    const trial = tryRules(ITEMS, { inForce, proposed: [], rootUnitId: ROOT }, 1);
    expect(trial).toMatchObject({ moved: 3, examples: [{ id: '1', from: NETWORK, to: ROOT, ruleId: null }] });
  });
});
