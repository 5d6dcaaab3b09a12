import type { Got } from '../../api/client';
import { count, moment } from '../../i18n/figures';
import { useTexts } from './texts';

type CurveData = Got<'/api/v1/bursts/{id}/curve'>;
type Point = CurveData['points'][number];

const [WIDTH, HEIGHT] = [600, 120];

/** What was raised, as a line, on the band in which it lies ordinarily; above the band the line is red. */
export function Curve({ curve, name, active }: { curve: CurveData; name: string; active: boolean }) {
  const t = useTexts();
  const { points, windowHours: hours } = curve;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(...points.map(({ voices }) => voices));
  const top = Math.max(most, ...points.map(({ high }) => high), 1) * 1.05;
  const x = (index: number) => (index / Math.max(1, points.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const said = t('curve', { name, hours, most, high: last.high });
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={said}>
        <path className="curve-band" d={bandOf(points, x, y)} />
        <polyline
          className="curve-expected"
          points={points.map(({ expected }, i) => `${x(i)},${y(expected)}`).join(' ')}
        />
        <polyline className="curve-line" points={points.map(({ voices }, i) => `${x(i)},${y(voices)}`).join(' ')} />
        {hotParts(points).map((part) => (
          <polyline
            key={part[0]}
            className="curve-hot"
            points={part.map((i) => `${x(i)},${y(points[i]!.voices)}`).join(' ')}
          />
        ))}
      </svg>
      <figcaption className="faint small">
        <span>{moment(first.at)}</span>
        <span className="curve-key">
          <i className="curve-key-line" /> {t('line', { hours })} <i className="curve-key-band" /> {t('band')}
          {` ≤ ${count(last.high)}`}
        </span>
        <span>{active ? t('now2') : moment(last.at)}</span>
      </figcaption>
    </figure>
  );
}

type Scale = (value: number) => number;

function bandOf(points: readonly Point[], x: Scale, y: Scale): string {
  const upper = points.map(({ high }, i) => `${x(i)},${y(high)}`);
  const lower = points.map(({ low }, i) => `${x(i)},${y(low)}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** Runs of points above the band, each with the point before it, so that the line begins at the band. */
function hotParts(points: readonly Point[]): number[][] {
  const parts: number[][] = [];
  points.forEach(({ voices, high }, index) => {
    if (voices <= high) return;
    const part = parts.at(-1);
    if (part?.at(-1) === index - 1) part.push(index);
    else parts.push(index === 0 ? [index] : [index - 1, index]);
  });
  return parts;
}
