import { TreeSelect } from 'antd';
import { nodeOf } from '../../parts/filters';
import { useUnits } from '../../parts/units';
import { useTexts } from './texts';

interface Shared {
  readonly id?: string;
  readonly placeholder?: string;
  readonly label?: string;
}

/** One unit, as a field of a form. */
export function UnitChoice(
  props: Shared & { value?: string | null; onChange?: (value: string | undefined) => void; clear?: boolean },
) {
  const { value, onChange, id, placeholder, label, clear = true } = props;
  const t = useTexts();
  const { root } = useUnits();
  return (
    <TreeSelect<string>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(value ? { value } : {})}
      allowClear={clear}
      showSearch={{ treeNodeFilterProp: 'title' }}
      className="whole"
      placeholder={placeholder ?? t('everything')}
      treeDefaultExpandedKeys={root ? [root.code] : []}
      treeData={root ? [nodeOf(root)] : []}
      onChange={(next) => onChange?.(next || undefined)}
    />
  );
}

/** Several units, as a field of a form. */
export function UnitChoices({
  value,
  onChange,
  id,
}: Shared & { value?: string[]; onChange?: (value: string[]) => void }) {
  const t = useTexts();
  const { root } = useUnits();
  return (
    <TreeSelect<string[]>
      {...(id ? { id } : {})}
      value={value ?? []}
      multiple
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      className="whole"
      placeholder={t('everything')}
      treeDefaultExpandedKeys={root ? [root.code] : []}
      treeData={root ? [nodeOf(root)] : []}
      onChange={(next) => onChange?.(next ?? [])}
    />
  );
}
