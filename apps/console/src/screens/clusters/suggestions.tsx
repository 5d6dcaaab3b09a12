import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { ask, huiyin, type Got } from '../../api/client';
import { useProblem } from '../../api/problem';
import { useMay } from '../../app/session';
import { share } from '../../i18n/figures';
import { refreshClusters, useClusterEdits } from '../../parts/cluster-edits';
import { Panel } from '../../parts/page';
import { useTexts } from './texts';

type Suggestion = Got<'/api/v1/clusters/suggestions'>['items'][number];

const ASKED = ask('/api/v1/clusters/suggestions', { query: { limit: 20 } });

/** Opens and closes the suggestions; not there while there are none. */
export function SuggestionsButton({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const t = useTexts();
  const { data } = useQuery(ASKED);
  if (!data || data.items.length === 0) return null;
  return (
    <Button aria-expanded={open} onClick={() => onOpen(!open)}>
      {open ? t('hide') : t('show', { count: data.items.length })}
    </Button>
  );
}

/** Clusters that look alike or fall apart, as the machine sees it; people decide. Nothing while there is nothing to decide. */
export function Suggestions() {
  const t = useTexts();
  const { data } = useQuery(ASKED);
  const mayEdit = useMay()('clusters:write');
  const { accept, refuse } = useDeciding();
  const found = data?.items ?? [];
  if (found.length === 0) return null;
  return (
    <Panel title={t('suggestions')}>
      <ul className="suggestions">
        {found.map((suggestion) => (
          <li key={suggestion.id}>
            <Sides suggestion={suggestion} />
            {mayEdit && (
              <div className="suggestion-actions">
                <Button type="primary" onClick={() => accept(suggestion)}>
                  {t(suggestion.kind === 'merge' ? 'doMerge' : 'doSplit')}
                </Button>
                <Button onClick={() => refuse(suggestion)}>{t('refuse')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useDeciding() {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const { change } = useClusterEdits();
  const leave = ({ id }: Suggestion) => {
    const before = client.getQueryData(ASKED.queryKey);
    client.setQueryData(ASKED.queryKey, (data) => data && { items: data.items.filter((one) => one.id !== id) });
    return () => client.setQueryData(ASKED.queryKey, before);
  };
  const accept = (suggestion: Suggestion) =>
    void change({
      said: t(suggestion.kind === 'merge' ? 'acceptedMerge' : 'acceptedSplit'),
      ahead: () => leave(suggestion),
      make: () => huiyin.post('/api/v1/clusters/suggestions/{id}/accept', { path: { id: suggestion.id } }),
    });
  const refuse = (suggestion: Suggestion) => {
    const takeBack = leave(suggestion);
    huiyin
      .post('/api/v1/clusters/suggestions/{id}/refuse', { path: { id: suggestion.id } })
      .catch((error: unknown) => {
        takeBack();
        void message.error(problem(error));
      })
      .finally(() => void refreshClusters(client));
  };
  return { accept, refuse };
}

function Sides({ suggestion: { kind, score, cluster, other, part } }: { suggestion: Suggestion }) {
  const t = useTexts();
  return (
    <div>
      <p>
        {t(kind === 'merge' ? 'alike' : 'apart')}{' '}
        <span className="faint small">{t('sure', { share: share(score) })}</span>
      </p>
      <div className="suggestion-sides">
        <Side
          name={cluster.name}
          to={`/clusters/${cluster.id}`}
          side={cluster}
          said={part ? t('stay', { count: cluster.size }) : undefined}
        />
        {other && <Side name={other.name} to={`/clusters/${other.id}`} side={other} />}
        {part && <Side name={t('leave', { count: part.size })} side={part} />}
      </div>
    </div>
  );
}

function Side(props: {
  name: string;
  side: { readonly size: number; readonly quotes: readonly { readonly feedbackId: string; readonly text: string }[] };
  to?: string;
  said?: string | undefined;
}) {
  const { name, side, to, said } = props;
  return (
    <div>
      <p>
        {to ? <Link to={to}>{name}</Link> : <strong>{name}</strong>}{' '}
        {said && <span className="faint small">{said}</span>}
      </p>
      {side.quotes.slice(0, 2).map(({ feedbackId, text }) => (
        <p key={feedbackId} className="faint small suggestion-quote">
          {text}
        </p>
      ))}
    </div>
  );
}
