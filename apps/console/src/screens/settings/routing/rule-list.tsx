import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { duration } from '../../../i18n/figures';
import { useCategories } from '../../../parts/categories';
import { useNames } from '../../../parts/names';
import { useUnits } from '../../../parts/units';
import { useTexts as useSharedTexts } from '../texts';
import { conditionsOf, movedTo, type EditedRule } from './rules';
import { useTexts } from './texts';

interface RuleListProps {
  readonly rules: readonly EditedRule[];
  /** Items that each would decide, once tried. */
  readonly hits: readonly number[] | undefined;
  readonly onChange: (rules: EditedRule[]) => void;
  readonly onEdit: (rule: EditedRule) => void;
  readonly onRemove: (rule: EditedRule) => void;
}

/** The rules in the order in which they are tried: moved by the mouse, or by the arrows at their end. */
export function RuleList({ rules, hits, onChange, onEdit, onRemove }: RuleListProps) {
  const t = useTexts();
  const [dragged, setDragged] = useState<number | undefined>();
  const [over, setOver] = useState<number | undefined>();
  const drop = (to: number) => {
    if (dragged !== undefined && dragged !== to) onChange(movedTo(rules, dragged, to));
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <ol className="rule-list" aria-label={t('rules')}>
      {rules.map((rule, index) => (
        <li
          key={rule.key}
          className={over === index && dragged !== index ? 'rule rule-over' : 'rule'}
          draggable
          onDragStart={() => setDragged(index)}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(index);
          }}
          onDrop={() => drop(index)}
        >
          <HolderOutlined className="faint" title={t('drag')} />
          <span className="figure faint">{index + 1}</span>
          <RuleWords rule={rule} hits={hits?.[index]} />
          <Doing
            rule={rule}
            first={index === 0}
            last={index === rules.length - 1}
            onMove={(by) => onChange(movedTo(rules, index, index + by))}
            onSwitch={(active) => onChange(rules.map((one) => (one === rule ? { ...rule, active } : one)))}
            onEdit={() => onEdit(rule)}
            onRemove={() => onRemove(rule)}
          />
        </li>
      ))}
    </ol>
  );
}

function RuleWords({ rule, hits }: { rule: EditedRule; hits: number | undefined }) {
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  const units = useUnits();
  return (
    <div className={rule.active ? 'rule-words' : 'rule-words faint'}>
      <div>
        <strong>{rule.name}</strong> {hits !== undefined && <span className="tag">{t('hits', { count: hits })}</span>}
      </div>
      <div className="small">
        {conditionsOf(rule, { kind: names.kind, pathOf: (code) => categories.pathOf(code) }, t)} →{' '}
        {units.pathOf(rule.unit)}, {t('within', { time: duration(rule.limitMinutes * 60) })}
      </div>
    </div>
  );
}

interface DoingProps {
  readonly rule: EditedRule;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSwitch: (active: boolean) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function Doing({ rule: { name, active }, first, last, onMove, onSwitch, onEdit, onRemove }: DoingProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  return (
    <div className="line">
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        disabled={first}
        aria-label={t('up', { name })}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={last}
        aria-label={t('down', { name })}
        onClick={() => onMove(1)}
      />
      <Switch size="small" checked={active} aria-label={t('switch', { name })} onChange={onSwitch} />
      <Button size="small" aria-label={t('editOne', { name })} onClick={onEdit}>
        {shared('edit')}
      </Button>
      <Button size="small" aria-label={t('removeOne', { name })} onClick={onRemove}>
        {shared('remove')}
      </Button>
    </div>
  );
}
