import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ask, huiyin } from '../../../api/client';
import { useMay } from '../../../app/session';
import { useActors } from '../../../parts/actors';
import { useCategories } from '../../../parts/categories';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving, useUndo } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { NewWords } from './new-words';
import { useTexts } from './texts';
import { WORDS, type Word } from './word';

/** The operator's own words: what the machine takes for one word, for a hint of a category, or for nothing. */
export function Dictionary() {
  const t = useTexts();
  const may = useMay();
  const words = useQuery(ask(WORDS));
  const [search, setSearch] = useState('');
  return (
    <Panel title={t('words')}>
      <div className="stack">
        <p className="faint">{may('admin') ? t('wordsHint') : t('onlyAdmin')}</p>
        {may('admin') && <NewWords />}
        <Answered of={words} rows={4}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t('none')} hint={t('noneHint')} />
            ) : (
              <>
                <Input.Search
                  className="filter-wide"
                  placeholder={t('search')}
                  aria-label={t('search')}
                  allowClear
                  onChange={({ target }) => setSearch(target.value.trim())}
                />
                <Table words={all.filter(({ word }) => word.includes(search))} />
              </>
            )
          }
        </Answered>
      </div>
    </Panel>
  );
}

function Table({ words }: { words: readonly Word[] }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const may = useMay();
  const undo = useUndo();
  const actors = useActors(words.map(({ addedBy }) => addedBy));
  const categories = useCategories();
  const restoring = useSaving<Word>({
    save: ({ word, kind, category }) =>
      huiyin.post(WORDS, { body: { words: [{ word, kind, ...(category && { category }) }] } }),
    touches: [WORDS],
  });
  const removing = useSaving<Word>({
    save: ({ word }) => huiyin.delete(WORDS, { query: { word } }),
    touches: [WORDS],
    onSaved: (_, removed) => undo(t('removed', { word: removed.word }), () => restoring.mutate(removed)),
  });
  return (
    <Grid
      label={t('words')}
      rows={words}
      keyOf={({ word }) => word}
      columns={[
        { title: t('word'), wide: true, cell: ({ word }) => word },
        { title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { title: t('category'), cell: ({ category }) => categories.pathOf(category) || '–' },
        { title: t('by'), cell: ({ addedBy }) => <span className="faint">{actors(addedBy)}</span> },
        { title: t('at'), cell: ({ addedAt }) => <When iso={addedAt} /> },
        ...(may('admin')
          ? [
              {
                title: shared('actions'),
                cell: (word: Word) => (
                  <Button
                    size="small"
                    aria-label={t('removeOne', { word: word.word })}
                    onClick={() => removing.mutate(word)}
                  >
                    {shared('remove')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
