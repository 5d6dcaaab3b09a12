import { App, Button, Dropdown, Switch } from 'antd';
import { MoreOutlined } from '@ant-design/icons';
import { huiyin } from '../../../api/client';
import { moment } from '../../../i18n/figures';
import { useNow } from '../../../parts/now';
import { Grid } from '../grid';
import { useSaving, useUndo } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { HOOKS, type Hook } from './hooks';
import { useTexts } from './texts';

/** What a sheet can be opened for. */
export type HookTask = 'edit' | 'attempts' | 'replay' | 'rotate';

interface HooksTableProps {
  readonly hooks: readonly Hook[];
  readonly onTask: (task: HookTask, hook: Hook) => void;
}

/** The webhooks, with how their targets do. */
export function HooksTable({ hooks, onTask }: HooksTableProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  return (
    <Grid
      label={t('out')}
      rows={hooks}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('url'),
          wide: true,
          cell: ({ url, description }) => (
            <>
              <span className="code small">{url}</span>
              {description && <div className="faint small">{description}</div>}
            </>
          ),
        },
        { title: t('events'), cell: ({ events }) => <span className="small">{events.slice(0, 2).join(', ')}{events.length > 2 && ' …'}</span> }, // prettier-ignore
        { title: t('state'), cell: (hook) => <State of={hook} /> },
        { title: shared('active'), cell: (hook) => <OnOff of={hook} /> },
        { title: shared('actions'), cell: (hook) => <Doing of={hook} onTask={onTask} /> },
      ]}
    />
  );
}

function State({ of: { active, offReason, failures, pausedUntil, waiting, replaying } }: { of: Hook }) {
  const t = useTexts();
  const now = useNow();
  const backlog = waiting > 0 && <span className="faint small"> {t('waiting', { n: waiting })}</span>;
  if (!active) {
    const why = { person: 'offPerson', gone: 'offGone', failing: 'offFailing' } as const;
    return <span className={offReason === 'person' ? 'faint' : 'late'}>{t(why[offReason ?? 'person'])}</span>;
  }
  if (replaying) return <>{t('replaying')}{backlog}</>; // prettier-ignore
  if (pausedUntil && Date.parse(pausedUntil) > now)
    return <span className="close-to">{t('paused', { until: moment(pausedUntil) })}</span>;
  if (failures > 0) return <span className="close-to">{t('failing', { count: failures })}{backlog}</span>; // prettier-ignore
  return <>{t('on')}{backlog}</>; // prettier-ignore
}

function OnOff({ of: { id, url, active } }: { of: Hook }) {
  const t = useTexts();
  const undo = useUndo();
  const switching = useSaving<boolean>({
    save: (on) => huiyin.patch('/api/v1/webhooks/{id}', { path: { id }, body: { active: on } }),
    touches: [HOOKS],
    onSaved: (_, on) => undo(t(on ? 'switchedOn' : 'switchedOff'), () => switching.mutate(!on)),
  });
  return (
    <Switch
      size="small"
      checked={active}
      loading={switching.isPending}
      aria-label={t('switch', { url })}
      onChange={(on) => switching.mutate(on)}
    />
  );
}

function Doing({ of: hook, onTask }: { of: Hook; onTask: HooksTableProps['onTask'] }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const { message, modal } = App.useApp();
  const path = { id: hook.id };
  const testing = useSaving({
    save: () => huiyin.post('/api/v1/webhooks/{id}/test', { path }),
    touches: [HOOKS, '/api/v1/webhooks/{id}/attempts'],
    onSaved: ({ status, durationMs, error }) => {
      if (!error) void message.success(t('tested', { status: String(status), ms: durationMs }));
      else void message.warning(t('testFailed', { why: error }));
    },
  });
  const removing = useSaving({ save: () => huiyin.delete('/api/v1/webhooks/{id}', { path }), touches: [HOOKS] });
  const remove = () =>
    modal.confirm({
      title: t('removeTitle'),
      content: t('removeHint'),
      okText: shared('remove'),
      okButtonProps: { danger: true },
      cancelText: shared('cancel'),
      onOk: () => removing.mutateAsync().catch(() => undefined),
    });
  const items = [
    { key: 'edit', label: shared('edit'), onClick: () => onTask('edit', hook) },
    { key: 'replay', label: t('replay'), onClick: () => onTask('replay', hook) },
    { key: 'rotate', label: t('rotate'), onClick: () => onTask('rotate', hook) },
    { key: 'remove', label: shared('remove'), danger: true, onClick: () => void remove() },
  ];
  return (
    <div className="line">
      <Button size="small" loading={testing.isPending} onClick={() => testing.mutate()}>
        {t('test')}
      </Button>
      <Button size="small" onClick={() => onTask('attempts', hook)}>
        {t('attempts')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="small" icon={<MoreOutlined />} aria-label={`${shared('more')}: ${hook.url}`} />
      </Dropdown>
    </div>
  );
}
