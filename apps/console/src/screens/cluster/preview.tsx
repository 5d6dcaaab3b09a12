import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { Answer, Operation } from '@huiyin/client';
import { huiyin } from '../../api/client';
import { count } from '../../i18n/figures';
import { useDebounced } from '../../parts/debounced';
import { Trouble } from '../../parts/states';
import { useAnswerTexts } from './answer-texts';

type Previewed = Answer<Operation<'post', '/api/v1/clusters/{id}/resolution/preview'>>;

/** After so long without typing the preview is asked for. */
const PAUSE_MS = 350;
const HAN = /\p{Script=Han}/u;

/** What an answer would do, and whether it is of the words as they stand now. */
export function usePreview(id: string, reply: string) {
  const words = reply.trim();
  const asked = useDebounced(words, PAUSE_MS);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['/api/v1/clusters/{id}/resolution/preview', id, asked],
    queryFn: ({ signal }) =>
      huiyin.post('/api/v1/clusters/{id}/resolution/preview', { path: { id }, body: { reply: asked }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const preview = words === '' ? undefined : data;
  return { preview, error, current: Boolean(preview) && asked === words && !isPlaceholderData };
}

/** Who would be told, through what, and what they would read. */
export function Preview(props: { preview: Previewed | undefined; error: unknown; reply: string }) {
  const { preview, error, reply } = props;
  const t = useAnswerTexts();
  if (error) return <Trouble error={error} />;
  if (!preview) return <p className="faint answer-preview">{t('waiting')}</p>;
  const { affected, looked, channels, unreachable, samples } = preview;
  if (affected === 0) return <p className="answer-preview">{t('nobody')}</p>;
  const other = HAN.test(reply) ? 'en' : 'zh';
  const foreign = samples.find(({ language }) => language === other)?.items ?? 0;
  return (
    <section className="answer-preview" aria-live="polite">
      <p className="answer-told">{t('told', { count: affected })}</p>
      <ul className="answer-channels">
        {channels.map(({ channel, items }) => (
          <li key={channel}>
            {t(channel)} <strong className="figure">{count(items)}</strong>
          </li>
        ))}
      </ul>
      {unreachable > 0 && <p className="left-close">{t('unreachable', { count: unreachable })}</p>}
      {looked < affected && <p className="faint small">{t('of', { n: looked })}</p>}
      {foreign > 0 && (
        <p className="left-close">{t(other === 'en' ? 'writeEnglish' : 'writeChinese', { count: foreign })}</p>
      )}
      <Samples samples={samples} />
    </section>
  );
}

function Samples({ samples }: { samples: Previewed['samples'] }) {
  const t = useAnswerTexts();
  const [chosen, setChosen] = useState<'zh' | 'en'>();
  const most = samples.toSorted((a, b) => b.items - a.items)[0]?.language ?? 'zh';
  const sample = samples.find(({ language }) => language === (chosen ?? most));
  if (!sample) return null;
  return (
    <>
      <div className="answer-as-read">
        <h3>{t('asRead')}</h3>
        <Segmented
          aria-label={t('asRead')}
          value={sample.language}
          options={samples.map(({ language, items }) => ({ value: language, label: t(language, { n: items }) }))}
          onChange={setChosen}
        />
      </div>
      <article className="answer-letter" lang={sample.language === 'zh' ? 'zh-CN' : 'en'}>
        <p>
          <strong>{sample.subject}</strong>
        </p>
        <p>{sample.text}</p>
        {sample.sms !== null && (
          <p className="answer-sms">
            {t('sms2')} {sample.sms}
          </p>
        )}
      </article>
    </>
  );
}
