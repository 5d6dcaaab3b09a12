import { KINDS, type Kind } from '@huiyin/loop';
import { Link } from 'react-router';
import { count, share } from '../../i18n/figures';
import { useNames } from '../../parts/names';
import { Panel } from '../../parts/page';
import { useUnits } from '../../parts/units';
import { linkTo } from '../../parts/url-state';
import type { Cluster } from './cluster';
import { useTexts } from './texts';

/** What customers said, the most representative first. */
export function Quotes({ cluster: { quotes, summary } }: { cluster: Cluster }) {
  const t = useTexts();
  return (
    <Panel title={t('quotes')}>
      {summary && <p className="cluster-summary">{summary}</p>}
      {quotes.length === 0 && <p className="faint">{t('noQuotes')}</p>}
      {quotes.map(({ feedbackId, text }) => (
        <blockquote key={feedbackId} className="cluster-quote">
          <Link to={`/feedback/${feedbackId}`}>{text}</Link>
        </blockquote>
      ))}
    </Panel>
  );
}

/** Kinds, mood, units and regions as plain bars; each opens its items where a list can be narrowed so. */
export function WhoAndWhere({ cluster }: { cluster: Cluster }) {
  const t = useTexts();
  const names = useNames();
  const units = useUnits();
  const { id, size, kinds, regions, sentiment, repeats } = cluster;
  const moods = (['negative', 'neutral', 'positive'] as const).map((name) => ({
    key: name,
    name: names.sentiment(name),
    items: sentiment[name],
  }));
  return (
    <Panel title={t('who')}>
      <Bars
        title={t('kinds')}
        size={size}
        rows={kinds.map(({ name, items }) => ({
          ...{ key: name, items, name: isKind(name) ? names.kind(name) : name },
          to: linkTo('/feedback', { cluster: id, kind: name }),
        }))}
      />
      <Bars title={t('sentiment')} size={size} rows={moods.filter(({ items }) => items > 0)} />
      <Bars
        title={t('units')}
        size={size}
        rows={cluster.units.map(({ name, items }) => ({
          ...{ key: name, items, name: units.pathOf(name) },
          to: linkTo('/feedback', { cluster: id, unit: name }),
        }))}
      />
      <Bars title={t('regions')} size={size} rows={regions.map(({ name, items }) => ({ key: name, name, items }))} />
      {repeats > 0 && <p className="faint small">{t('repeats', { count: repeats })}</p>}
    </Panel>
  );
}

function isKind(name: string): name is Kind {
  return (KINDS as readonly string[]).includes(name);
}

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly items: number;
  readonly to?: string;
}

function Bars({ title, rows, size }: { title: string; rows: readonly Bar[]; size: number }) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ items }) => items), 1);
  return (
    <div className="cluster-bars">
      <h3>{title}</h3>
      <ul>
        {rows.map(({ key, name, items, to }) => (
          <li key={key} title={share(items / Math.max(1, size))}>
            <span className="row-words">{to ? <Link to={to}>{name}</Link> : name}</span>
            <span className="cluster-bar">
              <span style={{ width: `${(items / most) * 100}%` }} />
            </span>
            <span className="figure">{count(items)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The words that most of it is about; each opens the items that have it. */
export function Topics({ cluster: { id, keywords } }: { cluster: Cluster }) {
  const t = useTexts();
  return (
    <Panel title={t('topics')}>
      {keywords.length === 0 && <p className="faint">{t('noTopics')}</p>}
      <p className="cluster-topics">
        {keywords.map((word) => (
          <Link key={word} className="tag" to={linkTo('/feedback', { cluster: id, q: word })}>
            {word}
          </Link>
        ))}
      </p>
    </Panel>
  );
}
