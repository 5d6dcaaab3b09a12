import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { Answer, Operation } from '@huiyin/client';
import { ask, huiyin, type Got } from '../../../api/client';
import { share } from '../../../i18n/figures';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { useTexts } from './texts';

const MODELS = '/api/v1/models';
type Model = Got<typeof MODELS>[number];
type Trials = Answer<Operation<'post', '/api/v1/models/train'>>;

/** The models that judge kind, category and sentiment: their versions, and training from corrections. */
export function Models() {
  const t = useTexts();
  const models = useQuery(ask(MODELS));
  const [trials, setTrials] = useState<Trials>([]);
  const training = useSaving<void, Trials>({
    save: () => huiyin.post('/api/v1/models/train', { body: { dryRun: false } }),
    touches: [MODELS],
    onSaved: setTrials,
  });
  return (
    <Panel
      title={t('models')}
      extra={
        <Button loading={training.isPending} onClick={() => training.mutate()}>
          {t('train')}
        </Button>
      }
    >
      <div className="stack">
        <p className="faint">{t('modelsHint')}</p>
        {trials.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={t('trained')}
            description={trials.map(({ field, verdict, because }) => (
              <p key={field} title={because}>
                {t('verdict', { field: t(field), verdict: t(verdict) })}
              </p>
            ))}
          />
        )}
        <Answered of={models} rows={3}>
          {(all) =>
            all.length === 0 ? <Empty title={t('noModels')} hint={t('noModelsHint')} /> : <Table models={all} />
          }
        </Answered>
      </div>
    </Panel>
  );
}

function Table({ models }: { models: readonly Model[] }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const using = useSaving<Model>({
    save: ({ version, field }) => huiyin.post(MODELS, { body: { use: version, field } }),
    touches: [MODELS],
    onSaved: (_, { version }) => void message.success(t('used', { version })),
  });
  const accuracy = (of: { accuracy: number } | null) => (of ? share(of.accuracy) : '–');
  return (
    <Grid
      label={t('models')}
      rows={models}
      keyOf={({ field, version }) => `${field} ${version}`}
      columns={[
        { title: t('field'), cell: ({ field }) => t(field) },
        { title: t('version'), wide: true, cell: ({ version, state }) => <><span className="code small">{version}</span> <span className="tag">{t(state === 'in-use' ? 'inUse' : state)}</span></> }, // prettier-ignore
        { title: t('examples'), figures: true, cell: ({ figures }) => figures.examples },
        { title: t('before'), figures: true, cell: ({ figures }) => accuracy(figures.before) },
        { title: t('after'), figures: true, cell: ({ figures }) => accuracy(figures.after) },
        { title: t('at'), cell: ({ trainedAt }) => <When iso={trainedAt} /> },
        {
          title: shared('actions'),
          cell: (model) =>
            model.state !== 'in-use' && (
              <Button size="small" aria-label={`${t('use')}: ${model.version}`} onClick={() => using.mutate(model)}>
                {t('use')}
              </Button>
            ),
        },
      ]}
    />
  );
}
