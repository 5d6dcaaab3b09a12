import { Link } from 'react-router';
import type { Got } from '../../api/client';
import { count, duration, share } from '../../i18n/figures';
import { Length } from '../../parts/time';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

/** How well promises are kept, as the API has it. */
export type Summary = Got<'/api/v1/insight/summary'>;
type Figure = Summary['kept'];

interface Figures {
  readonly now: Summary;
  readonly before: Summary | undefined;
  readonly narrowed: Narrowed;
}

/** Less than this is no change worth a word, as a share. */
const SAME = 0.0005;

/** Three figures with their change against the period before; each leads to its items. */
export function ThreeFigures({ now, before, narrowed }: Figures) {
  const t = useTexts();
  return (
    <ul className="figures" aria-label={t('figures')}>
      <Big
        name={t('closedLoop')}
        hint={t('closedLoopHint')}
        figure={now.closedLoop}
        before={before?.closedLoop}
        to={narrowed.items({ state: 'closed' })}
        days={narrowed.days}
      />
      <Big
        name={t('solved')}
        hint={t('solvedHint')}
        figure={now.solved}
        before={before?.solved}
        to={narrowed.items({ stage: 'recollect', state: 'closed' })}
        days={narrowed.days}
      />
      <li className="panel figure-card">
        <Link to={narrowed.items({ state: 'closed' })}>
          <h2>{t('round')}</h2>
        </Link>
        <strong className="figure-big">{now.round.p50 === null ? t('few') : <Length seconds={now.round.p50} />}</strong>
        <RoundChange now={now} before={before} days={narrowed.days} />
        <span className="faint small">
          {t('roundHint')} · {t('behind', { n: now.round.n, d: narrowed.days })}
        </span>
      </li>
    </ul>
  );
}

function Big(props: {
  name: string;
  hint: string;
  figure: Figure;
  before: Figure | undefined;
  to: string;
  days: number;
}) {
  const { name, hint, figure, before, to, days } = props;
  const t = useTexts();
  return (
    <li className="panel figure-card">
      <Link to={to}>
        <h2>{name}</h2>
      </Link>
      <strong className="figure-big">{figure.value === null ? t('few') : share(figure.value)}</strong>
      <Change now={figure.value} before={before?.value ?? null} days={days} />
      <span className="faint small">
        {hint} · {t('behind', { n: figure.n, d: days })}
      </span>
    </li>
  );
}

function Change({ now, before, days }: { now: number | null; before: number | null; days: number }) {
  const t = useTexts();
  if (now === null || before === null) return <span className="faint">{t('noBefore', { d: days })}</span>;
  const change = now - before;
  if (Math.abs(change) < SAME) return <span>{t('same', { d: days })}</span>;
  const x = t('points', { n: Math.abs(change) * 100 });
  return <span>{t(change > 0 ? 'up' : 'down', { d: days, x })}</span>;
}

function RoundChange({ now, before, days }: { now: Summary; before: Summary | undefined; days: number }) {
  const t = useTexts();
  const [here, there] = [now.round.p50, before?.round.p50];
  if (here === null || !there) return <span className="faint">{t('noBefore', { d: days })}</span>;
  const change = here / there - 1;
  if (Math.abs(change) < 0.02) return <span>{t('same', { d: days })}</span>;
  return <span>{t(change > 0 ? 'slower' : 'faster', { d: days, x: share(Math.abs(change)) })}</span>;
}

/** What else is worth knowing, in a row of small figures. */
export function OtherFigures({ now, narrowed }: Omit<Figures, 'before'>) {
  const t = useTexts();
  const others: [name: string, figure: Figure, said: (value: number) => string, to: string][] = [
    [t('keptShort'), now.kept, share, narrowed.items({ unit: narrowed.query.unit })],
    [t('reopened'), now.reopened, share, narrowed.items({ stage: 'recollect' })],
    [t('tens'), now.tens, share, narrowed.items({ stage: 'recollect' })],
    [t('nps'), now.nps, count, narrowed.items({ stage: 'recollect' })],
    [t('response'), now.response, share, narrowed.items({ stage: 'recollect' })],
  ];
  return (
    <dl className="panel others" aria-label={t('others')}>
      {others.map(([name, figure, said, to]) => (
        <div key={name}>
          <dt className="faint">
            <Link to={to}>{name}</Link>
          </dt>
          <dd>
            <strong>{figure.value === null ? '–' : said(figure.value)}</strong>{' '}
            <span className="faint small">{figure.withheld ? t('few') : `n = ${count(figure.n)}`}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** From this share on promises count as kept, or as mostly kept. */
const [KEPT, MOSTLY] = [0.9, 0.75];

/** Whether promises are kept, in a sentence. */
export function Promises({ now, days }: { now: Summary; days: number }) {
  const t = useTexts();
  const { kept, closedLoop, round } = now;
  if (kept.value === null) return t('unknown', { count: days });
  const how = kept.value >= KEPT ? 'kept' : kept.value >= MOSTLY ? 'mostly' : 'broken';
  return t(how, {
    n: kept.n,
    share: share(kept.value),
    late: Math.round(kept.n * (1 - kept.value)),
    loop: closedLoop.value === null ? '–' : share(closedLoop.value),
    round: duration(round.p50 ?? 0),
  });
}
