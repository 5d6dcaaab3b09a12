import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { ask } from '../../api/client';
import { useMay } from '../../app/session';
import { useGrowth } from '../../parts/growth';
import { Bones, Trouble } from '../../parts/states';
import { useUrlState } from '../../parts/url-state';
import { Answer } from './answer';
import './cluster.css';
import { Decide } from './decide';
import { Head } from './head';
import type { Cluster } from './cluster';
import { History } from './history';
import { Items } from './items';
import { Outcome } from './outcome';
import { useTexts } from './texts';
import { Trend } from './trend';
import { Quotes, Topics, WhoAndWhere } from './voices';

/** What these customers want, in their own words; how it goes; what is done about it. */
export function Component() {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const { data: cluster, error, refetch } = useQuery(ask('/api/v1/clusters/{id}', { path: { id } }));
  if (error && !cluster) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!cluster) return <Bones rows={8} height={72} />;
  if (cluster.mergedInto) {
    const query = new URLSearchParams(search);
    query.set('merged', cluster.name);
    return <Navigate to={`/clusters/${cluster.mergedInto}?${query.toString()}`} replace />;
  }
  return <Shown key={id} cluster={cluster} />;
}

function Shown({ cluster }: { cluster: Cluster }) {
  const t = useTexts();
  const mayEdit = useMay()('clusters:write');
  const mayRead = useMay()('feedback:read');
  const [{ merged }, change] = useUrlState(['merged'] as const);
  const { name, customers, week, growth, open, size } = cluster;
  useEffect(() => {
    document.title = `${name} · 回音`;
  }, [name]);
  const changed = useGrowth()(growth).said;
  return (
    <div className="page">
      {merged && (
        <Alert
          type="info"
          showIcon
          closable
          title={t('leads')}
          description={merged}
          onClose={() => change({ merged: undefined })}
        />
      )}
      <Head cluster={cluster} mayEdit={mayEdit} answer={mayEdit && <Answer cluster={cluster} />} />
      <p className="sentence">
        {size === 0 ? t('empty') : t('sentence', { people: customers, week, change: changed, open })}
      </p>
      <div className="cluster-halves">
        <div className="cluster-half">
          <Quotes cluster={cluster} />
          <Trend id={cluster.id} />
          <Outcome id={cluster.id} />
          <Topics cluster={cluster} />
          <History id={cluster.id} mayEdit={mayEdit} />
        </div>
        <div className="cluster-half">
          <Decide cluster={cluster} mayEdit={mayEdit} />
          <WhoAndWhere cluster={cluster} />
        </div>
      </div>
      {mayRead && <Items cluster={cluster} mayEdit={mayEdit} />}
    </div>
  );
}
