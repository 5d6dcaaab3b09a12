import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ask, huiyin } from '../../../api/client';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { SecretWindow, type Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { useTexts } from './texts';

const SOURCES = '/api/v1/sources';

/** Sources that are told the answers to their feedback. */
export function Sources() {
  const t = useTexts();
  const shared = useSharedTexts();
  const sources = useQuery(ask(SOURCES));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret | undefined>();
  const { modal } = App.useApp();
  const removing = useSaving<string>({
    save: (name) => huiyin.delete('/api/v1/sources/{name}', { path: { name } }),
    touches: [SOURCES],
  });
  const remove = (name: string) =>
    modal.confirm({
      title: t('removeTitle', { name }),
      content: t('removeHint'),
      okText: shared('remove'),
      okButtonProps: { danger: true },
      cancelText: shared('cancel'),
      onOk: () => removing.mutateAsync(name).catch(() => undefined),
    });
  const add = <Button onClick={() => setAdding(true)}>{t('addSource')}</Button>;
  return (
    <Panel title={t('sources')} extra={add}>
      <div className="stack">
        <p className="faint">{t('sourcesHint')}</p>
        <Answered of={sources} rows={2}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t('noSources')} hint={t('noSourcesHint')} />
            ) : (
              <Grid
                label={t('sources')}
                rows={all}
                keyOf={({ name }) => name}
                columns={[
                  { title: t('name'), cell: ({ name }) => name },
                  {
                    title: t('url'),
                    wide: true,
                    cell: ({ callbackUrl }) => <span className="code small">{callbackUrl}</span>,
                  },
                  { title: t('since'), cell: ({ createdAt }) => <When iso={createdAt} /> },
                  { title: shared('actions'), cell: ({ name }) => <Button size="small" danger onClick={() => void remove(name)}>{shared('remove')}</Button> }, // prettier-ignore
                ]}
              />
            )
          }
        </Answered>
      </div>
      <NewSource open={adding} onClose={() => setAdding(false)} onMade={setSecret} />
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Panel>
  );
}

interface Wanted {
  readonly name: string;
  readonly callbackUrl: string;
}

function NewSource(props: { open: boolean; onClose: () => void; onMade: (secret: Secret) => void }) {
  const { open, onClose, onMade } = props;
  const t = useTexts();
  const shared = useSharedTexts();
  const needed = [{ required: true, whitespace: true, message: shared('required') }];
  const save = ({ name, callbackUrl }: Wanted) =>
    huiyin.put('/api/v1/sources/{name}', { path: { name }, body: { callbackUrl } });
  return (
    <Sheet<Wanted, Awaited<ReturnType<typeof save>>>
      title={t('addSource')}
      open={open}
      onClose={onClose}
      initial={{}}
      save={save}
      touches={[SOURCES]}
      onSaved={({ name, secret }) => secret && onMade({ title: t('secret', { name }), value: secret })}
    >
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="callbackUrl" label={t('url')} rules={needed}>
        <Input type="url" placeholder="https://" />
      </Form.Item>
    </Sheet>
  );
}
