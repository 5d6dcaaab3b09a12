import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, TreeSelect } from 'antd';
import { useState, type RefObject } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { ask, huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { useMay } from '../../app/session';
import { nodeOf } from '../../parts/filters';
import { Panel } from '../../parts/page';
import { Bones, Trouble } from '../../parts/states';
import { When } from '../../parts/time';
import { useUnits } from '../../parts/units';
import type { Note } from './item';
import { useTexts } from './texts';

/** The notes of an item. */
export function useNotes(id: string) {
  return useQuery(ask('/api/v1/feedback/{idOrReference}/notes', { path: { idOrReference: id } }));
}

/** What colleagues write to each other; `field` is where the next is written. */
export function Notes({ id, field }: { id: string; field: RefObject<TextAreaRef | null> }) {
  const t = useTexts();
  const mayWrite = useMay()('feedback:write');
  const { data, error, refetch } = useNotes(id);
  const [question, setQuestion] = useState<Note>();
  const asks = data?.filter(({ replyTo }) => replyTo === null) ?? [];
  return (
    <Panel title={t('notes')}>
      <p className="small faint">{t('notesHint')}</p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Bones rows={2} />}
      <ul className="notes">
        {asks.map((note) => (
          <li key={note.id}>
            <One note={note} />
            <ul className="notes notes-answers">
              {data
                ?.filter(({ replyTo }) => replyTo === note.id)
                .map((reply) => (
                  <li key={reply.id}>
                    <One note={reply} />
                  </li>
                ))}
            </ul>
            {note.unit && mayWrite && (
              <Button
                type="link"
                size="small"
                onClick={() => {
                  setQuestion(note);
                  field.current?.focus();
                }}
              >
                {t('reply')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <Writing id={id} field={field} question={question} onDone={() => setQuestion(undefined)} />}
    </Panel>
  );
}

function One({ note }: { note: Note }) {
  const t = useTexts();
  const units = useUnits();
  const { text, author, authorName, unit, writtenAt } = note;
  return (
    <>
      <p className="note-text">
        {unit && <span className="tag">{t('askedOf', { unit: units.nameOf(unit) })}</span>} {text}
      </p>
      <p className="small faint">
        {authorName ?? author} · <When iso={writtenAt} />
      </p>
    </>
  );
}

function Writing(props: {
  id: string;
  field: RefObject<TextAreaRef | null>;
  question: Note | undefined;
  onDone: () => void;
}) {
  const { id, field, question, onDone } = props;
  const t = useTexts();
  const problem = useProblem();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { root } = useUnits();
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = async (): Promise<void> => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    try {
      const body = { text: text.trim(), ...(unit && !question && { unit }), ...(question && { replyTo: question.id }) };
      await huiyin.post('/api/v1/feedback/{idOrReference}/notes', { path: { idOrReference: id }, body });
      setText('');
      setUnit(undefined);
      onDone();
      await client.invalidateQueries({ queryKey: ['/api/v1/feedback/{idOrReference}/notes'] });
    } catch (error) {
      void message.error(problem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="note-writing">
      {question && <p className="small faint">{`${t('replying')}: ${question.text}`}</p>}
      <Input.TextArea
        ref={field}
        value={text}
        aria-label={t('noteWords')}
        placeholder={t('noteWords')}
        maxLength={4_000}
        rows={2}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write();
        }}
      />
      <div className="note-end">
        {!question && (
          <TreeSelect<string | null>
            className="note-unit"
            aria-label={t('askUnit')}
            placeholder={t('askUnit')}
            value={unit ?? null}
            allowClear
            showSearch
            treeNodeFilterProp="title"
            treeDefaultExpandedKeys={root ? [root.code] : []}
            treeData={root ? [nodeOf(root)] : []}
            onChange={(next) => setUnit(next ?? undefined)}
          />
        )}
        <Button onClick={() => void write()} disabled={text.trim() === ''} loading={busy}>
          {t('write')}
        </Button>
      </div>
    </div>
  );
}
