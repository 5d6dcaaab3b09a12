import { Form, Input, Select } from 'antd';
import type { Got } from '../../../api/client';
import { huiyin } from '../../../api/client';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoice } from '../unit-choice';
import { ScopeChoice } from './scope-choice';
import { useTexts } from './texts';

/** A key as the list has it. */
export type Key = Got<'/api/v1/keys'>['items'][number];
export const KEYS = '/api/v1/keys';

interface Wanted {
  readonly name: string;
  readonly scopes: Key['scopes'];
  readonly source?: string;
  readonly unit?: string;
  readonly days?: number;
}

const DAY_MS = 86_400_000;

/** Makes a key; the answer is the only time that it is told. */
export function NewKey(props: { open: boolean; onClose: () => void; onMade: (secret: Secret) => void }) {
  const { open, onClose, onMade } = props;
  const t = useTexts();
  const shared = useSharedTexts();
  const save = ({ name, scopes, source, unit, days }: Wanted) =>
    huiyin.post(KEYS, {
      body: {
        name,
        scopes,
        source: source?.trim() || null,
        unit: unit ?? null,
        expiresAt: days ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
      },
    });
  return (
    <Sheet<Wanted, Awaited<ReturnType<typeof save>>>
      title={t('make')}
      open={open}
      onClose={onClose}
      initial={{ scopes: ['feedback:write'], days: 365 }}
      save={save}
      touches={[KEYS]}
      onSaved={({ key, name }) => onMade({ title: t('made', { name }), value: key })}
      saveLabel={t('make')}
    >
      <Form.Item
        name="name"
        label={t('name')}
        extra={t('nameHint')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t('scopes')}
        rules={[{ required: true, type: 'array', min: 1, message: shared('required') }]}
      >
        <ScopeChoice />
      </Form.Item>
      <Form.Item name="source" label={t('source')} extra={t('sourceHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')}>
        <UnitChoice />
      </Form.Item>
      <Form.Item name="days" label={t('expires')}>
        <Select
          options={[
            ...[30, 90, 365, 730].map((days) => ({ value: days, label: t('expiresDays', { count: days }) })),
            { value: 0, label: t('expiresNever') },
          ]}
        />
      </Form.Item>
    </Sheet>
  );
}
