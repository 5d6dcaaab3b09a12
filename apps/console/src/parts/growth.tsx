import { share } from '../i18n/figures';
import { texts } from '../i18n/texts';

const useTexts = texts('growth', {
  zh: { up: '上升 {{share}}', down: '下降 {{share}}', steady: '平稳', why: '近 7 天与此前四周的周均相比' },
  en: { up: 'up {{share}}', down: 'down {{share}}', steady: 'steady', why: 'The last 7 days against a week of the four before' }, // prettier-ignore
});

/** Less than this is no change to speak of. */
const STEADY = 0.1;

/** In which direction, by the API's `growth`: 1 is steady. */
export function directionOf(growth: number): 'up' | 'down' | 'steady' {
  if (growth >= 1 + STEADY) return 'up';
  return growth <= 1 - STEADY ? 'down' : 'steady';
}

const ARROWS = { up: '↗', down: '↘', steady: '→' } as const;

/** Rising or falling, in words and with an arrow. */
export function Growth({ growth }: { growth: number }) {
  const t = useTexts();
  const direction = directionOf(growth);
  return (
    <span className="figure" title={t('why')}>
      <span aria-hidden="true">{ARROWS[direction]} </span>
      {t(direction, { share: share(Math.abs(growth - 1)) })}
    </span>
  );
}
