import { App, Input, Modal, Segmented } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { huiyin } from '../../api/client';
import { useDoing, type ActedOn } from './doing';
import './item-acts.css';
import { Preview, useRehearsal } from './preview';
import { useTexts } from './texts';

const ACTIONS = ['fixed', 'answered', 'compensated', 'planned', 'declined'] as const;
const FIRST_SENTENCE = /^[^。！？.!?\n]{1,200}[。！？.!?]?/;

interface Dialog {
  /** What it is about; closed while there is nothing. */
  readonly items: readonly ActedOn[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** What is written in the dialog. */
interface Answer {
  readonly action: (typeof ACTIONS)[number];
  readonly reply: string;
  readonly summary: string;
}

const NOTHING: Answer = { action: 'fixed', reply: '', summary: '' };

/** Writes the answer to one item or to several, with a preview of what each customer will read. */
export function ResolveDialog({ items, onClose, onDone }: Dialog) {
  const t = useTexts();
  const { modal } = App.useApp();
  const each = useDoing();
  const [answer, setAnswer] = useState(NOTHING);
  const [busy, setBusy] = useState(false);
  const { action, reply, summary } = answer;
  const { data } = useRehearsal(items, reply);
  const told = data ? data.filter(({ channel }) => channel !== null).length : items.length;
  const ready = reply.trim() !== '' && !busy;

  const send = async (): Promise<void> => {
    setBusy(true);
    const body = { action, reply: reply.trim(), summary: summary.trim() || firstSentence(reply) };
    const act = ({ id }: ActedOn) =>
      huiyin.post('/api/v1/feedback/{idOrReference}/resolution', { path: { idOrReference: id }, body });
    const well = await each(items, act, (count) => t('resolved', { count }));
    setBusy(false);
    if (well) setAnswer(NOTHING);
    onClose();
    onDone?.();
  };
  const ask = (): void => {
    if (!ready) return;
    if (items.length === 1) return void send();
    modal.confirm({
      title: t('sureTitle', { count: told }),
      okText: t('sure'),
      cancelText: t('back'),
      onOk: send,
    });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ask();
  };
  return (
    <Modal
      open={items.length > 0}
      onCancel={onClose}
      width={960}
      title={items.length === 1 ? `${t('resolve')} ${items[0]!.reference}` : t('resolveMany', { count: items.length })}
      okText={items.length === 1 ? t('sendOne') : t('sendMany', { n: items.length, told })}
      okButtonProps={{ disabled: !ready, loading: busy }}
      cancelText={t('back')}
      onOk={ask}
    >
      <div className="resolve" onKeyDown={press}>
        <AnswerForm answer={answer} onChange={(changed) => setAnswer({ ...answer, ...changed })} />
        <Preview items={items} reply={reply} />
      </div>
    </Modal>
  );
}

function AnswerForm({ answer, onChange }: { answer: Answer; onChange: (changed: Partial<Answer>) => void }) {
  const t = useTexts();
  const { action, reply, summary } = answer;
  return (
    <div className="resolve-form">
      <div>
        <span className="field-name">{t('action')}</span>
        <Segmented
          aria-label={t('action')}
          value={action}
          onChange={(value) => onChange({ action: value })}
          options={ACTIONS.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <label>
        <span className="field-name">{t('reply')}</span>
        <Input.TextArea
          autoFocus
          value={reply}
          placeholder={t('replyHint')}
          maxLength={10_000}
          rows={7}
          onChange={({ target }) => onChange({ reply: target.value })}
        />
      </label>
      <label>
        <span className="field-name">{t('summary')}</span>
        <Input
          value={summary}
          placeholder={t('summaryHint')}
          maxLength={2_000}
          onChange={({ target }) => onChange({ summary: target.value })}
        />
      </label>
    </div>
  );
}

function firstSentence(reply: string): string {
  return FIRST_SENTENCE.exec(reply.trim())?.[0] ?? reply.trim().slice(0, 200);
}
