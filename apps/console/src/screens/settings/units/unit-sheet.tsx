import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { huiyin } from '../../../api/client';
import type { Unit } from '../../../parts/units';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoice } from '../unit-choice';
import { useTexts } from './texts';

export const UNITS = '/api/v1/units';
export const LEVELS = ['group', 'province', 'city', 'desk'] as const;

/** What the sheet is open for: a unit to change, or the one under which another is added. */
export type Task = { readonly change: Unit; readonly parent: string | undefined } | { readonly under: Unit };

interface Wanted {
  readonly code: string;
  readonly level: Unit['level'];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parent: string | undefined;
  readonly region: string | null;
  readonly active: boolean;
  readonly customers?: number | null;
}

/** Adds a unit, or changes names, level and what it is under. */
export function UnitSheet({ task, onClose }: { task: Task | undefined; onClose: () => void }) {
  const t = useTexts();
  const changed = task && 'change' in task ? task.change : undefined;
  const save = async ({ code, parent, region, nameEn, ...rest }: Wanted): Promise<void> => {
    const body = { ...rest, nameEn: nameEn || rest.nameZh, region: region?.trim() || null };
    if (changed)
      await huiyin.patch('/api/v1/units/{code}', {
        path: { code: changed.code },
        body: { ...body, ...(parent && parent !== parentOf(task) ? { parent } : {}) },
      });
    else await huiyin.post(UNITS, { body: { ...body, code, ...(parent ? { parent } : {}) } });
  };
  return (
    <Sheet<Wanted, void>
      key={changed ? changed.code : `under ${parentOf(task)}`}
      title={changed ? t('title1', { name: changed.nameZh }) : t('add')}
      open={task !== undefined}
      onClose={onClose}
      initial={initialOf(task)}
      save={save}
      touches={[UNITS]}
    >
      <Fields changed={changed} />
    </Sheet>
  );
}

function parentOf(task: Task | undefined): string | undefined {
  if (!task) return undefined;
  return 'change' in task ? task.parent : task.under.code;
}

function initialOf(task: Task | undefined): Partial<Wanted> {
  if (!task) return {};
  if ('change' in task) return { ...task.change, parent: task.parent };
  const below = LEVELS[Math.min(LEVELS.indexOf(task.under.level) + 1, LEVELS.length - 1)] ?? 'desk';
  return { parent: task.under.code, level: below, active: true };
}

function Fields({ changed }: { changed: Unit | undefined }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const needed = [{ required: true, whitespace: true, message: shared('required') }];
  return (
    <>
      {!changed && (
        <Form.Item name="code" label={t('code')} extra={t('codeHint')} rules={needed}>
          <Input className="code" maxLength={64} autoFocus autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="nameZh" label={t('nameZh')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('nameEn')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="level" label={t('level')}>
        <Select options={LEVELS.map((level) => ({ value: level, label: t(level) }))} />
      </Form.Item>
      {changed?.level !== 'group' && (
        <Form.Item name="parent" label={t('parent')}>
          <UnitChoice placeholder="–" clear={false} />
        </Form.Item>
      )}
      <Form.Item name="region" label={t('region')} extra={t('regionHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="customers" label={t('customers')} extra={t('customersHint')}>
        <InputNumber className="whole" min={1} precision={0} />
      </Form.Item>
      <Form.Item name="active" label={t('active')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
