import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useProblem } from '../api/problem';
import { texts } from '../i18n/texts';

const useTexts = texts('states-of-a-screen', {
  zh: { again: '重试', loading: '正在载入' },
  en: { again: 'Try again', loading: 'Loading' },
});

/** What went wrong, what was kept, and what to do. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts();
  const problem = useProblem();
  return (
    <Alert
      type="error"
      showIcon
      title={problem(error)}
      action={onRetry && <Button onClick={onRetry}>{t('again')}</Button>}
    />
  );
}

/** Nothing there: says so, and what to do next. */
export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint && <p className="faint">{hint}</p>}
      {action}
    </div>
  );
}

/** Where something will stand in a moment: as high as it will be, so that nothing jumps. */
export function Bones({ rows = 4, height = 36 }: { rows?: number; height?: number }) {
  const t = useTexts();
  return (
    <div className="bones" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="bone" style={{ height: height - 12 }} />
      ))}
    </div>
  );
}
