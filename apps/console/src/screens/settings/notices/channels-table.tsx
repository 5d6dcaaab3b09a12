import { App, Button, Switch } from 'antd';
import { huiyin } from '../../../api/client';
import { Grid } from '../grid';
import { useSaving, useUndo } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { CHANNELS, type Channel } from './channel-sheet';
import { useTexts } from './texts';

interface ChannelsTableProps {
  readonly channels: readonly Channel[];
  readonly onEdit: (channel: Channel) => void;
  readonly onAttempts: (channel: Channel) => void;
}

/** The channels, with how they do. */
export function ChannelsTable({ channels, ...doing }: ChannelsTableProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  return (
    <Grid
      label={t('title')}
      rows={channels}
      keyOf={({ id }) => id}
      columns={[
        { title: t('name'), wide: true, cell: ({ name, events }) => <>{name} <div className="faint small">{events.map((event) => t(event)).join('、')}</div></> }, // prettier-ignore
        { title: t('kind'), cell: ({ kind }) => t(kind) },
        { title: t('target'), cell: ({ target }) => <span className="code small">{target}</span> },
        { title: t('state'), cell: (channel) => <State of={channel} /> },
        { title: shared('active'), cell: (channel) => <OnOff of={channel} /> },
        { title: shared('actions'), cell: (channel) => <Doing of={channel} {...doing} /> },
      ]}
    />
  );
}

function State({ of: { active, offReason, failures, lastError } }: { of: Channel }) {
  const t = useTexts();
  const why = { person: 'offPerson', gone: 'offGone', refused: 'offRefused', failing: 'offFailing' } as const;
  if (!active)
    return (
      <span className={offReason === 'person' ? 'faint' : 'late import-problem'}>
        {t(why[offReason ?? 'person'])} {offReason !== 'person' && lastError}
      </span>
    );
  if (failures > 0) return <span className="close-to import-problem">{t('failing', { count: failures })} {lastError}</span>; // prettier-ignore
  return t('on');
}

function OnOff({ of: { id, name, active, language } }: { of: Channel }) {
  const t = useTexts();
  const undo = useUndo();
  const switching = useSaving<boolean>({
    save: (on) => huiyin.patch('/api/v1/notice-channels/{id}', { path: { id }, body: { active: on, language } }),
    touches: [CHANNELS],
    onSaved: (_, on) => undo(t(on ? 'switchedOn' : 'switchedOff'), () => switching.mutate(!on)),
  });
  return (
    <Switch
      size="small"
      checked={active}
      loading={switching.isPending}
      aria-label={t('switch', { name })}
      onChange={(on) => switching.mutate(on)}
    />
  );
}

function Doing({ of: channel, onEdit, onAttempts }: Omit<ChannelsTableProps, 'channels'> & { of: Channel }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const { message, modal } = App.useApp();
  const path = { id: channel.id };
  const testing = useSaving({
    save: () => huiyin.post('/api/v1/notice-channels/{id}/test', { path }),
    touches: [CHANNELS, '/api/v1/notice-channels/{id}/attempts'],
    onSaved: ({ error }) =>
      void (error ? message.warning(t('testFailed', { why: error })) : message.success(t('tested'))),
  });
  const removing = useSaving({
    save: () => huiyin.delete('/api/v1/notice-channels/{id}', { path }),
    touches: [CHANNELS],
  });
  const remove = () =>
    modal.confirm({
      title: t('removeTitle', { name: channel.name }),
      content: t('removeHint'),
      okText: shared('remove'),
      okButtonProps: { danger: true },
      cancelText: shared('cancel'),
      onOk: () => removing.mutateAsync().catch(() => undefined),
    });
  return (
    <div className="line">
      <Button size="small" loading={testing.isPending} onClick={() => testing.mutate()}>
        {t('test')}
      </Button>
      <Button size="small" onClick={() => onAttempts(channel)}>
        {t('attempts')}
      </Button>
      <Button size="small" onClick={() => onEdit(channel)}>
        {shared('edit')}
      </Button>
      <Button size="small" danger onClick={() => void remove()}>
        {shared('remove')}
      </Button>
    </div>
  );
}
