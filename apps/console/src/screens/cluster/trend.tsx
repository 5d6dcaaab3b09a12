import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { ask } from '../../api/client';
import { day } from '../../i18n/figures';
import { Panel } from '../../parts/page';
import { Bones, Trouble } from '../../parts/states';
import { useUrlState } from '../../parts/url-state';
import { useAnswerTexts } from './answer-texts';
import { useTexts } from './texts';

type Step = 'day' | 'week';
interface Part {
  readonly day: string;
  readonly items: number;
  readonly customers: number;
}

/** Items by day or week as bars; a mark where everybody was answered. */
export function Trend({ id }: { id: string }) {
  const t = useTexts();
  const [{ by }, change] = useUrlState(['by'] as const);
  const step: Step = by === 'day' ? 'day' : 'week';
  const { data, error, refetch } = useQuery({
    ...ask('/api/v1/clusters/{id}/trend', { path: { id }, query: { by: step } }),
    placeholderData: (before) => before,
  });
  const outcome = useQuery(ask('/api/v1/clusters/{id}/outcome', { path: { id } }));
  const decided = outcome.data?.resolutions.map(({ decidedAt }) => decidedAt) ?? [];
  const choice = (
    <Segmented<Step>
      aria-label={t('trend')}
      value={step}
      options={(['week', 'day'] as const).map((value) => ({ value, label: t(value) }))}
      onChange={(next) => change({ by: next === 'day' ? 'day' : undefined })}
    />
  );
  return (
    <Panel title={t('trend')} extra={choice}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Bones rows={1} height={150} />}
      {data && <Bars parts={data} step={step} decided={decided} />}
    </Panel>
  );
}

function Bars({ parts, step, decided }: { parts: readonly Part[]; step: Step; decided: readonly string[] }) {
  const t = useTexts();
  const most = Math.max(...parts.map(({ items }) => items), 1);
  const total = parts.reduce((sum, { items }) => sum + items, 0);
  const said = t('trendSaid', {
    ...{ from: day(parts[0]?.day ?? ''), items: total, most: total === 0 ? 0 : most },
    unit: t(step === 'day' ? 'dayUnit' : 'weekUnit'),
  });
  return (
    <>
      <p className="small">{said}</p>
      <div className="trend" role="img" aria-label={said}>
        {parts.map((part, place) => (
          <TrendBar
            key={part.day}
            part={part}
            most={most}
            marked={decided.some(
              (at) => at.slice(0, 10) >= part.day && at.slice(0, 10) < (parts[place + 1]?.day ?? '9'),
            )}
          />
        ))}
      </div>
      <p className="trend-ends faint small">
        <span>{parts[0] && day(parts[0].day)}</span>
        <span>{day(parts.at(-1)?.day ?? '')}</span>
      </p>
    </>
  );
}

function TrendBar({ part, most, marked }: { part: Part; most: number; marked: boolean }) {
  const t = useTexts();
  const answers = useAnswerTexts();
  const title = t('bar', { day: day(part.day), items: part.items, people: part.customers });
  return (
    <span className="trend-part" title={marked ? `${title} · ${t('answeredMark')} (${answers('button')})` : title}>
      <span className="trend-bar" style={{ height: `${(part.items / most) * 100}%` }} />
      {marked && <span className="trend-mark" />}
    </span>
  );
}
