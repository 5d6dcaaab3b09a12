import { KINDS } from '@huiyin/loop';
import { Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import { useCategories } from '../../../parts/categories';
import { useNames } from '../../../parts/names';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoice } from '../unit-choice';
import { limitIn, minutesOf, type EditedRule } from './rules';
import { useTexts } from './texts';

interface Wanted extends Omit<EditedRule, 'key' | 'limitMinutes' | 'active'> {
  readonly limit: { readonly amount: number; readonly unit: 'hours' | 'days' };
}

interface RuleSheetProps {
  readonly of: EditedRule | undefined;
  readonly onClose: () => void;
  readonly onDone: (rule: EditedRule) => void;
}

/** One rule: when it fits, which unit gets the item, and for how long. It is stored with the list. */
export function RuleSheet({ of: rule, onClose, onDone }: RuleSheetProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  const names = useNames();
  const categories = useCategories();
  const needed = { required: true, message: shared('required') };
  const done = ({ limit, ...wanted }: Wanted) =>
    Promise.resolve(rule && onDone({ ...rule, ...emptied(wanted), limitMinutes: minutesOf(limit) }));
  return (
    <Sheet<Wanted, void>
      key={rule?.key}
      title={t('title1')}
      open={rule !== undefined}
      onClose={onClose}
      initial={rule ? { ...rule, limit: limitIn(rule.limitMinutes) } : {}}
      save={done}
      touches={[]}
      saveLabel={t('done')}
    >
      <Form.Item name="name" label={t('name')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <h3>{t('conditions')}</h3>
      <Form.Item name="kinds" label={t('kinds')}>
        <Select mode="multiple" allowClear options={KINDS.map((kind) => ({ value: kind, label: names.kind(kind) }))} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} extra={t('categoryHint')}>
        <TreeSelect allowClear showSearch={{ treeNodeFilterProp: 'title' }} treeData={categories.tree} />
      </Form.Item>
      <Form.Item name="region" label={t('region')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="product" label={t('product')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="keyword" label={t('keyword')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} rules={[needed]}>
        <UnitChoice placeholder="–" clear={false} />
      </Form.Item>
      <div className="line">
        <Form.Item name={['limit', 'amount']} label={t('limit')} rules={[needed]}>
          <InputNumber min={0.1} max={744} />
        </Form.Item>
        <Form.Item name={['limit', 'unit']} label={t('limitUnit')}>
          <Select
            className="filter"
            options={(['hours', 'days'] as const).map((unit) => ({ value: unit, label: t(unit) }))}
          />
        </Form.Item>
      </div>
    </Sheet>
  );
}

/** Blank conditions match everything. */
function emptied(wanted: Omit<Wanted, 'limit'>): Omit<Wanted, 'limit'> {
  const text = (value: string | null | undefined) => value?.trim() || null;
  const { category, region, product, keyword } = wanted;
  return { ...wanted, category: text(category), region: text(region), product: text(product), keyword: text(keyword) };
}
