import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { ClusterChoice } from './cluster-choice';
import { wordsOf, type Editing, type Post, type Subject, type Typed, type Words } from './post';
import { Preview } from './preview';
import { refreshBoard } from './refresh';
import { useTexts } from './texts';

const NOTHING: Typed = { title: '', text: '', answer: '' };

/** Writes what everybody will read, and shows it as they will read it. */
export function Editor({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const t = useTexts();
  const post = editing.kind === 'post' ? editing.post : null;
  const [clusterId, setClusterId] = useState(editing.kind === 'cluster' ? editing.clusterId : undefined);
  const [zh, setZh] = useState(typedOf(post?.zh));
  const [en, setEn] = useState(typedOf(post?.en));
  const words = { zh: wordsOf(zh), en: wordsOf(en) };
  const subject = subjectOf(editing, clusterId);
  const { save, saving } = useSaving(post, onClose);
  const ready = subject !== null && (words.zh !== null || words.en !== null);
  return (
    <Drawer
      open
      title={t(post ? 'editorEdit' : 'editorPublish')}
      size={1080}
      onClose={onClose}
      rootClassName="board-editor"
    >
      <div className="board-editing">
        <div className="board-form">
          {editing.kind === 'cluster' && <ClusterChoice value={clusterId} onChange={setClusterId} />}
          {editing.kind === 'item' && (
            <blockquote className="board-original">
              <p className="faint small">{t('original')}</p>
              {editing.original}
            </blockquote>
          )}
          <WordFields legend={t('chinese')} value={zh} onChange={setZh} />
          <WordFields legend={t('english')} value={en} onChange={setEn} />
          <Button
            type="primary"
            size="large"
            disabled={!ready}
            loading={saving}
            onClick={() => subject && void save(subject, words)}
          >
            {t(post ? 'save' : 'publishNow')}
          </Button>
        </div>
        <Preview subject={ready ? subject : null} words={words} />
      </div>
    </Drawer>
  );
}

function WordFields({ legend, value, onChange }: { legend: string; value: Typed; onChange: (value: Typed) => void }) {
  const t = useTexts();
  const field = (name: keyof Typed) => (event: { target: { value: string } }) =>
    onChange({ ...value, [name]: event.target.value });
  return (
    <fieldset className="board-fields">
      <legend>{legend}</legend>
      <label>
        {t('postTitle')}
        <Input value={value.title} maxLength={120} onChange={field('title')} />
      </label>
      <label>
        {t('postText')}
        <Input.TextArea
          value={value.text}
          maxLength={2_000}
          rows={4}
          placeholder={t('postTextHint')}
          onChange={field('text')}
        />
      </label>
      <label>
        {t('answer')}
        <Input.TextArea
          value={value.answer}
          maxLength={4_000}
          rows={3}
          placeholder={t('answerHint')}
          onChange={field('answer')}
        />
      </label>
    </fieldset>
  );
}

function typedOf(words: Post['zh'] | undefined): Typed {
  return words ? { title: words.title, text: words.text, answer: words.answer ?? '' } : NOTHING;
}

function subjectOf(editing: Editing, clusterId: string | undefined): Subject | null {
  if (editing.kind === 'item') return { feedbackId: editing.feedbackId };
  if (editing.kind === 'cluster') return clusterId ? { clusterId } : null;
  const { clusterId: cluster, feedbackId } = editing.post;
  return cluster ? { clusterId: cluster } : { feedbackId: feedbackId ?? '' };
}

function useSaving(post: Post | null, onDone: () => void) {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const save = async (subject: Subject, words: { zh: Words; en: Words }) => {
    setSaving(true);
    try {
      if (post) await huiyin.patch('/api/v1/board/posts/{id}', { path: { id: post.id }, body: words });
      else await huiyin.post('/api/v1/board/posts', { body: { ...subject, ...words } });
      await refreshBoard(client);
      void message.success(t(post ? 'saved' : 'published'));
      onDone();
    } catch (error) {
      void message.error(problem(error));
    } finally {
      setSaving(false);
    }
  };
  return { save, saving };
}
