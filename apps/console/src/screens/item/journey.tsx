import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { ask } from '../../api/client';
import { duration, exactDuration } from '../../i18n/figures';
import { useActors } from '../../parts/actors';
import { outcomeSentence, stageName } from '../../parts/names';
import { useNow } from '../../parts/now';
import { Panel } from '../../parts/page';
import { Bones, Trouble } from '../../parts/states';
import { Length, When } from '../../parts/time';
import { useUnits } from '../../parts/units';
import { grown, lines, secondsOf, type Drawn, type Visit } from './lengths';
import { useTexts } from './texts';

/** Wide enough for its name to stand in it, per cent. */
const NAMED_PERCENT = 9;

/** The visits of an item as lines whose lengths are time, and one by one. */
export function Journey({ id }: { id: string }) {
  const t = useTexts();
  const now = useNow();
  const { data, error, dataUpdatedAt, refetch } = useQuery(
    ask('/api/v1/feedback/{idOrReference}/journey', { path: { idOrReference: id } }),
  );
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones rows={1} height={140} />;
  const visits = grown(data.visits, (now - dataUpdatedAt) / 1_000);
  const sum = (part: 'waitingSeconds' | 'workingSeconds') => visits.reduce((all, visit) => all + visit[part], 0);
  const [waiting, working] = [sum('waitingSeconds'), sum('workingSeconds')];
  return (
    <Panel
      title={t('journey')}
      extra={
        <span className="small faint journey-key">
          <i className="key bar-waiting" /> {t('waiting')} <i className="key bar-working" /> {t('working')}
        </span>
      }
    >
      <p className="journey-sum">
        {t('journeySum', {
          total: duration(waiting + working),
          waiting: duration(waiting),
          working: duration(working),
        })}
      </p>
      <ol className="journey">
        {lines(visits).map(({ cycle, visits: drawn }, _, all) => (
          <li key={cycle}>
            {all.length > 1 && <span className="small faint">{t('cycleNr', { n: cycle })}</span>}
            <div className="journey-line">
              {drawn.map((one) => (
                <Stay key={one.visit.seq} drawn={one} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <details className="journey-table">
        <summary>{t('table')}</summary>
        <Table visits={visits} />
      </details>
    </Panel>
  );
}

function Stay({ drawn: { visit, width, working } }: { drawn: Drawn }) {
  const t = useTexts();
  const { stage, waitingSeconds, workingSeconds, leftAt, outcome } = visit;
  const exact = [
    stageName(stage),
    `${t('waiting')} ${exactDuration(waitingSeconds)}`,
    `${t('working')} ${exactDuration(workingSeconds)}`,
    leftAt === null ? t('underWay') : outcome && outcomeSentence(stage, outcome),
  ];
  return (
    <Tooltip title={<span className="journey-exact">{exact.filter(Boolean).join('\n')}</span>}>
      <div className={leftAt === null ? 'stay stay-now' : 'stay'} style={{ width: `${width}%` }} data-stage={stage}>
        <div className="stay-bar">
          <div className="bar-waiting" style={{ width: `${(1 - working) * 100}%` }} />
          <div className="bar-working" style={{ width: `${working * 100}%` }} />
        </div>
        {width >= NAMED_PERCENT && (
          <span className="small stay-name">
            {stageName(stage)} <span className="faint">{duration(secondsOf(visit))}</span>
          </span>
        )}
      </div>
    </Tooltip>
  );
}

function Table({ visits }: { visits: readonly Visit[] }) {
  const t = useTexts();
  const units = useUnits();
  const nameOf = useActors(visits.map(({ actor }) => actor));
  const severalCycles = visits.some(({ cycle }) => cycle > 1);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('stage')}</th>
            <th scope="col">{t('entered')}</th>
            <th scope="col">{t('waiting')}</th>
            <th scope="col">{t('working')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('outcome')}</th>
            <th scope="col">{t('by')}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.seq}>
              <td>
                {stageName(visit.stage)}
                {severalCycles && <span className="faint"> · {t('cycleNr', { n: visit.cycle })}</span>}
              </td>
              <td>
                <When iso={visit.enteredAt} />
              </td>
              <td>
                <Length seconds={visit.waitingSeconds} />
              </td>
              <td>
                <Length seconds={visit.workingSeconds} />
              </td>
              <td>{units.nameOf(visit.unit) || '–'}</td>
              <td>{visit.outcome ? outcomeSentence(visit.stage, visit.outcome) : t('underWay')}</td>
              <td>{visit.actor ? nameOf(visit.actor) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
