import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, huiyin, type Got } from '../../api/client';
import { useMay } from '../../app/session';
import { useDoing } from '../../parts/item-acts/doing';
import { Panel } from '../../parts/page';
import { When } from '../../parts/time';
import { useUnits } from '../../parts/units';
import { useTexts } from './texts';

type Question = Got<'/api/v1/questions'>[number];

/** What other units ask ours; nothing while there is nothing. */
export function Questions() {
  const t = useTexts();
  const { data = [] } = useQuery({ ...ask('/api/v1/questions', { query: { limit: 20 } }), refetchInterval: 60_000 });
  if (data.length === 0) return null;
  return (
    <Panel title={t('questions', { count: data.length })}>
      <ul className="questions">
        {data.map((question) => (
          <li key={question.id}>
            <One question={question} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function One({ question }: { question: Question }) {
  const t = useTexts();
  const units = useUnits();
  const each = useDoing();
  const mayAnswer = useMay()('feedback:write');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const { id, feedbackId, reference, authorName, unit, writtenAt } = question;
  const answer = async (): Promise<void> => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const body = { text: text.trim(), replyTo: id };
    const send = () =>
      huiyin.post('/api/v1/feedback/{idOrReference}/notes', { path: { idOrReference: feedbackId }, body });
    await each([{ id: feedbackId, reference }], send, () => t('answered'));
    setBusy(false);
  };
  return (
    <>
      <p>
        {question.text}{' '}
        <span className="small faint">
          {authorName ?? question.author} → {units.nameOf(unit)} · <When iso={writtenAt} /> ·{' '}
          <Link className="figure" to={`/feedback/${reference}`}>
            {reference}
          </Link>
        </span>
      </p>
      {mayAnswer && (
        <div className="question-answer">
          <Input
            value={text}
            placeholder={t('answerHint')}
            aria-label={`${t('answer')} ${reference}`}
            maxLength={4_000}
            onChange={({ target }) => setText(target.value)}
            onPressEnter={() => void answer()}
          />
          <Button disabled={text.trim() === ''} loading={busy} onClick={() => void answer()}>
            {t('answer')}
          </Button>
        </div>
      )}
    </>
  );
}
