import type { Stage } from '@huiyin/loop';
import type { Sql } from '@huiyin/database';
import type { ItemAtStage } from './stage-handler.js';

/**
 * The item row as a handler is given it.
 * @param begun when the work on its visit begins, unless it has begun before: an SQL expression
 */
export const itemColumns = (begun: 'loop_transaction_start()' | 'loop_now()'): string =>
  `id, stage, cycle, seq, attempts, case when state = 'waiting' then 'timer' else woken_by end as "wokenBy", priority, kind,
  category, language, urgency, channel, product, region, unit_id as "unitId", customer_id as "customerId",
  stage_since as "stageSince", greatest(stage_since, coalesce(started_at, ${begun})) as "startedAt"`;

/** Work on what a lane takes up begins with its transaction. */
const COLUMNS = itemColumns('loop_transaction_start()');

/**
 * Locks up to `limit` items that are due in the lane of `stage`, most urgent first, skipping those that another
 * worker holds. The locks last as long as the transaction: a worker that dies sets them free.
 */
export async function claimReady(tx: Sql, stage: Stage, limit: number): Promise<ItemAtStage[]> {
  return tx.query<ItemAtStage>(
    `select ${COLUMNS} from feedback
     where stage = $1 and state = 'ready' and due_at <= (select loop_now())
     order by priority, due_at limit $2 for update skip locked`,
    [stage, limit],
  );
}

/** Like `claimReady`, for items whose timer has run out while they waited. */
export async function claimTimers(tx: Sql, stage: Stage, limit: number): Promise<ItemAtStage[]> {
  return tx.query<ItemAtStage>(
    `select ${COLUMNS} from feedback
     where stage = $1 and state = 'waiting' and due_at <= (select loop_now())
     order by due_at limit $2 for update skip locked`,
    [stage, limit],
  );
}

/** Locks exactly these items, as far as they are still due in the lane; used to find the one that makes a batch throw. */
export async function claimThese(tx: Sql, stage: Stage, ids: readonly string[]): Promise<ItemAtStage[]> {
  return tx.query<ItemAtStage>(
    `select ${COLUMNS} from feedback
     where id = any($2::uuid[]) and stage = $1 and state in ('ready', 'waiting') and due_at <= (select loop_now())
     for update skip locked`,
    [stage, ids],
  );
}
