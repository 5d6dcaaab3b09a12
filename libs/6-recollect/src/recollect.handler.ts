import { go, StageHandler, wait, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { customerLanguage } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import type { SurveyPost } from './recollect.js';
import { openSurveys } from './recollect.store.js';

/** Asks the customer whether it helped, and closes the item when the window has passed without an answer. */
export class RecollectHandler extends StageHandler<'recollect'> {
  readonly stage = 'recollect';

  constructor(
    private readonly post: SurveyPost,
    private readonly windowSeconds: number,
  ) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'recollect'>>> {
    const asked = items.filter((item) => item.wokenBy !== 'timer');
    const surveys = asked.map(({ id, cycle, language }) => {
      return { id: uuidv7(), feedbackId: id, cycle, language: customerLanguage(language) };
    });
    if (surveys.length > 0) {
      await openSurveys(tx, surveys, this.windowSeconds);
      await this.post.post(tx, surveys);
    }
    return new Map(
      items.map(({ id, wokenBy }): [string, Outcome<'recollect'>] => [
        id,
        wokenBy === 'timer' ? go('silent') : wait('customer', this.windowSeconds),
      ]),
    );
  }
}
