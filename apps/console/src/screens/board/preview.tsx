import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { huiyin } from '../../api/client';
import { language } from '../../i18n/i18n';
import { Trouble } from '../../parts/states';
import type { Subject, Words } from './post';
import { useTexts } from './texts';

/** The page as everybody will see it, made by the same code; in a frame that can do nothing. */
export function Preview({ subject, words }: { subject: Subject | null; words: { zh: Words; en: Words } }) {
  const t = useTexts();
  const shown = language();
  const body = { ...subject, ...words, language: words[shown] ? shown : words.zh ? ('zh' as const) : ('en' as const) };
  const asked = useDeferredValue(JSON.stringify(body));
  const { data, error } = useQuery({
    queryKey: ['/api/v1/board/preview', asked],
    queryFn: ({ signal }) => huiyin.post('/api/v1/board/preview', { body: JSON.parse(asked) as typeof body, signal }),
    enabled: subject !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="board-preview" aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {error && <Trouble error={error} />}
      {subject && data ? (
        <iframe title={t('preview')} sandbox="" srcDoc={data.html} />
      ) : (
        <p className="faint">{t('previewWait')}</p>
      )}
    </section>
  );
}
