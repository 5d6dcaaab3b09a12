import { App, Form, Input, Select } from 'antd';
import { huiyin } from '../../../api/client';
import { useNow } from '../../../parts/now';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { HOOKS, type Hook } from './hooks';
import { useTexts } from './texts';

const HOUR_MS = 3_600_000;
/** `2026-11-22T08:00`, as a field of date and time has it, in the zone of the reader. */
const LOCAL_LENGTH = 16;

function local(ms: number): string {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, LOCAL_LENGTH);
}

/** Tells again what has happened since a moment. */
export function Replay({ of: hook, onClose }: { of: Hook | undefined; onClose: () => void }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const now = useNow();
  const save = ({ from }: { from: string }) =>
    huiyin.post('/api/v1/webhooks/{id}/replay', {
      path: { id: hook?.id ?? '' },
      body: { from: new Date(from).toISOString() },
    });
  return (
    <Sheet<{ from: string }>
      key={hook?.id}
      title={t('replayOf', { url: hook?.url ?? '' })}
      open={hook !== undefined}
      onClose={onClose}
      initial={{ from: local(now - HOUR_MS) }}
      save={save}
      touches={[HOOKS]}
      onSaved={() => void message.success(t('replayed'))}
      saveLabel={t('replay')}
    >
      <Form.Item
        name="from"
        label={t('replayFrom')}
        extra={t('replayHint')}
        rules={[{ required: true, message: shared('required') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </Sheet>
  );
}

/** A new signing secret; for some hours messages carry both signatures. */
export function Rotate(props: { of: Hook | undefined; onClose: () => void; onSecret: (secret: Secret) => void }) {
  const { of: hook, onClose, onSecret } = props;
  const t = useTexts();
  const url = hook?.url ?? '';
  const save = ({ keepOldHours }: { keepOldHours: number }) =>
    huiyin.post('/api/v1/webhooks/{id}/rotate-secret', { path: { id: hook?.id ?? '' }, body: { keepOldHours } });
  return (
    <Sheet<{ keepOldHours: number }, Awaited<ReturnType<typeof save>>>
      key={hook?.id}
      title={t('rotateOf', { url })}
      open={hook !== undefined}
      onClose={onClose}
      initial={{ keepOldHours: 24 }}
      save={save}
      touches={[HOOKS]}
      onSaved={({ secret }) => onSecret({ title: t('secret', { url }), value: secret })}
      saveLabel={t('rotate')}
    >
      <Form.Item name="keepOldHours" label={t('keepOld')}>
        <Select
          options={[0, 1, 24, 72].map((hours) => ({
            value: hours,
            label: hours === 0 ? t('atOnce') : t('hours', { count: hours }),
          }))}
        />
      </Form.Item>
    </Sheet>
  );
}
