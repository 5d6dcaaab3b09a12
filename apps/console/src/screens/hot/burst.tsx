import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ask, type Got } from '../../api/client';
import { useCategories } from '../../parts/categories';
import { Bones } from '../../parts/states';
import { When } from '../../parts/time';
import { linkTo } from '../../parts/url-state';
import { Curve } from './curve';
import { useTexts } from './texts';

/** A hot issue as the API has it. */
export type HotIssue = Got<'/api/v1/bursts'>['items'][number];

const CURVE_MS = 30_000;

/** What is raised, and where. */
export function useBurstName(): (burst: HotIssue) => string {
  const categories = useCategories();
  return ({ cluster, category, region }) =>
    [cluster?.name ?? categories.nameOf(category), region].filter(Boolean).join(' · ');
}

/** Says how many are to be expected. */
export function useUsual(): (expected: number) => string {
  const t = useTexts();
  return (expected) => (expected < 1 ? t('hardly') : t('about', { n: Math.round(expected * 10) / 10 }));
}

/** One hot issue: how much, where, since when, and the curve. Leads to its cluster or its items. */
export function Burst({ burst }: { burst: HotIssue }) {
  const t = useTexts();
  const usual = useUsual();
  const categories = useCategories();
  const { cluster, category, region, windowHours: hours, seen, expected, active, startedAt, endedAt } = burst;
  const top = categories.nameOf((category ?? cluster?.category)?.split('.')[0]);
  const to = cluster
    ? `/clusters/${cluster.id}`
    : linkTo('/feedback', {
        category: category ?? undefined,
        from: new Date(Date.parse(startedAt) - hours * 3_600_000).toISOString(),
      });
  return (
    <article className={active ? 'burst panel' : 'burst burst-over panel'}>
      <h3>
        <Link to={to} title={t(cluster ? 'toCluster' : 'toItems')}>
          {cluster?.name ?? categories.nameOf(category)}
        </Link>
      </h3>
      <p className="burst-facts faint small">
        <span>{region ?? t('everywhere')}</span>
        <span>{top}</span>
        <span>
          {t('since')} <When iso={startedAt} />
        </span>
        <span>
          {active ? t('lasting') : t('over')} {endedAt && <When iso={endedAt} />}
        </span>
      </p>
      <p className="burst-measure">{t('measure', { hours, seen, usual: usual(expected) })}</p>
      <CurveOf burst={burst} />
    </article>
  );
}

/** Asked for when it comes into sight, and again while it lasts. */
function CurveOf({ burst }: { burst: HotIssue }) {
  const nameOf = useBurstName();
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '200px',
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const { data } = useQuery({
    ...ask('/api/v1/bursts/{id}/curve', { path: { id: burst.id } }),
    enabled: seen,
    ...(burst.active && { refetchInterval: CURVE_MS }),
  });
  return (
    <div ref={place} className="burst-curve">
      {data ? <Curve curve={data} name={nameOf(burst)} active={burst.active} /> : <Bones rows={1} height={140} />}
    </div>
  );
}
