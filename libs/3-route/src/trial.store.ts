import { putInto, type RowCondition, type Sql } from '@huiyin/database';
import { CodedError, type Kind } from '@huiyin/loop';
import type { RoutingRule } from './route.js';
import { loadRules, rootUnit } from './route.store.js';
import type { RuleDraft } from './rules.store.js';
import { tryRules, type Trial, type TrialItem } from './trial.js';

/** What is told of a trial, with units by code and rules by their place in the list. */
export interface ToldTrial extends Pick<Trial, 'items' | 'moved' | 'otherLimit'> {
  readonly units: { readonly unit: string; readonly before: number; readonly after: number }[];
  /** Items that each proposed rule would decide, in the order of the rules. */
  readonly hits: number[];
  readonly examples: {
    readonly id: string;
    readonly reference: string;
    readonly text: string;
    readonly from: string;
    readonly to: string;
    /** Place of the rule that would decide, from 0; null where none would match. */
    readonly rule: number | null;
  }[];
}

const MOST_EXAMPLES = 20;

/**
 * What the drafts would have done to the latest items of those that are seen, as if each came for the first time.
 * @throws {CodedError} `unknown-unit`
 */
export async function tryDrafts(
  sql: Sql,
  drafts: readonly RuleDraft[],
  { seen, last }: { readonly seen: RowCondition; readonly last: number },
): Promise<ToldTrial> {
  const units = await sql.query<{ id: number; code: string; active: boolean }>('select id, code, active from unit');
  const proposed = drafts.flatMap((draft, place): RoutingRule[] => {
    const unit = units.find(({ code }) => code === draft.unit);
    if (!unit)
      throw new CodedError('unknown-unit', `There is no unit "${draft.unit}". Create the unit first.`, [
        { field: `rules[${place}].unit`, message: 'no such unit' },
      ]);
    return draft.active && unit.active ? [{ ...draft, id: place, unitId: unit.id }] : [];
  });
  const rules = { inForce: await loadRules(sql), proposed, rootUnitId: await rootUnit(sql) };
  const trial = tryRules(await latestItems(sql, seen, last), rules, MOST_EXAMPLES);
  const codeOf = (id: number) => units.find((unit) => unit.id === id)?.code ?? '';
  return {
    items: trial.items,
    moved: trial.moved,
    otherLimit: trial.otherLimit,
    units: [...trial.units]
      .map(([id, counts]) => ({ unit: codeOf(id), ...counts }))
      .sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before)),
    hits: drafts.map((_, place) => trial.hits.get(place) ?? 0),
    examples: trial.examples.map(({ from, to, ruleId, ...item }) => ({
      ...item,
      from: codeOf(from),
      to: codeOf(to),
      rule: ruleId,
    })),
  };
}

interface ItemRow {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly kind: Kind;
  readonly category: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly words: string;
  readonly unitId: number | null;
}

/** The latest items that have been analysed, with the unit that took each down. Ids are in the order of time. */
async function latestItems(sql: Sql, seen: RowCondition, last: number): Promise<TrialItem[]> {
  const values: unknown[] = [];
  const put = putInto(values);
  const rows = await sql.query<ItemRow>(
    `select f.id, reference(w.number, w.received_at) as reference, left(coalesce(w.subject, w.text), 200) as text,
       f.kind, f.category, f.region, f.product, coalesce(w.subject || ' ', '') || w.text as words, u.id as "unitId"
     from (select f.* from feedback f where f.kind is not null and ${seen(put, 'f')} order by f.id desc limit ${put(last)}) f
     join feedback_words w on w.feedback_id = f.id
     left join stage_visit v on v.feedback_id = f.id and v.seq = 1
     left join unit u on u.id = v.unit_id and u.active
     order by f.id desc`,
    values,
  );
  return rows.map(({ id, reference, text, category, ...known }) => ({
    id,
    reference,
    text,
    facts: { ...known, category: category ?? 'general.other', cycle: 1, handedBackBy: [], handedTo: null },
  }));
}
