import { Link } from 'react-router';
import { count, share } from '../../i18n/figures';
import { stageName } from '../../parts/names';
import { Length } from '../../parts/time';
import { linkTo } from '../../parts/url-state';
import { useTexts } from './texts';
import { slower, worst, type Figures } from './worst';

interface Strip {
  readonly now: readonly Figures[];
  readonly before: readonly Figures[];
  /** What the screen is narrowed to goes along to the items of a stage. */
  readonly narrowed: Readonly<Record<string, string>>;
}

/** The stages in loop order; the way back from the last to the first runs under them. */
export function StageStrip({ now, before, narrowed }: Strip) {
  const t = useTexts();
  const longest = Math.max(...now.map(({ waiting, working }) => (waiting.p50 ?? 0) + (working.p50 ?? 0)), 1);
  const marked = worst(now, before)?.stage;
  return (
    <div>
      <ol className="strip" aria-label={t('strip')}>
        {now.map((figures) => (
          <li key={figures.stage} className={figures.stage === marked ? 'stage stage-worst' : 'stage'}>
            <Stage
              figures={figures}
              before={before.find(({ stage }) => stage === figures.stage)}
              longest={longest}
              narrowed={narrowed}
            />
          </li>
        ))}
      </ol>
      <div className="round" aria-hidden="true">
        <span>{t('around')}</span>
      </div>
    </div>
  );
}

function Stage(props: {
  figures: Figures;
  before: Figures | undefined;
  longest: number;
  narrowed: Readonly<Record<string, string>>;
}) {
  const { figures, before, longest, narrowed } = props;
  const { stage, here, overdue, parked, oldestSeconds, waiting, working, inStage, left } = figures;
  const t = useTexts();
  const part = (seconds: number | null) => `${((seconds ?? 0) / longest) * 100}%`;
  return (
    <>
      <Link className="stage-here" to={linkTo('/feedback', { ...narrowed, stage, sort: 'limit' })}>
        <h2>{stageName(stage)}</h2>
        <strong key={here} className="stage-count">
          {count(here)}
        </strong>
        <span className="faint">{t('here')}</span>
      </Link>
      <p className="stage-notes">
        {overdue > 0 && <span className="left-late">{t('overdueShort', { n: overdue })}</span>}
        {parked > 0 && (
          <Link className="left-close" to={linkTo('/feedback', { ...narrowed, stage, state: 'parked' })}>
            {t('parkedShort', { n: parked })}
          </Link>
        )}
        <span className="faint">
          {t('oldest')} <Length seconds={oldestSeconds} />
        </span>
      </p>
      <div className="bar" title={`${t('waiting')} | ${t('working')}`}>
        <div className="bar-waiting" style={{ width: part(waiting.p50) }} />
        <div className="bar-working" style={{ width: part(working.p50) }} />
      </div>
      <dl className="stage-times">
        <dt>{t('median')}</dt>
        <dd>
          <Length seconds={inStage.p50} />
        </dd>
        <dt>{t('p90')}</dt>
        <dd>
          <Length seconds={inStage.p90} />
        </dd>
        <dt>
          <i className="key bar-waiting" />
          {t('waiting')}
        </dt>
        <dd>
          <Length seconds={waiting.p50} />
        </dd>
        <dt>
          <i className="key bar-working" />
          {t('working')}
        </dt>
        <dd>
          <Length seconds={working.p50} />
        </dd>
      </dl>
      <p className="small faint">
        {t('through', { n: left })} · <Change value={slower(figures, before)} />
      </p>
    </>
  );
}

/** Slower is worse and said in red; faster is said plainly. */
function Change({ value }: { value: number | null }) {
  const t = useTexts();
  if (value === null) return t('few');
  if (Math.abs(value) < 0.05) return t('same');
  return value > 0 ? (
    <span className={value >= 0.2 ? 'left-late' : undefined}>{t('slowerShort', { share: share(value) })}</span>
  ) : (
    t('fasterShort', { share: share(-value) })
  );
}
