import { Button } from 'antd';
import type { Choice } from './choice';
import { useTexts } from './texts';

/** What can be done with the chosen clusters; how, as long as nothing is chosen. */
export function SelectionBar({ choice, onMerge }: { choice: Choice; onMerge: () => void }) {
  const t = useTexts();
  const { chosen, into, swap, clear } = choice;
  if (chosen.length === 0) return <p className="faint small">{t('hint')}</p>;
  return (
    <div className="selection-bar" role="region" aria-label={t('picked', { n: chosen.length })}>
      <span>{t('picked', { n: chosen.length })}</span>
      {into && chosen.length > 1 && (
        <>
          <Button type="primary" className="selection-merge" onClick={onMerge}>
            <span className="row-words">{t('merge', { name: into.name })}</span>
            <kbd>m</kbd>
          </Button>
          <Button onClick={swap}>{t('swap')}</Button>
        </>
      )}
      <Button type="text" onClick={clear}>
        {t('drop')}
      </Button>
    </div>
  );
}
