import type { Got } from '../../../api/client';
import type { Say } from '../../../i18n/texts';
import type { Categories } from '../../../parts/categories';
import type { Names } from '../../../parts/names';

export const RULES = '/api/v1/routing-rules';

/** A rule as it is edited; `key` tells it apart while it has no id yet. */
export interface EditedRule extends Omit<Got<typeof RULES>[number], 'id' | 'position'> {
  readonly key: string;
}

/** The rules on record, to be edited. */
export function editedOf(rules: Got<typeof RULES>): EditedRule[] {
  return rules.map(({ id, name, kinds, category, region, product, keyword, unit, limitMinutes, active }) => ({ key: String(id), name, kinds, category, region, product, keyword, unit, limitMinutes, active })); // prettier-ignore
}

/** As the API takes them: what is left out matches everything. */
export function bodyOf(rules: readonly EditedRule[]) {
  return rules.map(({ name, kinds, category, region, product, keyword, unit, limitMinutes, active }) => ({
    name,
    unit,
    limitMinutes,
    active,
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(category && { category }),
    ...(region && { region }),
    ...(product && { product }),
    ...(keyword && { keyword }),
  }));
}

/** True when two lists of rules mean the same. */
export function same(one: readonly EditedRule[], other: readonly EditedRule[]): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

/** The list with the rule at `from` put at `to`. */
export function movedTo(rules: readonly EditedRule[], from: number, to: number): EditedRule[] {
  const moved = rules[from];
  if (!moved || to < 0 || to >= rules.length) return [...rules];
  const others = rules.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** A limit in the unit in which people say it. */
export function limitIn(minutes: number): { amount: number; unit: 'hours' | 'days' } {
  if (minutes >= 2 * DAY_MINUTES && minutes % DAY_MINUTES === 0) return { amount: minutes / DAY_MINUTES, unit: 'days' };
  return { amount: Math.round((minutes / HOUR_MINUTES) * 100) / 100, unit: 'hours' };
}

/** Minutes of a limit as people say it. */
export function minutesOf({ amount, unit }: { amount: number; unit: 'hours' | 'days' }): number {
  return Math.max(1, Math.round(amount * (unit === 'days' ? DAY_MINUTES : HOUR_MINUTES)));
}

/** When a rule fits, in words: 投诉、建议 · 移动网络 › 网络覆盖 · 广东. */
export function conditionsOf(
  rule: EditedRule,
  { kind: kindName, pathOf }: Pick<Names, 'kind'> & Pick<Categories, 'pathOf'>,
  t: Say<'anything' | 'keyword'>,
): string {
  const parts = [
    rule.kinds.map((kind) => kindName(kind)).join('、'),
    pathOf(rule.category),
    rule.region,
    rule.product,
    rule.keyword && `${t('keyword')} “${rule.keyword}”`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('anything');
}
