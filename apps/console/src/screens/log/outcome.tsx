import type { Receipt } from '@huiyin/client';
import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useProblem } from '../../api/problem';
import { takeOut, type Parcel } from './outbox';
import { useTexts } from './texts';

/** The number to read out, what waits for the line, what was refused, and what was logged before. */
export function Outcome(props: {
  readonly parcels: readonly Parcel[];
  readonly done: readonly Receipt[];
  readonly onTakeBack: (parcel: Parcel) => void;
}) {
  const { parcels, done, onTakeBack } = props;
  const t = useTexts();
  const problem = useProblem();
  const line = useLine();
  const [last, ...before] = done;
  const waiting = parcels.filter(({ trouble, receipt }) => trouble === undefined && !receipt);
  return (
    <div className="log-outcome">
      <div role="status">
        {!line && <p className="left-close">{t('offline')}</p>}
        {waiting.length > 0 && (
          <p>{line && waiting.length === 1 ? t('sending') : t('waiting', { count: waiting.length })}</p>
        )}
        {last && waiting.length === 0 && (
          <p>
            {t('saved')}
            <Link className="log-reference" to={`/feedback/${last.reference}`}>
              {last.reference}
            </Link>
          </p>
        )}
      </div>
      {parcels
        .filter(({ trouble }) => trouble !== undefined)
        .map((parcel) => (
          <Alert
            key={parcel.key}
            type={parcel.receipt ? 'warning' : 'error'}
            showIcon
            title={t(parcel.receipt ? 'halfDone' : 'refused', { why: problem(parcel.trouble) })}
            action={
              parcel.receipt ? (
                <Button onClick={() => takeOut(parcel.key)}>{t('dismiss')}</Button>
              ) : (
                <Button onClick={() => onTakeBack(parcel)}>{t('takeBack')}</Button>
              )
            }
          />
        ))}
      {before.length > 0 && (
        <p className="small faint log-before">
          {t('recent')}
          {before.map(({ id, reference }) => (
            <Link key={id} className="figure" to={`/feedback/${reference}`}>
              {reference}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

/** Whether the computer is on the net, as the browser knows it. */
function useLine(): boolean {
  return useSyncExternalStore(
    (told) => {
      window.addEventListener('online', told);
      window.addEventListener('offline', told);
      return () => {
        window.removeEventListener('online', told);
        window.removeEventListener('offline', told);
      };
    },
    () => navigator.onLine,
  );
}
