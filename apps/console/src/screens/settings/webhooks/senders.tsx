import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask, huiyin } from '../../../api/client';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { SecretWindow, type Secret } from '../secret';
import { useTexts as useSharedTexts } from '../texts';
import { SENDERS, type Sender } from './sender';
import { SenderSheet } from './sender-sheet';
import { useTexts } from './texts';
import { TrySender } from './try-sender';

/** Systems that push feedback in. */
export function Senders() {
  const t = useTexts();
  const senders = useQuery(ask(SENDERS));
  const [edited, setEdited] = useState<Sender | 'new' | undefined>();
  const [tried, setTried] = useState<Sender | undefined>();
  const [secret, setSecret] = useState<Secret | undefined>();
  return (
    <Panel title={t('in')} extra={<Button onClick={() => setEdited('new')}>{t('addIn')}</Button>}>
      <div className="stack">
        <p className="faint">{t('inHint')}</p>
        <Answered of={senders} rows={2}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t('noneIn')} hint={t('noneInHint')} />
            ) : (
              <Table senders={all} onEdit={setEdited} onTry={setTried} />
            )
          }
        </Answered>
      </div>
      <SenderSheet of={edited} onClose={() => setEdited(undefined)} onSecret={setSecret} />
      <TrySender of={tried} onClose={() => setTried(undefined)} />
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Panel>
  );
}

function Table(props: {
  senders: readonly Sender[];
  onEdit: (sender: Sender) => void;
  onTry: (sender: Sender) => void;
}) {
  const { senders, onEdit, onTry } = props;
  const t = useTexts();
  const shared = useSharedTexts();
  const { modal } = App.useApp();
  const removing = useSaving<string>({
    save: (name) => huiyin.delete('/api/v1/inbound-sources/{name}', { path: { name } }),
    touches: [SENDERS],
  });
  const remove = (name: string) =>
    modal.confirm({
      title: `${shared('remove')}: ${name}`,
      okText: shared('remove'),
      okButtonProps: { danger: true },
      cancelText: shared('cancel'),
      onOk: () => removing.mutateAsync(name).catch(() => undefined),
    });
  return (
    <Grid
      label={t('in')}
      rows={senders}
      keyOf={({ name }) => name}
      dimmed={({ active }) => !active}
      columns={[
        { title: t('name'), wide: true, cell: ({ name, description }) => <>{name} <span className="faint small">{description}</span></> }, // prettier-ignore
        { title: t('state'), cell: ({ active, refusal }) => (!active ? shared('off') : refusal ? <span className="close-to import-problem">{t('refusal', { detail: refusal.detail })} <When iso={refusal.at} /></span> : t('noRefusal')) }, // prettier-ignore
        {
          title: shared('actions'),
          cell: (sender) => (
            <div className="line">
              <Button size="small" onClick={() => onTry(sender)}>
                {t('try')}
              </Button>
              <Button size="small" onClick={() => onEdit(sender)}>
                {shared('edit')}
              </Button>
              <Button size="small" danger onClick={() => void remove(sender.name)}>
                {shared('remove')}
              </Button>
            </div>
          ),
        },
      ]}
    />
  );
}
