import { KINDS, type Kind } from '@huiyin/loop';
import { Form, Input, Select } from 'antd';
import { huiyin } from '../../../api/client';
import { useNames } from '../../../parts/names';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoices } from '../unit-choice';
import { EVENTS, HOOKS, type Hook, type HookEvent } from './hooks';
import { useTexts } from './texts';

interface Wanted {
  readonly url: string;
  readonly description: string;
  readonly events: HookEvent[];
  readonly units: string[];
  readonly kinds: Kind[];
}

interface HookSheetProps {
  readonly of: Hook | 'new' | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: Secret) => void;
}

/** Makes a webhook, or changes one. */
export function HookSheet({ of, onClose, onSecret }: HookSheetProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  const names = useNames();
  const hook = of === 'new' ? undefined : of;
  const save = async (wanted: Wanted) => {
    if (!hook) return huiyin.post(HOOKS, { body: { ...wanted, description: wanted.description ?? '' } });
    await huiyin.patch('/api/v1/webhooks/{id}', { path: { id: hook.id }, body: wanted });
    return undefined;
  };
  return (
    <Sheet<Wanted, Awaited<ReturnType<typeof save>>>
      key={hook?.id ?? 'new'}
      title={hook ? hook.url : t('add')}
      open={of !== undefined}
      onClose={onClose}
      initial={
        hook
          ? { ...hook, events: hook.events as HookEvent[] }
          : { events: ['feedback.*'], units: [], kinds: [], description: '' }
      }
      save={save}
      touches={[HOOKS]}
      onSaved={(made) => made?.secret && onSecret({ title: t('secret', { url: made.url }), value: made.secret })}
      {...(hook ? {} : { saveLabel: t('add') })}
    >
      <Form.Item
        name="url"
        label={t('url')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input type="url" placeholder="https://" autoFocus />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="events"
        label={t('events')}
        extra={t('eventsHint')}
        rules={[{ required: true, type: 'array', min: 1, message: shared('required') }]}
      >
        <Select mode="multiple" options={EVENTS.map((event) => ({ value: event, label: event }))} />
      </Form.Item>
      <Form.Item name="units" label={t('units')}>
        <UnitChoices />
      </Form.Item>
      <Form.Item name="kinds" label={t('kinds')}>
        <Select mode="multiple" allowClear options={KINDS.map((kind) => ({ value: kind, label: names.kind(kind) }))} />
      </Form.Item>
    </Sheet>
  );
}
