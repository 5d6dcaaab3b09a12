import { fail, go, StageHandler, wait, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Vault } from '@huiyin/privacy';
import { nextStep } from './deliver.js';
import { loadAnswers, type AnswerOfItem } from './deliver.store.js';
import { Outbox } from './outbox.adapter.js';

const NO_REPLY = new CodedError(
  'stage-failed',
  'There is no resolution for this cycle. Resolve the item, then replay it.',
);

/** Has each customer told, channel after channel until one has worked; leaves it to a person when none does. */
export class DeliverHandler extends StageHandler<'deliver'> {
  readonly stage = 'deliver';

  constructor(
    private readonly outbox: Outbox,
    private readonly vault: Vault,
  ) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'deliver'>>> {
    const answers = await loadAnswers(tx, this.vault, items);
    const messages = items.flatMap(({ id, cycle, language }) => {
      const { reply, states } = answers.get(id) as AnswerOfItem;
      if (reply === null || nextStep(states) !== 'post') return [];
      return [{ feedbackId: id, cycle, purpose: 'answer' as const, language, reply }];
    });
    const posted = await this.outbox.post(tx, messages);
    return new Map(items.map(({ id }) => [id, outcomeOf(answers.get(id) as AnswerOfItem, posted.has(id))]));
  }
}

function outcomeOf({ reply, states }: AnswerOfItem, posted: boolean): Outcome<'deliver'> {
  const step = nextStep(states);
  if (step === 'delivered') return go('delivered', { limitSeconds: 'none' });
  if (step === 'wait' || posted) return wait('channel', null);
  return step === 'post' && reply === null ? fail(NO_REPLY) : wait('team', null);
}
