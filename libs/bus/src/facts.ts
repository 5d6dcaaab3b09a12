import type { Facts } from './stage-handler.js';

/** Facts as columns; `null` leaves the column as it is. */
export function factColumns(facts: Facts): Record<string, unknown> {
  return {
    kind: facts.kind,
    category: facts.category,
    sentiment: facts.sentiment,
    urgency: facts.urgency,
    language: facts.language,
    region: facts.region,
    unit_id: facts.unitId,
    customer_id: facts.customerId,
    priority: facts.priority,
    limit_seconds: facts.limitSeconds === 'none' ? -1 : facts.limitSeconds,
  };
}

/** Types of the columns of {@link factColumns}, for `jsonb_to_recordset`. */
export const FACT_TYPES = `kind text, category text, sentiment text, urgency smallint, language text, region text, unit_id bigint,
  customer_id uuid, priority smallint, limit_seconds float8`;

/** Sets what an item row `f` is known by to the facts of `d`. */
export const SET_FACTS = `kind = coalesce(d.kind, f.kind), category = coalesce(d.category, f.category),
  sentiment = coalesce(d.sentiment, f.sentiment), urgency = coalesce(d.urgency, f.urgency),
  language = coalesce(d.language, f.language), region = coalesce(d.region, f.region),
  unit_id = coalesce(d.unit_id, f.unit_id), customer_id = coalesce(d.customer_id, f.customer_id),
  priority = coalesce(d.priority, f.priority)`;
