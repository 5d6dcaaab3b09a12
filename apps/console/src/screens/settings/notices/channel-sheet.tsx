import { Checkbox, Form, Input, Select } from 'antd';
import { huiyin, type Got } from '../../../api/client';
import { language } from '../../../i18n/i18n';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoice } from '../unit-choice';
import { useTexts } from './texts';

export const CHANNELS = '/api/v1/notice-channels';
/** A notice channel and how it does. */
export type Channel = Got<typeof CHANNELS>[number];

const KINDS = ['wecom', 'dingtalk', 'email'] as const;
const EVENTS = ['item.overdue', 'cluster.burst', 'item.parked', 'item.handed-back', 'item.assigned', 'webhook.off', 'notices.off'] as const; // prettier-ignore

interface Wanted extends Pick<Channel, 'name' | 'kind' | 'events' | 'language'> {
  readonly url?: string;
  readonly address?: string;
  readonly secret?: string;
  readonly unit?: string | null;
}

/** Adds a channel, or changes what it tells. Where it goes is not shown again, so it is only written to be changed. */
export function ChannelSheet({ of, onClose }: { of: Channel | 'new' | undefined; onClose: () => void }) {
  const t = useTexts();
  const channel = of === 'new' ? undefined : of;
  const save = ({ name, kind, events, language, url, address, secret, unit }: Wanted): Promise<unknown> => {
    const to = { ...(url?.trim() && { url }), ...(address?.trim() && { address }), ...(secret?.trim() && { secret }) };
    const told = { name, events, language, ...to };
    if (!channel) return huiyin.post(CHANNELS, { body: { ...told, kind, ...(unit && { unit }) } });
    return huiyin.patch('/api/v1/notice-channels/{id}', {
      path: { id: channel.id },
      body: { ...told, unit: unit ?? null },
    });
  };
  return (
    <Sheet<Wanted>
      key={channel?.id ?? 'new'}
      title={channel?.name ?? t('add')}
      open={of !== undefined}
      onClose={onClose}
      initial={
        channel ?? { kind: 'wecom', language: language(), events: ['item.overdue', 'cluster.burst', 'item.parked'] }
      }
      save={save}
      touches={[CHANNELS]}
    >
      <Fields isNew={!channel} />
    </Sheet>
  );
}

function Fields({ isNew }: { isNew: boolean }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const kind: Channel['kind'] | undefined = Form.useWatch<Channel['kind']>('kind');
  const needed = { required: true, message: shared('required') };
  const kept = isNew ? { rules: [{ ...needed, whitespace: true }] } : { extra: t('urlKept') };
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <Select disabled={!isNew} options={KINDS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      {kind === 'email' ? (
        <Form.Item name="address" label={t('address')} {...kept}>
          <Input type="email" />
        </Form.Item>
      ) : (
        <Form.Item name="url" label={t('url')} {...kept}>
          <Input type="url" placeholder="https://" />
        </Form.Item>
      )}
      {kind === 'dingtalk' && (
        <Form.Item name="secret" label={t('secret')} extra={t('secretHint')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      <Form.Item
        name="events"
        label={t('events')}
        rules={[{ required: true, type: 'array', min: 1, message: shared('required') }]}
      >
        <Checkbox.Group className="scopes" options={EVENTS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')}>
        <UnitChoice />
      </Form.Item>
      <Form.Item name="language" label={t('language')}>
        <Select
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
    </>
  );
}
