import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { Page, Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { Answered } from '../grid';
import { SecretWindow, type Secret } from '../secret';
import { Attempts } from './attempts';
import { HookSheet } from './hook-sheet';
import { HOOKS, type Hook } from './hooks';
import { HooksTable, type HookTask } from './hooks-table';
import { Replay, Rotate } from './replay-and-rotate';
import { Senders } from './senders';
import { useTexts } from './texts';

/** What is told to other systems, and what they push in. */
export default function Webhooks() {
  const t = useTexts();
  const hooks = useQuery(ask(HOOKS));
  const [making, setMaking] = useState(false);
  const [task, setTask] = useState<{ name: HookTask; hook: Hook } | undefined>();
  const [secret, setSecret] = useState<Secret | undefined>();
  const done = () => setTask(undefined);
  const of = (name: HookTask) => (task?.name === name ? task.hook : undefined);
  const add = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <Panel title={t('out')} extra={add}>
        <Answered of={hooks} rows={3}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t('none')} hint={t('noneHint')} />
            ) : (
              <HooksTable hooks={all} onTask={(name, hook) => setTask({ name, hook })} />
            )
          }
        </Answered>
      </Panel>
      <Senders />
      <HookSheet
        of={making ? 'new' : of('edit')}
        onClose={() => (making ? setMaking(false) : done())}
        onSecret={setSecret}
      />
      <Attempts of={of('attempts')} onClose={done} />
      <Replay of={of('replay')} onClose={done} />
      <Rotate of={of('rotate')} onClose={done} onSecret={setSecret} />
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Page>
  );
}
