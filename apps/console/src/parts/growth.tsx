import { count, share } from '../i18n/figures';
import { texts } from '../i18n/texts';

const useTexts = texts('growth', {
  zh: { up: '上升 {{share}}', times: '增至 {{times}} 倍', down: '下降 {{share}}', steady: '平稳', why: '近 7 天与此前四周的周均相比' }, // prettier-ignore
  en: { up: 'up {{share}}', times: '{{times}} times as many', down: 'down {{share}}', steady: 'steady', why: 'The last 7 days against a week of the four before' }, // prettier-ignore
});

/** Less than this is no change to speak of. */
const STEADY = 0.1;
/** From here on it is said as a multiple. */
const MANY = 2;

const ARROWS = { up: '↗', times: '↗', down: '↘', steady: '→' } as const;

/** Says whether it rises or falls, by the API's `growth`: 1 is steady, 2 is twice as many. */
export function useGrowth(): (growth: number) => { readonly way: keyof typeof ARROWS; readonly said: string } {
  const t = useTexts();
  return (growth) => {
    const way = wayOf(growth);
    return {
      way,
      said: t(way, { share: share(Math.round(Math.abs(growth - 1) * 100) / 100), times: count(Math.round(growth)) }),
    };
  };
}

function wayOf(growth: number): keyof typeof ARROWS {
  if (growth >= MANY) return 'times';
  if (growth >= 1 + STEADY) return 'up';
  return growth <= 1 - STEADY ? 'down' : 'steady';
}

/** Rising or falling, in words and with an arrow. */
export function Growth({ growth }: { growth: number }) {
  const t = useTexts();
  const { way, said } = useGrowth()(growth);
  return (
    <span className="figure" title={t('why')}>
      <span aria-hidden="true">{ARROWS[way]} </span>
      {said}
    </span>
  );
}
