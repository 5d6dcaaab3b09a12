import { go, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import type { Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { loadCustomers, recordCustomers } from './collect.store.js';

/** Knows which customer each item comes from. In later cycles the customer is known already. */
export class CollectHandler extends StageHandler<'collect'> {
  readonly stage = 'collect';

  constructor(private readonly vault: Vault) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'collect'>>> {
    const unknown = items.filter((item) => item.customerId === null).map((item) => item.id);
    const described = unknown.length > 0 ? await loadCustomers(tx, this.vault, unknown) : [];
    const customerOf = described.length > 0 ? await recordCustomers(tx, described, uuidv7) : new Map<string, string>();
    return new Map(
      items.map(({ id }) => {
        const customerId = customerOf.get(id);
        return [id, go<'collect'>('collected', customerId ? { customerId } : {})];
      }),
    );
  }
}
