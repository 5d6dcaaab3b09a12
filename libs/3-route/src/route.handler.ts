import { go, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { chooseUnit, type RoutingRule } from './route.js';
import { loadBackground, loadRules, recordAssignments, rootUnit, type RoutingBackground } from './route.store.js';

/** Gives each item to a unit, with a time limit. */
export class RouteHandler extends StageHandler<'route'> {
  readonly stage = 'route';
  override readonly takesUpStraight = true;

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'route'>>> {
    const rules = await loadRules(tx);
    const root = await rootUnit(tx);
    const background = await loadBackground(tx, items);
    const assigned = items.map((item) => ({
      item,
      assignment: this.assign(rules, item, background.get(item.id), root),
    }));
    await recordAssignments(
      tx,
      assigned.map(({ item, assignment }) => ({
        ...assignment,
        feedbackId: item.id,
        seq: item.seq,
        cycle: item.cycle,
      })),
    );
    return new Map(
      assigned.map(({ item, assignment }) => [
        item.id,
        go<'route'>('routed', { unitId: assignment.unitId, limitSeconds: assignment.limitMinutes * 60 }),
      ]),
    );
  }

  private assign(
    rules: readonly RoutingRule[],
    item: ItemAtStage,
    background: RoutingBackground | undefined,
    root: number,
  ) {
    const { words = '', handedBackBy = [], handedTo = null, unitId = null } = background ?? {};
    const known = { kind: item.kind ?? 'enquiry', category: item.category ?? 'general.other' } as const;
    return chooseUnit(rules, { ...item, ...known, words, handedBackBy, handedTo, unitId }, root);
  }
}
