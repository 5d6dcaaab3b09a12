import { useQueryClient } from '@tanstack/react-query';
import { KINDS, type Kind } from '@huiyin/loop';
import { App, Button, Select, TreeSelect } from 'antd';
import type { ReactNode } from 'react';
import { huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { useMay } from '../../app/session';
import { share } from '../../i18n/figures';
import { useActors } from '../../parts/actors';
import { useCategories } from '../../parts/categories';
import { useNames } from '../../parts/names';
import { Panel } from '../../parts/page';
import type { Item } from './item';
import { useTexts } from './texts';

type Field = 'kind' | 'category' | 'sentiment';
const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;

/** What the analysis found, the words that led to it, and what people put right. */
export function AnalysisPanel({ item }: { item: Item }) {
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  const mayCorrect = useMay()('feedback:write');
  const correct = useCorrecting(item);
  const { analysis } = item;
  if (!analysis) return <Panel title={t('analysis')}><p className="faint">{t('noAnalysis')}</p></Panel>; // prettier-ignore
  const because = (analysis.because ?? {}) as Partial<Record<Field | 'urgency', readonly string[]>>;
  const { scores } = analysis;
  return (
    <Panel title={t('analysis')} extra={<span className="small faint">{analysis.language}</span>}>
      {!analysis.analysable && <p className="left-close">{t('notAnalysable')}</p>}
      <dl className="found">
        <Found item={item} field="kind" name={t('kind')} because={because.kind} sure={scores.kind}>
          <Select<Kind>
            aria-label={t('kind')}
            disabled={!mayCorrect}
            value={item.kind ?? analysis.kind}
            options={KINDS.map((value) => ({ value, label: names.kind(value) }))}
            onChange={(value) => void correct('kind', value)}
          />
        </Found>
        <Found item={item} field="category" name={t('category')} because={because.category} sure={scores.category}>
          <TreeSelect<string>
            aria-label={t('category')}
            disabled={!mayCorrect}
            value={item.category ?? analysis.category}
            treeTitleRender={({ title }) => title as string}
            showSearch
            treeNodeFilterProp="title"
            treeData={categories.tree}
            popupMatchSelectWidth={false}
            onChange={(value) => void correct('category', value)}
          />
        </Found>
        <Found item={item} field="sentiment" name={t('sentiment')} because={because.sentiment}>
          <Select<string>
            aria-label={t('sentiment')}
            disabled={!mayCorrect}
            value={analysis.sentiment.label}
            options={SENTIMENTS.map((value) => ({ value, label: names.sentiment(value) }))}
            onChange={(value) => void correct('sentiment', value)}
          />
        </Found>
        <dt>{t('urgency')}</dt>
        <dd>
          {t(`urgency${Math.min(3, Math.max(0, analysis.urgency)) as 0 | 1 | 2 | 3}`)}
          <Words words={because.urgency} />
        </dd>
      </dl>
    </Panel>
  );
}

function Found(props: {
  item: Item;
  field: Field;
  name: string;
  because: readonly string[] | undefined;
  sure?: number;
  children: ReactNode;
}) {
  const { item, field, name, because, sure, children } = props;
  const t = useTexts();
  const said = useValueNames();
  const correction = item.corrections.find((one) => one.field === field);
  const nameOf = useActors([correction?.actor]);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        {correction ? (
          <span className="small faint">
            {t('corrected', { who: nameOf(correction.actor), previous: said(field, correction.previous) })}
          </span>
        ) : (
          <>
            <Words words={because} />
            {sure !== undefined && <span className="small faint">{t('sure', { share: share(sure) })}</span>}
          </>
        )}
      </dd>
    </>
  );
}

function Words({ words }: { words: readonly string[] | undefined }) {
  const t = useTexts();
  if (!words || words.length === 0) return null;
  return (
    <span className="because small">
      <span className="faint">{t('because')}</span>
      {words.slice(0, 6).map((word) => (
        <span className="tag" key={word}>
          {word}
        </span>
      ))}
    </span>
  );
}

/** Says values of the fields that people correct. */
export function useValueNames(): (field: Field, value: string | null) => string {
  const names = useNames();
  const categories = useCategories();
  return (field, value) => {
    if (value === null) return '–';
    if (field === 'kind') return names.kind(value as Kind);
    return field === 'category' ? categories.pathOf(value) : names.sentiment(value as (typeof SENTIMENTS)[number]);
  };
}

/** Puts a value right at once, with a way back; taken back on the screen when the server refuses. */
function useCorrecting(item: Item) {
  const t = useTexts();
  const problem = useProblem();
  const client = useQueryClient();
  const { message } = App.useApp();
  const path = { idOrReference: item.id };
  const refresh = () => client.invalidateQueries({ queryKey: ['/api/v1/feedback/{idOrReference}'] });
  const before: Record<Field, string | null> = { kind: item.kind, category: item.category, sentiment: item.sentiment };
  const put = async (field: Field, value: string): Promise<void> => {
    client.setQueriesData<Item>({ queryKey: ['/api/v1/feedback/{idOrReference}'] }, (old) => {
      if (!old || old.id !== item.id) return old;
      const found = old.analysis && {
        ...old.analysis,
        sentiment: { ...old.analysis.sentiment, label: value as 'neutral' },
      };
      return field === 'sentiment' ? { ...old, analysis: found } : { ...old, [field]: value };
    });
    try {
      await huiyin.patch('/api/v1/feedback/{idOrReference}', { path, body: { [field]: value } });
    } finally {
      await refresh();
    }
  };
  const fail = (error: unknown): void => void message.error(problem(error));
  return async (field: Field, value: string): Promise<void> => {
    const previous = before[field];
    try {
      await put(field, value);
      const key = `${item.id} ${field}`;
      const back = (): void => {
        message.destroy(key);
        if (previous !== null) put(field, previous).catch(fail);
      };
      const undo = previous !== null && <Button type="link" size="small" onClick={back}>{t('undo')}</Button>; // prettier-ignore
      void message.success({ key, duration: 6, content: <>{t('correctedNow')} {undo}</> }); // prettier-ignore
    } catch (error) {
      fail(error);
    }
  };
}
