import { Tooltip } from 'antd';
import { ago, duration, exactDuration, moment } from '../i18n/figures';
import { texts } from '../i18n/texts';
import { useNow } from './now';

const useTexts = texts('time', {
  zh: { left: '还剩 {{time}}', over: '超时 {{time}}', none: '无时限' },
  en: { left: '{{time}} left', over: '{{time}} over', none: 'No limit' },
});

/** A length of time in words; to the microsecond on hover. A dash where there is none. */
export function Length({ seconds }: { seconds: number | null | undefined }) {
  if (seconds === null || seconds === undefined) return <span className="faint">–</span>;
  return (
    <Tooltip title={exactDuration(seconds)}>
      <time className="figure">{duration(seconds)}</time>
    </Tooltip>
  );
}

/** A moment, as long ago as it is; exact on hover. */
export function When({ iso }: { iso: string | null | undefined }) {
  const now = useNow();
  if (!iso) return <span className="faint">–</span>;
  return (
    <Tooltip title={moment(iso)}>
      <time dateTime={iso}>{ago(iso, now)}</time>
    </Tooltip>
  );
}

/** How near a limit is: over it, within a quarter of a day, or far. */
export type Urgency = 'late' | 'close' | 'calm';

const CLOSE_SECONDS = 6 * 3_600;

/** How near a limit is at the moment `now`, in milliseconds since 1970. */
export function urgencyOf(limitAt: string | null, now: number): Urgency {
  if (!limitAt) return 'calm';
  const left = (Date.parse(limitAt) - now) / 1_000;
  if (left < 0) return 'late';
  return left < CLOSE_SECONDS ? 'close' : 'calm';
}

/** The time left until a limit, in words and in the colour of its urgency; exact on hover. */
export function TimeLeft({ limitAt }: { limitAt: string | null }) {
  const t = useTexts();
  const now = useNow();
  if (!limitAt) return <span className="faint">{t('none')}</span>;
  const left = (Date.parse(limitAt) - now) / 1_000;
  return (
    <Tooltip title={moment(limitAt)}>
      <time dateTime={limitAt} className={`left left-${urgencyOf(limitAt, now)}`}>
        {t(left < 0 ? 'over' : 'left', { time: duration(left) })}
      </time>
    </Tooltip>
  );
}
