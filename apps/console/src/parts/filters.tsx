import { KINDS } from '@huiyin/loop';
import { Input, Select, TreeSelect } from 'antd';
import { texts } from '../i18n/texts';
import { useNames } from './names';
import { nameOfUnit, useUnits, type Unit } from './units';

const useTexts = texts('filters', {
  zh: { unit: '全部单位', kind: '全部类型', product: '产品', period: '时段', days: '近 {{n}} 天' },
  en: {
    unit: 'All units',
    kind: 'All kinds',
    product: 'Product',
    period: 'Period',
    days: { one: 'Last {{n}} day', other: 'Last {{n}} days' },
  },
});

interface Choice {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A unit of the tree, by name. */
export function UnitFilter({ value, onChange }: Choice) {
  const t = useTexts();
  const { root } = useUnits();
  return (
    <TreeSelect<string>
      className="filter filter-wide"
      aria-label={t('unit')}
      placeholder={t('unit')}
      {...(value === undefined ? {} : { value })}
      allowClear
      showSearch
      treeNodeFilterProp="title"
      treeDefaultExpandedKeys={root ? [root.code] : []}
      treeData={root ? [nodeOf(root)] : []}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(next || undefined)}
    />
  );
}

/** A unit as a node of a TreeSelect. */
export function nodeOf(unit: Unit): { value: string; title: string; children: ReturnType<typeof nodeOf>[] } {
  return { value: unit.code, title: nameOfUnit(unit), children: unit.children.map(nodeOf) };
}

/** One of the six kinds. */
export function KindFilter({ value, onChange }: Choice) {
  const t = useTexts();
  const names = useNames();
  return (
    <Select<string>
      className="filter"
      aria-label={t('kind')}
      placeholder={t('kind')}
      {...(value === undefined ? {} : { value })}
      allowClear
      options={KINDS.map((kind) => ({ value: kind, label: names.kind(kind) }))}
      onChange={(next) => onChange(next || undefined)}
    />
  );
}

/** A product, by its exact name. */
export function ProductFilter({ value, onChange }: Choice) {
  const t = useTexts();
  return (
    <Input
      className="filter"
      aria-label={t('product')}
      placeholder={t('product')}
      defaultValue={value ?? ''}
      allowClear
      onPressEnter={({ currentTarget }) => onChange(currentTarget.value.trim() || undefined)}
      onBlur={({ currentTarget }) => onChange(currentTarget.value.trim() || undefined)}
      onClear={() => onChange(undefined)}
    />
  );
}

/** The last 1, 7, 30 or 90 days; the value is the number of days. */
export function PeriodFilter({ value, onChange }: Choice) {
  const t = useTexts();
  return (
    <Select<string>
      className="filter"
      aria-label={t('period')}
      value={value ?? '7'}
      options={[1, 7, 30, 90].map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
      onChange={(next) => onChange(next === '7' ? undefined : next)}
    />
  );
}
