import { Form, Input, Switch } from 'antd';
import { huiyin } from '../../../api/client';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { JsonField } from './json-field';
import { SENDERS, type Sender } from './sender';
import { useTexts } from './texts';

interface Wanted {
  readonly name: string;
  readonly description?: string;
  readonly check: string;
  readonly mapping: string;
  readonly secret?: string;
  readonly active: boolean;
}

/** After a new secret the old one is taken for a day, so that the sender can be changed over. */
const KEEP_OLD_HOURS = 24;

const FIRST = {
  active: true,
  check: JSON.stringify({ type: 'hmac', header: 'X-Signature', encoding: 'hex', prefix: 'sha256=' }, null, 2),
  mapping: JSON.stringify({ fields: { text: 'content', externalId: 'id', channel: { const: 'crm' } } }, null, 2),
};

interface SenderSheetProps {
  readonly of: Sender | 'new' | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: Secret) => void;
}

/** How a sender is checked, and how its words become ours. */
export function SenderSheet({ of, onClose, onSecret }: SenderSheetProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  const sender = of === 'new' ? undefined : of;
  const save = ({ name, description = '', check, mapping, secret, active }: Wanted) => {
    const read = (text: string) => JSON.parse(text) as Record<string, unknown>;
    const body = {
      description,
      active,
      check: read(check),
      mapping: read(mapping),
      keepOldHours: KEEP_OLD_HOURS,
      ...(secret?.trim() && { secret }),
    };
    return huiyin.put('/api/v1/inbound-sources/{name}', { path: { name: sender?.name ?? name }, body });
  };
  const initial = sender && {
    ...sender,
    check: JSON.stringify(sender.check, null, 2),
    mapping: JSON.stringify(sender.mapping, null, 2),
  };
  return (
    <Sheet<Wanted, Awaited<ReturnType<typeof save>>>
      key={sender?.name ?? 'new'}
      wide
      title={sender?.name ?? t('addIn')}
      open={of !== undefined}
      onClose={onClose}
      initial={initial ?? FIRST}
      save={save}
      touches={[SENDERS]}
      onSaved={({ name, secret }, given) =>
        secret && !given.secret && onSecret({ title: t('secretOf', { name }), value: secret })
      }
    >
      {!sender && (
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('nameHint')}
          rules={[{ required: true, whitespace: true, message: shared('required') }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
      )}
      <Form.Item name="description" label={t('description')}>
        <Input maxLength={200} />
      </Form.Item>
      <JsonField name="check" label={t('check')} rows={6} />
      <JsonField name="mapping" label={t('mapping')} rows={10} />
      <Form.Item name="secret" label={t('secretField')} extra={t('secretHint')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="active" label={shared('active')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </Sheet>
  );
}
