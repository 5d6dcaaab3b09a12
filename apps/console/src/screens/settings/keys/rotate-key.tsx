import { Form, Select } from 'antd';
import { huiyin } from '../../../api/client';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { KEYS, type Key } from './new-key';
import { useTexts } from './texts';

interface RotateKeyProps {
  readonly of: Key | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: Secret) => void;
}

/** A new secret for a key; the old one goes on for some hours. */
export function RotateKey({ of: key, onClose, onSecret }: RotateKeyProps) {
  const t = useTexts();
  const name = key?.name ?? '';
  const save = ({ hours }: { hours: number }) =>
    huiyin.post('/api/v1/keys/{id}/rotate', { path: { id: key?.id ?? '' }, body: { hours } });
  return (
    <Sheet<{ hours: number }, Awaited<ReturnType<typeof save>>>
      title={t('rotateTitle', { name })}
      open={key !== undefined}
      onClose={onClose}
      initial={{ hours: 24 }}
      save={save}
      touches={[KEYS]}
      saveLabel={t('rotate')}
      onSaved={(made) => onSecret({ title: t('rotated', { name }), value: made.key })}
    >
      <Form.Item name="hours" label={t('rotateHours')} extra={t('rotateHint')}>
        <Select
          options={[0, 1, 24, 72, 168].map((hours) => ({
            value: hours,
            label: hours === 0 ? t('atOnce') : t('hours', { count: hours }),
          }))}
        />
      </Form.Item>
    </Sheet>
  );
}
