import { fail, go, StageHandler, wait, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { nextStep, type ResolveStanding } from './resolve.js';
import { loadStandings, recordEscalations } from './resolve.store.js';

const SOONEST = 1;

/** Waits for a person until the time limit, and lets items go for which a resolution is on record. */
export class ResolveHandler extends StageHandler<'resolve'> {
  readonly stage = 'resolve';

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'resolve'>>> {
    const ids = items.map((item) => item.id);
    const standings = new Map((await loadStandings(tx, ids)).map((standing) => [standing.id, standing]));
    const late: string[] = [];
    const outcomes = new Map(ids.map((id) => [id, this.decide(standings.get(id), late)]));
    if (late.length > 0) await recordEscalations(tx, late);
    return outcomes;
  }

  private decide(standing: ResolveStanding | undefined, late: string[]): Outcome<'resolve'> {
    if (!standing) return fail(new CodedError('stage-failed', 'The item row has gone.'));
    const step = nextStep(standing);
    switch (step.next) {
      case 'resolved':
        return go('resolved', {}, step.by);
      case 'escalate':
        late.push(standing.id);
        return wait('team', null, { priority: SOONEST });
      case 'wait':
        return wait('team', step.seconds);
    }
  }
}
